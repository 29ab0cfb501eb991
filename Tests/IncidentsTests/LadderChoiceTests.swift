import Calendars
import Incidents
import Rosters
import Testing

@Suite("The choice of the ladder")
struct LadderChoiceTests {
    @Test("Outside any period the duty phone of the unit is called, then the fallback")
    func outsidePeriod() throws {
        var timeline = Timeline(roster: "", isInPeriod: false)
        try timeline.expect(
            """
            03:12 report
              → step 1 of duty-phone until 03:17
              → tells phone:office over call: phone:office
              = open, round 1, step 1, next 03:17
            03:17 due
              → step 2 of duty-phone until 03:22
              → tells p9 over hook: person:p9
              → tells phone:office over call: phone:office
              = open, round 1, step 2, next 03:22
            03:22 due
              → round 1 ends, nobody answered, again 03:27
              = open, round 2, step 0, next 03:27, unreachable
            """)
        #expect(timeline.incident?.plan.origin == .outsidePeriod)
    }

    @Test("A unit without a duty phone gives way to the fallback at once")
    func noDutyPhone() throws {
        var timeline = Timeline(
            World.policy(fallback: [.person("p9")]), roster: "", facts: World.facts(unit: "depot"), isInPeriod: false)
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: phone:depot (no phone)
              → step 2 of duty-phone until 03:17
              → tells p9 over hook: person:p9
              = open, round 1, step 2, next 03:17
            """)
    }

    @Test("In an empty database a report is unroutable, and its next step exists all the same")
    func emptyDatabase() throws {
        var timeline = Timeline(Policy(), roster: "", facts: World.facts(unit: nil), place: nil, isInPeriod: false)
        try timeline.expect(
            """
            03:12 report
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:17 due
              → step 1 tells nobody: unit-above (no such unit)
              → round 2 ends, told nobody, again 03:22
              = open, round 3, step 0, next 03:22, unroutable, unreachable
            """)
    }

    @Test("A unit that the place does not know is no reason to refuse or to fall silent")
    func unknownUnit() throws {
        var timeline = Timeline(facts: World.facts(unit: "nowhere"))
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (no such unit); handling (no such unit)
              → step 2 tells nobody: unit-above (no such unit)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:17 due
              → step 1 of default until 03:22
              → misses tier:leader (no such unit)
              → misses handling (no such unit)
              → misses unit-above (no such unit)
              → tells p9 over hook: person:p9
              → tells phone:office over call: phone:office
              = open, round 2, step 1, next 03:22, unreachable
            """)
    }

    @Test("The first ladder that matches wins, whatever comes after it")
    func firstMatch() {
        let ladders = [
            ladder("floods", IncidentMatch(categories: [.nature])),
            ladder("chemicals", IncidentMatch(categories: [.accident], types: ["危险化学品"])),
            ladder("accidents", IncidentMatch(categories: [.accident])),
            ladder("default", IncidentMatch()),
        ]
        #expect(chosen(ladders, World.facts()) == "chemicals")
        #expect(chosen(ladders, World.facts(type: "火灾")) == "accidents")
        #expect(chosen(ladders, World.facts(type: nil)) == "accidents")
        #expect(chosen(ladders, World.facts(category: .nature)) == "floods")
        #expect(chosen(ladders, World.facts(category: nil, type: nil)) == "default")
        #expect(chosen(ladders.reversed(), World.facts()) == "default")
    }

    @Test("A ladder may be for some units only; an unknown unit is none of them")
    func matchesUnits() {
        let ladders = [ladder("office", IncidentMatch(units: ["office", "mine"])), ladder("default", IncidentMatch())]
        #expect(chosen(ladders, World.facts(unit: "mine")) == "office")
        #expect(chosen(ladders, World.facts(unit: "county")) == "default")
        #expect(chosen(ladders, World.facts(unit: nil)) == "default")
    }

    @Test("A ladder is matched by the grade, and what has no grade routes as the policy says")
    func ungraded() {
        let ladders = [
            ladder("major", IncidentMatch(grades: [.I, .II])), ladder("larger", IncidentMatch(grades: [.III])),
            ladder("default", IncidentMatch()),
        ]
        let flood = World.facts(category: .nature)
        #expect(chosen(ladders, flood, ungradedAs: .III) == "larger")
        #expect(chosen(ladders, flood, ungradedAs: .II) == "major")
        #expect(chosen(ladders, flood, ungradedAs: .IV) == "default")
        #expect(chosen(ladders, World.facts(casualties: Casualties(dead: 12)), ungradedAs: .IV) == "major")
        #expect(chosen(ladders, World.facts(), ungradedAs: .I) == "default", "at least IV is a grade")
        let byOfficer = ChosenGrade(grade: .I, reason: "影响重大", by: "p1")
        #expect(chosen(ladders, flood, ungradedAs: .IV, grade: byOfficer) == "major")
    }

    @Test("Where no ladder matches, or the one that does has no steps, the duty phone's ladder is taken")
    func noLadder() {
        let floods = ladder("floods", IncidentMatch(categories: [.nature]))
        let empty = Ladder(name: "empty", steps: [])
        let plan = plan([floods, empty], World.facts())
        #expect(plan.origin == .noLadder)
        #expect(plan.ladder.name == "duty-phone")
        #expect(plan.ladder.steps.map(\.tell) == [[.phone("office")], [.person("p9"), .phone("office")]])
        #expect(chosen([empty, floods], World.facts(category: .nature)) == "floods")
    }

    private func ladder(_ name: String, _ match: IncidentMatch) -> Ladder {
        Ladder(name: name, match: match, steps: World.standardSteps)
    }

    private func chosen(
        _ ladders: [Ladder], _ facts: IncidentFacts, ungradedAs: Grade = .III, grade: ChosenGrade? = nil
    ) -> String {
        plan(ladders, facts, ungradedAs: ungradedAs, grade: grade).ladder.name
    }

    private func plan(
        _ ladders: [Ladder], _ facts: IncidentFacts, ungradedAs: Grade = .III, grade: ChosenGrade? = nil
    ) -> EscalationPlan {
        let policy = Policy(
            fallback: [.person("p9"), .phone("office")], ungradedAs: ungradedAs, ladders: ladders)
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties),
            chosen: grade)
        let board = DutyBoard(at: Instant(seconds: 0), place: World.place, isInPeriod: true, stands: [])
        return RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board)
    }
}
