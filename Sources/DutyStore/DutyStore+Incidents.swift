package import Calendars
import GRDB
package import Incidents

extension DutyStore {
    /// Stores a report with its number, its first step due now, its clocks, and its ledger entries.
    package func record(_ intake: IncidentIntake, at instant: Instant) throws(StoreError) -> Incident {
        try write(at: instant) { db in try record(intake, at: instant, db) }
    }

    /// Stores several reports in one transaction; one that cannot be stored leaves the others whole.
    func record(_ batch: [(IncidentIntake, Instant)]) throws(StoreError) -> [Result<Incident, any Error>] {
        guard let present = batch.map(\.1).max() else { return [] }
        return try write(at: present) { db in
            try batch.map { intake, instant in
                var result: Result<Incident, any Error>?
                try db.inSavepoint {
                    do {
                        result = .success(try record(intake, at: instant, db))
                        return .commit
                    } catch {
                        result = .failure(StoreError(error, path: path))
                        return .rollback
                    }
                }
                return result ?? .failure(StoreError.failed(detail: "savepoint"))
            }
        }
    }

    private func record(_ intake: IncidentIntake, at instant: Instant, _ db: Database) throws -> Incident {
        let zone = try PublicationRow.zone(holding: intake.facts.unit, db)
        let year = zone.date(of: intake.facts.recordedAt).year
        let number = try IncidentRow.nextNumber(year: year, db)
        let digest = try PolicyRow.keep(intake.policy, on: shelf, db)
        let caller = try CallerRow(intake.caller, of: number, followUp: 0)
        let entry = Record.Intake(
            facts: intake.facts, grading: intake.grading, plan: intake.plan, informantHash: caller?.hash,
            policyDigest: digest, territory: intake.territory)
        let change = IncidentChange.recording(
            entry, deadlines: intake.deadlines, number: number, policy: intake.policy, at: instant)
        try IncidentRow(change.incident, policy: digest).insert(db)
        try caller?.insert(db)
        for record in change.records { try Ledger.append(record, of: number, at: instant, db) }
        var incident = change.incident
        incident.callers = try CallerRow.callers(of: number, db)
        return incident
    }

    /// Nil for a number that was never given.
    package func incident(_ number: IncidentNumber) throws(StoreError) -> Incident? {
        try read { db in try IncidentRow.known(number, db)?.incident(db) }
    }

    /// Incidents by number, all of them or an error.
    package func incidents(includingClosed: Bool) throws(StoreError) -> [Incident] {
        let list = try incidentList(includingClosed: includingClosed)
        if let number = list.unreadable.first { throw StoreError.unreadableIncident(number) }
        return list.readable
    }

    /// Incidents by number; one whose row cannot be read hides no other.
    package func incidentList(includingClosed: Bool) throws(StoreError) -> IncidentList {
        try read { db in
            try IncidentList(
                "SELECT * FROM incident WHERE ? OR phase <> 'closed' ORDER BY year, sequence", [includingClosed], db)
        }
    }

    /// The incident that its ledger entries make, callers aside; nil for a number that was never given.
    package func incidentFromLedger(_ number: IncidentNumber) throws(StoreError) -> Incident? {
        let entries = try ledger(of: number)
        return try read { db in
            guard let row = try IncidentRow.known(number, db) else { return nil }
            var shelf = PolicyShelf()
            return Incident(ledger: entries, policy: try shelf.policy(row.policy, of: row.plan, db))
        }
    }

    /// Reads an incident, lets a pure closure decide, and stores all of the decision or, when it throws, nothing.
    ///
    /// A caller is kept apart, and known to the decision by a salted hash only.
    @discardableResult
    package func change(
        _ number: IncidentNumber, at instant: Instant, caller: Caller? = nil,
        _ decide: (Incident, [Message], _ callerHash: String?) throws -> IncidentChange
    ) throws -> Incident {
        try writeDeciding(at: instant) { db in
            let row = try IncidentRow.find(number, db)
            let incident = try row.incident(db)
            let caller = try CallerRow(caller, of: number, followUp: incident.followUps + 1)
            let messages = try MessageRow.all(of: number, db).map { try $0.message }
            let change = try decide(incident, messages, caller?.hash)
            if change.incident.followUps > incident.followUps { try caller?.insert(db) }
            return try row.storing(change, at: instant, db)
        }
    }

    /// The same for a decision about two incidents: both of it, or nothing.
    @discardableResult
    package func changeBoth(
        _ first: IncidentNumber, _ second: IncidentNumber, at instant: Instant,
        _ decide: ((Incident, [Message]), (Incident, [Message])) throws -> (IncidentChange, IncidentChange)
    ) throws -> (Incident, Incident) {
        try writeDeciding(at: instant) { db in
            func read(_ number: IncidentNumber) throws -> (row: IncidentRow, known: (Incident, [Message])) {
                let row = try IncidentRow.find(number, db)
                return (row, (try row.incident(db), try MessageRow.all(of: number, db).map { try $0.message }))
            }
            let (one, other) = (try read(first), try read(second))
            let (oneChange, otherChange) = try decide(one.known, other.known)
            return (
                try one.row.storing(oneChange, at: instant, db), try other.row.storing(otherChange, at: instant, db)
            )
        }
    }

    /// Forgets who called about an incident; the ledger keeps hashes that nobody can check any more.
    package func eraseCallers(of number: IncidentNumber) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM caller WHERE incident = ?", arguments: [number.description])
        }
        try truncateLog()
    }
}

extension IncidentRow {
    /// Writes a decision: state, outbox and ledger.
    func storing(_ change: IncidentChange, at instant: Instant, _ db: Database) throws -> Incident {
        let row = IncidentRow(change.incident, policy: policy)
        try row.update(db)
        for id in change.cancelled { try MessageRow.cancel(id, of: number, db) }
        for message in change.messages { try MessageRow.enqueue(message, at: instant, db) }
        for record in change.records { try Ledger.append(record, of: number, at: instant, db) }
        return try row.incident(db)
    }
}
