package import Calendars
import GRDB
package import Incidents
package import Rosters

extension DutyStore {
    /// Everything that the watch has to see; `present` is the database's time, engines are judged by the machine's.
    package func watchSight(
        at present: Instant, machineTime: Instant, pulse: Duration
    ) throws(StoreError) -> WatchSight {
        try read { db in
            var sight = WatchSight()
            try sight.lookAtIncidents(db)
            try sight.lookAtMessages(db)
            let working = try EngineSign.all(db).filter { $0.isFresh(at: machineTime, within: pulse) }
            // A cycle is told by the machine's clock; here by the database's, which in a drill is another one.
            sight.cycles = working.flatMap(\.cycles).map {
                WatchSight.UnderWay(cycle: $0.cycle, since: present - (machineTime - $0.since), limit: $0.limit)
            }
            // In a drill time stands still between its moves: nothing is overdue by itself.
            guard !clock.isDrill else { return sight }
            sight.workingSince = try working.map(\.startedAt).min().map { started in
                max(started, try MachineClock.steppedAt(db) ?? started)
            }
            return sight
        }
    }

    /// Notes what is wrong now: each fault once when it is found, and once when it is over.
    ///
    /// What was found is told to the fallback people of the policy, where one is given.
    package func note(
        _ faults: [WatchFault], at instant: Instant, telling duty: (board: DutyBoard, policy: Policy)? = nil
    ) throws(StoreError) -> (found: [WatchFault], over: [WatchFault]) {
        try write(at: instant) { db in
            let known = try WatchFaultRow.fetchAll(db, sql: "SELECT * FROM watch_fault ORDER BY id")
            let found = faults.filter { fault in !known.contains { $0.id == fault.id } }
            let over = known.filter { row in !faults.contains { $0.id == row.id } }
            for row in over {
                try row.delete(db)
                try Ledger.append(.faultOver(row.fault), at: instant, db)
            }
            for fault in found {
                try WatchFaultRow(id: fault.id, foundAt: instant, fault: fault).insert(db)
                try Ledger.append(.faultFound(fault), at: instant, db)
            }
            if let duty, !found.isEmpty, !duty.policy.fallback.isEmpty {
                let draft = MatterDraft(.faultsFound(found), unit: nil, tell: duty.policy.fallback)
                _ = try Self.raise(draft, policy: duty.policy, board: duty.board, db)
            }
            return (found, over.map(\.fault))
        }
    }
}

/// A fault that is not over.
struct WatchFaultRow: StoredRow {
    static let databaseTableName = "watch_fault"

    let id: String
    let foundAt: Instant
    let fault: WatchFault
}

extension WatchSight {
    /// Incidents that are not closed, each read in full, so that one that cannot be is found before its step is due.
    fileprivate mutating func lookAtIncidents(_ db: Database) throws {
        var shelf = PolicyShelf()
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM incident WHERE phase <> 'closed' OR wake_at IS NOT NULL ORDER BY year, sequence")
        for row in rows {
            do {
                let incident = try IncidentRow(row: row)
                _ = try incident.incident(&shelf, db)
                incidents.append(
                    Waiting(
                        number: incident.number, phase: incident.phase, nextStepAt: incident.nextStepAt,
                        askAgainAt: incident.askAgainAt, dueAt: incident.wakeAt))
            } catch {
                unreadable.append(Unreadable(table: "incident", key: (try? row.decode(forColumn: "number")) ?? ""))
            }
        }
    }

    /// Messages that no channel has taken yet.
    fileprivate mutating func lookAtMessages(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM message WHERE due_at IS NOT NULL ORDER BY ordinal") {
            do {
                let message = try MessageRow(row: row).message
                messages.append(
                    Undelivered(
                        id: message.id, isClaimed: message.state == .sending,
                        dueAt: Instant(seconds: try row.decode(forColumn: "due_at")), tries: message.attempts))
            } catch {
                unreadable.append(Unreadable(table: "message", key: (try? row.decode(forColumn: "id")) ?? ""))
            }
        }
    }
}
