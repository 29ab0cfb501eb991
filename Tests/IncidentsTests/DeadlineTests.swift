import Calendars
import Incidents
import Rosters
import Testing

@Suite("The clocks that a report starts")
struct DeadlineTests {
    private static let happened = Instant(seconds: 3_000)
    private static let received = Instant(seconds: 3_600)
    private static let facts = World.facts(happened: happened, received: received)
    private static let ungraded = Grading(computed: nil, chosen: nil)

    private static func graded(_ grade: Grade) -> Grading {
        Grading(computed: nil, chosen: ChosenGrade(grade: grade, reason: "", by: nil))
    }

    private static func limit(
        _ to: String, categories: [Category] = [], types: [String] = [], grades: [Grade] = [],
        starts: ClockStart = .received, minutes: Int = 60, over: ReportMedium = .any
    ) -> ReportLimit {
        ReportLimit(
            profile: "test", categories: categories, types: types, grades: grades, to: to, over: over, starts: starts,
            within: .minutes(minutes), source: "来源 \(to)")
    }

    private static func names(
        _ limits: [ReportLimit], _ facts: IncidentFacts = facts, grading: Grading = ungraded, ungradedAs: Grade = .III
    ) -> [String] {
        Policy(ungradedAs: ungradedAs, limits: limits).deadlines(for: facts, grading: grading).map(\.to)
    }

    @Test("A limit applies by category, type and grade; an empty list means every one")
    func applies() {
        let limits = [
            Self.limit("all"), Self.limit("accident", categories: [.accident, .health]),
            Self.limit("flood", categories: [.nature]),
            Self.limit("hazmat", categories: [.accident], types: ["危险化学品"]),
            Self.limit("mine", types: ["煤矿"]), Self.limit("major", grades: [.I, .II]),
            Self.limit("lesser", grades: [.III]),
        ]
        #expect(Self.names(limits, grading: Self.graded(.II)) == ["accident", "all", "hazmat", "major"])
        #expect(Self.names(limits, grading: Self.graded(.III)) == ["accident", "all", "hazmat", "lesser"])
        #expect(Self.names(limits, grading: Self.graded(.IV)) == ["accident", "all", "hazmat"])
    }

    @Test("What is unknown fulfils no condition, and still gets the limits that have none")
    func unknown() {
        let limits = [
            Self.limit("all"), Self.limit("any category", categories: Category.allCases),
            Self.limit("mine", types: ["煤矿"]),
        ]
        #expect(Self.names(limits, World.facts(category: nil, type: nil)) == ["all"])
        #expect(Self.names([]).isEmpty)
    }

    @Test("What has no grade has the limits of the grade as which it routes", arguments: Grade.allCases)
    func ungradedAs(grade: Grade) {
        let limits = Grade.allCases.map { Self.limit($0.rawValue, grades: [$0]) }
        #expect(Self.names(limits, ungradedAs: grade) == [grade.rawValue])
    }

    @Test("A clock counts from the event that its rule names, not from when it was written down")
    func starts() {
        func due(_ start: ClockStart, _ facts: IncidentFacts) -> Instant? {
            Policy(limits: [Self.limit("x", starts: start, minutes: 30)])
                .deadlines(for: facts, grading: Self.ungraded).first?.due
        }
        #expect(due(.happened, Self.facts) == Instant(seconds: 3_000 + 1_800))
        #expect(due(.received, Self.facts) == Instant(seconds: 3_600 + 1_800))
        #expect(due(.learned, Self.facts) == Instant(seconds: 3_600 + 1_800))
        var late = Self.facts
        late.recordedAt = Instant(seconds: 90_000)
        #expect(due(.received, late) == Instant(seconds: 3_600 + 1_800))
    }

    @Test("A clock whose start is not known yet is listed without a due time, never guessed")
    func unknownStart() {
        let policy = Policy(limits: [
            Self.limit("happened", starts: .happened), Self.limit("verified", starts: .verified),
        ])
        let deadlines = policy.deadlines(for: World.facts(happened: nil), grading: Self.ungraded)
        #expect(deadlines.map(\.to) == ["happened", "verified"])
        #expect(deadlines.map(\.due) == [nil, nil])
        #expect(deadlines.map(\.starts) == [.happened, .verified])
    }

    @Test("The soonest comes first, equal ones by whom they go to, unknown ones last")
    func order() {
        let limits = [
            Self.limit("unknown", starts: .verified, minutes: 1), Self.limit("late", minutes: 120),
            Self.limit("b", minutes: 60), Self.limit("a", minutes: 60),
            Self.limit("soon", starts: .happened, minutes: 60),
        ]
        #expect(Self.names(limits) == ["soon", "a", "b", "late", "unknown"])
    }

    @Test("A deadline says to whom, over what, from when and by which rule")
    func says() throws {
        let policy = Policy(limits: [Self.limit("superior", starts: .happened, minutes: 30, over: .phone)])
        let deadline = try #require(policy.deadlines(for: Self.facts, grading: Self.ungraded).first)
        #expect(deadline.to == "superior")
        #expect(deadline.over == .phone)
        #expect(deadline.starts == .happened)
        #expect(deadline.source == "来源 superior")
    }
}
