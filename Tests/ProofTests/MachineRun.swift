import Calendars
import Incidents
import Rosters

/// What the machine itself does with one report when nobody answers: two rounds, minute after minute.
struct MachineRun: Equatable {
    struct Step: Hashable {
        let round: Int
        let number: Int
        let after: Duration
        let recipients: [Recipient]
    }

    private(set) var steps: [Step] = []
    /// The people and phones whom a leader's post, or being in charge of the field, makes leaders.
    private(set) var firstLeader: Duration?
    /// Somebody outside the unit, in the first round.
    private(set) var leavesUnit = false

    init(_ world: RandomWorld, facts: IncidentFacts, grade: Grade?, at report: Instant, end: Instant) throws {
        let board = { (now: Instant) in
            DutyBoard(
                at: min(now, end - .seconds(1)), place: world.book.place, isInPeriod: true, stands: world.stands,
                handover: world.policy.handover, deputies: world.book.deputies)
        }
        let grading = Grading(
            computed: nil, chosen: grade.map { ChosenGrade(grade: $0, reason: "", by: nil) })
        let intake = Record.Intake(
            facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: world.policy, board: board(report)),
            informantHash: nil)
        var incident = IncidentChange.recording(
            intake, deadlines: [], number: IncidentNumber(year: 2026, sequence: 1), policy: world.policy, at: report
        ).incident
        while incident.escalation.round <= 2, let now = incident.nextDueAt {
            let here = board(now)
            let change = try IncidentMachine(incident).handle(.due, at: now, board: here)
            for record in change.records {
                note(record, facts: facts, change: change, after: now - report, board: here)
            }
            incident = change.incident
        }
    }

    private mutating func note(
        _ record: Record, facts: IncidentFacts, change: IncidentChange, after: Duration, board: DutyBoard
    ) {
        switch record {
        case .stepEmpty(let round, let step, _):
            steps.append(Step(round: round, number: step, after: after, recipients: []))
        case .stepRun(let round, let step, _, _, _):
            let told = change.records.compactMap { record -> Told? in
                if case .told(_, let told) = record, told.step == step { told } else { nil }
            }
            steps.append(Step(round: round, number: step, after: after, recipients: told.map(\.recipient)))
            if firstLeader == nil, told.contains(where: { Self.isLeader($0, unit: facts.unit, on: board) }) {
                firstLeader = after
            }
            if round == 1, told.contains(where: { Self.isOutside($0, of: facts.unit, in: board.place) }) {
                leavesUnit = true
            }
        default: break
        }
    }

    private static func isLeader(_ told: Told, unit: UnitID?, on board: DutyBoard) -> Bool {
        func isLeaders(_ post: PostKey) -> Bool {
            board.place?.posts.first { $0.key == post }?.tier.isLeader == true
        }
        if told.target == .fieldLeader || told.post.map(isLeaders) == true { return true }
        guard case .person(let id) = told.recipient else { return false }
        let kept = board.place?.units.first { $0.id == unit }?.posts.map { board.place?.posts[$0.index].key } ?? []
        return (board.stands + board.handovers).contains {
            $0.unit == unit && $0.person == id && kept.contains($0.post) && isLeaders($0.post)
        }
    }

    private static func isOutside(_ told: Told, of unit: UnitID?, in place: Place?) -> Bool {
        switch told.recipient {
        case .phone(let other): return other != unit
        case .person(let id):
            let home = place?.people.first { $0.id == id }.flatMap { place?.units[$0.unit.index].id }
            return (told.unit ?? home) != unit
        }
    }
}
