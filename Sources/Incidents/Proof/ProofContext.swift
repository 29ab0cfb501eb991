import Calendars
import Rosters

/// What the routing proof looks at, worked out once.
struct ProofContext {
    let place: Place
    let policy: Policy
    let window: Interval
    /// Everybody who stands at some time, as at the start of the window.
    let board: DutyBoard
    let kinds: RouteKinds
    /// The units of which the period asks something.
    let required: Set<Ordinal<Unit>>
    private let absences: [Ordinal<Person>: [Interval]]
    private let lines: Lines

    /// A handover lasts as long as the policy says, unless it is given.
    init(_ book: RosterBook, policy: Policy, handover: Duration? = nil) {
        self.place = book.place
        self.policy = policy
        self.window = book.window
        self.board = DutyBoard(
            at: book.window.start, place: book.place, isInPeriod: true, stands: book.stands,
            handover: handover ?? policy.handover)
        self.kinds = RouteKinds(place: book.place, policy: policy)
        self.required = Set(book.roster.period.requires.map(\.unit))
        self.absences = Dictionary(grouping: book.place.absences, by: \.person).mapValues { $0.map(\.interval) }
        self.lines = Lines(book.place)
    }

    /// The facts of an incident of a kind in a unit, all else 未掌握.
    func facts(of kind: IncidentKind, in unit: UnitID) -> IncidentFacts {
        IncidentFacts(
            what: "", place: "", unit: unit, category: kind.category, type: kind.type, happenedAt: nil,
            receivedAt: window.start, recordedAt: window.start)
    }

    /// The ladder that the desk would take for it.
    func plan(for facts: IncidentFacts, grade: Grade?) -> EscalationPlan {
        let chosen = grade.map { ChosenGrade(grade: $0, reason: "", by: nil) }
        return RoutePlanner.plan(
            for: facts, grading: Grading(computed: nil, chosen: chosen), policy: policy, board: board)
    }

    func absences(of person: PersonID) -> [Interval] {
        place.person(person).flatMap { absences[$0] } ?? []
    }

    /// The telephone behind a recipient, a person's first number; two recipients on one are one.
    func line(of recipient: Recipient) -> Int {
        switch recipient {
        case .person(let id): place.person(id).map { lines.people[$0.index] } ?? -1
        case .phone(let unit): place.unit(unit).map { lines.units[$0.index] } ?? -1
        }
    }

    /// How grave a finding is here; nil where the policy has switched its rule off.
    func severity(_ rule: RouteRule, usually standard: Severity) -> Severity? {
        switch policy.proof[rule] {
        case .error: .error
        case .warning: .warning
        case .off: nil
        case nil: standard
        }
    }
}

/// Each person's and each unit's telephone as a small number, the same for the same digits.
private struct Lines {
    let people: [Int]
    let units: [Int]

    init(_ place: Place) {
        var known: [String: Int] = [:]
        func line(_ digits: String) -> Int {
            let line = known[digits] ?? known.count
            known[digits] = line
            return line
        }
        self.people = place.people.map { line($0.phones.first ?? $0.id.text) }
        self.units = place.units.map { line($0.dutyPhone) }
    }
}
