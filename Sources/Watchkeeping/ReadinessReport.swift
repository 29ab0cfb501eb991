package import Calendars
package import Rosters

/// What is known of a period's roster: the newest published version and what its proof finds.
package struct PublishedState: Hashable, Sendable {
    package let version: Int
    package let publishedAt: Instant
    /// Errors that nobody accepted, and those that somebody knowingly did.
    package let errors: Int
    package let accepted: Int

    package init(version: Int, publishedAt: Instant, errors: Int, accepted: Int) {
        self.version = version
        self.publishedAt = publishedAt
        self.errors = errors
        self.accepted = accepted
    }
}

/// Somebody of the roster whose numbers were not tried lately, and how the last test went.
package struct UntestedPerson: Hashable, Sendable {
    package let person: PersonID
    package let testedOn: CivilDate?
    package let lastOutcome: CallOutcome?

    package init(person: PersonID, testedOn: CivilDate?, lastOutcome: CallOutcome?) {
        self.person = person
        self.testedOn = testedOn
        self.lastOutcome = lastOutcome
    }
}

/// What must be in order before a period begins, line by line (节前准备).
package struct ReadinessReport: Hashable, Sendable {
    package enum Line: Hashable, Sendable {
        case roster(PublishedState)
        case team(UnitID, StandbyTeam, CheckOff?)
        case equipment(UnitID, String, CheckOff?)
        /// The unit names neither teams nor equipment.
        case noLists(UnitID)
        /// What goes from hand to hand at a handover, and whether handovers are watched.
        case handovers(HandoverRule?)
        case keys(UnitID, [String])
        /// Everybody's numbers were tried within so many days.
        case waysTested(people: Int, days: Int)
        case wayUntested(UntestedPerson, days: Int)
        case noTestDemand
        case nilReports(NilReportRule?)
        case nilReportMissing(NilReportDue)

        package var isReady: Bool {
            switch self {
            case .roster(let state): state.errors == 0
            case .team(_, let team, let check): check?.isReady == true && !team.people.isEmpty
            case .equipment(_, _, let check): check?.isReady == true
            case .handovers(let rule): rule != nil
            case .nilReports(let rule): rule != nil
            case .keys, .waysTested: true
            case .noLists, .wayUntested, .noTestDemand, .nilReportMissing: false
            }
        }
    }

    package let period: String
    package let window: Interval
    package let lines: [Line]

    package var isReady: Bool { lines.allSatisfy(\.isReady) }
}

/// What a readiness report is made of.
package struct ReadinessInput: Sendable {
    package let book: RosterBook
    package let published: PublishedState
    package let checkOffs: [CheckOff]
    package let tests: [ContactTest]
    package let handovers: HandoverRule?
    package let nilReports: NilReportBook?
    package let testedWithinDays: Int?

    package init(
        book: RosterBook, published: PublishedState, checkOffs: [CheckOff], tests: [ContactTest],
        handovers: HandoverRule?, nilReports: NilReportBook?, testedWithinDays: Int?
    ) {
        self.book = book
        self.published = published
        self.checkOffs = checkOffs
        self.tests = tests
        self.handovers = handovers
        self.nilReports = nilReports
        self.testedWithinDays = testedWithinDays
    }
}

extension ReadinessReport {
    /// The state of a period's preparations at an instant, units in the order of the period.
    package init(_ input: ReadinessInput, at now: Instant) {
        let book = input.book
        let units = book.roster.period.requires.map { book.place[$0.unit] }
        period = book.roster.period.key
        window = book.window
        lines =
            [.roster(input.published)] + units.flatMap { Self.lists(of: $0, input.checkOffs) }
            + [.handovers(input.handovers)]
            + units.filter { !$0.readiness.keys.isEmpty }.map { .keys($0.id, $0.readiness.keys) }
            + Self.ways(input)
            + [.nilReports(input.nilReports?.rule)]
            + (input.nilReports?.missing(after: nil, upTo: now) ?? []).map { .nilReportMissing($0) }
    }

    private static func lists(of unit: Unit, _ checkOffs: [CheckOff]) -> [Line] {
        let readiness = unit.readiness
        guard !readiness.items.isEmpty else { return [.noLists(unit.id)] }
        return readiness.teams.map { .team(unit.id, $0, checkOffs.last(of: .team($0.key), unit: unit.id)) }
            + readiness.equipment.map { .equipment(unit.id, $0, checkOffs.last(of: .equipment($0), unit: unit.id)) }
    }

    /// Everybody who stands in the period, by the last day on which a number was tried before it begins.
    private static func ways(_ input: ReadinessInput) -> [Line] {
        guard let days = input.testedWithinDays else { return [.noTestDemand] }
        let place = input.book.place.with(tests: input.tests)
        let start = place.zone.date(of: input.book.window.start)
        let people = Set(input.book.roster.assignments.map(\.person)).sorted()
        let untested = people.map { place[$0] }.filter { person in
            person.testedOn.map { Int(start.dayNumber - $0.dayNumber) > days } ?? true
        }
        guard !untested.isEmpty else { return [.waysTested(people: people.count, days: days)] }
        return untested.map { person in
            let last = input.tests.last { $0.person == person.id }
            return .wayUntested(
                UntestedPerson(person: person.id, testedOn: person.testedOn, lastOutcome: last?.outcome), days: days)
        }
    }
}
