package import Calendars
import GRDB
package import Incidents

extension DutyStore {
    /// Stores a report with its number, its first step due now, and its ledger entry.
    package func record(_ intake: IncidentIntake, at instant: Instant) throws(StoreError) -> Incident {
        try write { db in
            let zone = try PublicationRow.zone(holding: intake.facts.unit, db)
            let year = zone.date(of: intake.facts.recordedAt).year
            let number = try IncidentRow.nextNumber(year: year, db)
            let row = IncidentRow(number, intake, Escalation(nextStepAt: instant))
            try row.insert(db)
            let informant = InformantRow(intake.informant, of: number)
            try informant?.insert(db)
            let entry = Record.Intake(
                facts: intake.facts, grading: intake.grading, plan: intake.plan, informantHash: informant?.hash)
            try Ledger.append(.reported(entry), of: number, at: instant, db)
            return row.incident(informant: informant?.words)
        }
    }

    /// Nil for a number that was never given.
    package func incident(_ number: IncidentNumber) throws(StoreError) -> Incident? {
        try read { db in
            guard let row = try IncidentRow.fetchOne(db, key: number.description) else { return nil }
            return row.incident(informant: try InformantRow.words(of: number, db))
        }
    }

    /// Incidents by number.
    package func incidents(includingClosed: Bool) throws(StoreError) -> [Incident] {
        try read { db in
            let rows = try IncidentRow.fetchAll(
                db, sql: "SELECT * FROM incident WHERE ? OR phase <> 'closed' ORDER BY year, sequence",
                arguments: [includingClosed])
            return try rows.map { $0.incident(informant: try InformantRow.words(of: $0.number, db)) }
        }
    }

    /// Reads an incident, lets a pure closure decide, and stores all of the decision or, when it throws, nothing.
    @discardableResult
    package func change(
        _ number: IncidentNumber, at instant: Instant, _ decide: (Incident, [Message]) throws -> IncidentChange
    ) throws -> Incident {
        try writeDeciding { db in
            let row = try IncidentRow.find(number, db)
            let informant = try InformantRow.words(of: number, db)
            let messages = try MessageRow.all(of: number, db).map(\.message)
            let change = try decide(row.incident(informant: informant), messages)
            return try row.storing(change, at: instant, db).incident(informant: informant)
        }
    }

    /// Forgets who reported an incident; the ledger keeps a hash that nobody can check any more.
    package func eraseInformant(of number: IncidentNumber) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM informant WHERE incident = ?", arguments: [number.description])
        }
        try truncateLog()
    }
}

extension IncidentRow {
    /// Writes a decision: state, outbox and ledger.
    func storing(_ change: IncidentChange, at instant: Instant, _ db: Database) throws -> IncidentRow {
        var row = self
        row.escalation = change.escalation
        try row.update(db)
        for id in change.cancelled { try MessageRow.cancel(id, of: number, db) }
        for message in change.messages { try MessageRow.enqueue(message, at: instant, db) }
        for record in change.records { try Ledger.append(record, of: number, at: instant, db) }
        return row
    }
}
