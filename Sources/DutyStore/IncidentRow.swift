import Calendars
import GRDB
import Incidents

/// An incident as it is stored: what constraints and queries need stands in columns of its own.
struct IncidentRow: StoredRow {
    static let databaseTableName = "incident"

    let number: IncidentNumber
    let year: Int
    let sequence: Int
    let facts: IncidentFacts
    let grading: Grading
    let plan: EscalationPlan
    var phase: Escalation.Phase
    var round: Int
    var stepsDone: Int
    var nextStepAt: Instant?
    var isUnreachable: Bool
    var isUnroutable: Bool
    var told: [Told]

    init(_ number: IncidentNumber, _ intake: IncidentIntake, _ escalation: Escalation) {
        self.number = number
        self.year = number.year
        self.sequence = number.sequence
        self.facts = intake.facts
        self.grading = intake.grading
        self.plan = intake.plan
        self.phase = escalation.phase
        self.round = escalation.round
        self.stepsDone = escalation.stepsDone
        self.nextStepAt = escalation.nextStepAt
        self.isUnreachable = escalation.isUnreachable
        self.isUnroutable = escalation.isUnroutable
        self.told = escalation.told
    }

    var escalation: Escalation {
        get {
            Escalation(
                phase: phase, round: round, stepsDone: stepsDone, nextStepAt: nextStepAt,
                isUnreachable: isUnreachable, isUnroutable: isUnroutable, told: told)
        }
        set {
            phase = newValue.phase
            round = newValue.round
            stepsDone = newValue.stepsDone
            nextStepAt = newValue.nextStepAt
            isUnreachable = newValue.isUnreachable
            isUnroutable = newValue.isUnroutable
            told = newValue.told
        }
    }

    func incident(informant: String?) -> Incident {
        Incident(
            number: number, facts: facts, grading: grading, plan: plan, escalation: escalation, informant: informant)
    }

    /// The row of a number, or an error for a number that was never given.
    static func find(_ number: IncidentNumber, _ db: Database) throws -> IncidentRow {
        guard let row = try fetchOne(db, key: number.description) else { throw StoreError.unknownIncident(number) }
        return row
    }

    /// The number after the last one of a year.
    static func nextNumber(year: Int, _ db: Database) throws -> IncidentNumber {
        let last = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM incident WHERE year = ?", arguments: [year])
        return IncidentNumber(year: year, sequence: (last ?? 0) + 1)
    }
}
