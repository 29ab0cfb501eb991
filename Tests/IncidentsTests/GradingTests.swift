import Calendars
import Incidents
import Rosters
import Testing

@Suite("The computed grade and the chosen one")
struct GradingTests {
    private static func computed(_ casualties: Casualties) -> ComputedGrade? {
        ComputedGrade(category: .accident, type: "火灾", casualties: casualties)
    }

    @Test("The chosen grade beats the computed one, both are kept, and it is not provisional")
    func chosen() {
        let computed = Self.computed(Casualties(dead: 3))
        let chosen = ChosenGrade(grade: .II, reason: "影响重大", by: "p1")
        let grading = Grading(computed: computed, chosen: chosen)
        #expect(grading.grade == .II)
        #expect(grading.isProvisional == false)
        #expect(grading.computed == computed && computed?.grade == .III)
        #expect(grading.chosen == chosen)
        let lower = Grading(computed: computed, chosen: ChosenGrade(grade: .IV, reason: "核实", by: nil))
        #expect(lower.grade == .IV)
    }

    @Test("Without either the grade is null, and the policy says as what it routes", arguments: Grade.allCases)
    func ungraded(substitute: Grade) {
        let grading = Grading(computed: nil, chosen: nil)
        #expect(grading.grade == nil)
        #expect(grading.isProvisional == false)
        #expect(grading.routed(ungradedAs: substitute) == substitute)
        let computed = Grading(computed: Self.computed(Casualties(dead: 3)), chosen: nil)
        #expect(computed.routed(ungradedAs: substitute) == .III)
        #expect(computed.isProvisional)
    }

    private static func choice(_ grade: Grade) -> ChosenGrade { ChosenGrade(grade: grade, reason: "研判", by: "p1") }
    private static let before = Grading(computed: computed(Casualties(dead: 3)), chosen: choice(.IV))

    @Test("A choice on older facts lapses when the computed grade becomes worse than both, and is kept as lapsed")
    func lapses() {
        let after = Self.before.revised(computed: Self.computed(Casualties(dead: 10)), chosen: nil)
        #expect(after.grade == .II)
        #expect(after.chosen == nil)
        #expect(after.lapsed == Self.choice(.IV))
    }

    @Test("A choice stays while the computed grade is no worse than before, though worse than the choice")
    func sameFacts() {
        let after = Self.before.revised(computed: Self.computed(Casualties(dead: 4)), chosen: nil)
        #expect(after.grade == .IV)
        #expect(after.computed?.grade == .III)
        #expect(after.lapsed == nil)
    }

    @Test("A choice stays while it is as bad as the computed grade becomes, or worse", arguments: [Grade.I, .II])
    func worseChoice(grade: Grade) {
        let before = Grading(computed: Self.computed(Casualties(dead: 3)), chosen: Self.choice(grade))
        let after = before.revised(computed: Self.computed(Casualties(dead: 10)), chosen: nil)
        #expect(after.chosen == Self.choice(grade))
        #expect(after.lapsed == nil)
    }

    @Test("A choice lapses too when a grade can be computed for the first time and is worse")
    func firstComputed() {
        let before = Grading(computed: nil, chosen: Self.choice(.IV))
        let after = before.revised(computed: Self.computed(Casualties(dead: 3)), chosen: nil)
        #expect(after.grade == .III)
        #expect(after.lapsed == Self.choice(.IV))
        #expect(before.revised(computed: Self.computed(Casualties(dead: 2)), chosen: nil).chosen == Self.choice(.IV))
    }

    @Test("A new choice counts whatever is computed, and the one before it is kept")
    func newChoice() {
        let after = Self.before.revised(computed: Self.computed(Casualties(dead: 30)), chosen: Self.choice(.III))
        #expect(after.grade == .III)
        #expect(after.computed?.grade == .I)
        #expect(after.lapsed == Self.choice(.IV))
    }

    @Test("What has lapsed stays on the record")
    func staysLapsed() {
        let worse = Self.before.revised(computed: Self.computed(Casualties(dead: 10)), chosen: nil)
        #expect(worse.revised(computed: Self.computed(Casualties(dead: 30)), chosen: nil).lapsed == Self.choice(.IV))
    }
}
