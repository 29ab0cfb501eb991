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
    /// The digest of its policy; nil for an incident of the first schema.
    let policy: String?
    let phase: Escalation.Phase
    let round: Int
    let stepsDone: Int
    let nextStepAt: Instant?
    let isUnreachable: Bool
    let isUnroutable: Bool
    let told: [Told]
    let earlier: [Told]
    let firstRound: Int
    let isWidened: Bool
    let askAgainAt: Instant?
    let isAskedAgain: Bool
    let clocks: [ReportClock]
    let tasks: [DutyTask]
    let notices: [Told]
    let followUps: Int
    let hasFinalReport: Bool
    let standbyAt: Instant?
    let mergedInto: IncidentNumber?
    let merged: [IncidentNumber]
    /// When an engine has to look at it again.
    let wakeAt: Instant?

    init(_ incident: Incident, policy: String?) {
        let escalation = incident.escalation
        self.number = incident.number
        self.year = incident.number.year
        self.sequence = incident.number.sequence
        self.facts = incident.facts
        self.grading = incident.grading
        self.plan = incident.plan
        self.policy = policy
        self.phase = escalation.phase
        self.round = escalation.round
        self.stepsDone = escalation.stepsDone
        self.nextStepAt = escalation.nextStepAt
        self.isUnreachable = escalation.isUnreachable
        self.isUnroutable = escalation.isUnroutable
        self.told = escalation.told
        self.earlier = escalation.earlier
        self.firstRound = escalation.firstRound
        self.isWidened = escalation.isWidened
        self.askAgainAt = escalation.askAgainAt
        self.isAskedAgain = escalation.isAskedAgain
        self.clocks = incident.clocks
        self.tasks = incident.tasks
        self.notices = incident.notices
        self.followUps = incident.followUps
        self.hasFinalReport = incident.hasFinalReport
        self.standbyAt = incident.standbyAt
        self.mergedInto = incident.mergedInto
        self.merged = incident.merged
        self.wakeAt = incident.nextDueAt
    }

    private var escalation: Escalation {
        Escalation(
            phase: phase, round: round, stepsDone: stepsDone, nextStepAt: nextStepAt, isUnreachable: isUnreachable,
            isUnroutable: isUnroutable, told: told, earlier: earlier, firstRound: firstRound, isWidened: isWidened,
            askAgainAt: askAgainAt, isAskedAgain: isAskedAgain)
    }

    func incident(_ shelf: inout PolicyShelf, _ db: Database) throws -> Incident {
        var incident = Incident(
            number: number, facts: facts, grading: grading, plan: plan,
            policy: try shelf.policy(policy, of: plan, db), escalation: escalation)
        incident.clocks = clocks
        incident.tasks = tasks
        incident.notices = notices
        incident.followUps = followUps
        incident.hasFinalReport = hasFinalReport
        incident.standbyAt = standbyAt
        incident.mergedInto = mergedInto
        incident.merged = merged
        incident.callers = try CallerRow.callers(of: number, db)
        return incident
    }

    func incident(_ db: Database) throws -> Incident {
        var shelf = PolicyShelf()
        return try incident(&shelf, db)
    }

    /// The row of a number; nil for a number that was never given.
    static func known(_ number: IncidentNumber, _ db: Database) throws -> IncidentRow? {
        do {
            return try fetchOne(db, key: number.description)
        } catch is DecodingError, is RowDecodingError {
            throw StoreError.unreadableIncident(number.description)
        }
    }

    /// The row of a number, or an error for a number that was never given.
    static func find(_ number: IncidentNumber, _ db: Database) throws -> IncidentRow {
        guard let row = try known(number, db) else { throw StoreError.unknownIncident(number) }
        return row
    }

    /// The number after the last one of a year.
    static func nextNumber(year: Int, _ db: Database) throws -> IncidentNumber {
        let last = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM incident WHERE year = ?", arguments: [year])
        return IncidentNumber(year: year, sequence: (last ?? 0) + 1)
    }
}
