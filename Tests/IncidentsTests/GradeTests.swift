import Incidents
import Rosters
import Testing

@Suite("The grade of an accident, 国令493 art. 3")
struct GradeTests {
    private static func computed(
        _ casualties: Casualties, category: Category? = .accident, type: String? = "火灾"
    ) -> ComputedGrade? {
        ComputedGrade(category: category, type: type, casualties: casualties)
    }

    private static func grade(dead: Int = 0, serious: Int = 0, loss: Int = 0) -> Grade? {
        computed(Casualties(dead: dead, serious: serious, lossYuan: loss))?.grade
    }

    @Test(
        "Deaths: 以上 includes the number, 以下 does not",
        arguments: [
            (0, Grade.IV), (1, .IV), (2, .IV), (3, .III), (9, .III), (10, .II), (29, .II), (30, .I), (31, .I),
            (1000, .I),
        ])
    func deaths(count: Int, expected: Grade) {
        #expect(Self.grade(dead: count) == expected)
    }

    @Test(
        "Serious injuries, acute poisoning among them",
        arguments: [
            (0, Grade.IV), (9, .IV), (10, .III), (49, .III), (50, .II), (99, .II), (100, .I), (101, .I),
        ])
    func seriousInjuries(count: Int, expected: Grade) {
        #expect(Self.grade(serious: count) == expected)
    }

    @Test(
        "Direct loss in yuan, to the yuan",
        arguments: [
            (0, Grade.IV), (9_999_999, .IV), (10_000_000, .III), (49_999_999, .III), (50_000_000, .II),
            (99_999_999, .II), (100_000_000, .I), (100_000_001, .I),
        ])
    func loss(yuan: Int, expected: Grade) {
        #expect(Self.grade(loss: yuan) == expected)
    }

    @Test("The worst criterion decides, and is named; several that reach the same grade are all named")
    func worstDecides() {
        let loss = Self.computed(Casualties(dead: 2, serious: 12, lossYuan: 60_000_000))
        #expect(loss?.grade == .II)
        #expect(loss?.decidedBy == [.loss])
        let both = Self.computed(Casualties(dead: 3, serious: 10, lossYuan: 0))
        #expect(both?.grade == .III)
        #expect(both?.decidedBy == [.dead, .serious])
        let none = Self.computed(Casualties(dead: 0, serious: 0, lossYuan: 0))
        #expect(none?.grade == .IV)
        #expect(none?.decidedBy == [.dead, .serious, .loss])
        #expect(none?.isProvisional == false)
    }

    @Test("The missing and the slightly hurt are reported, and never grade")
    func missing() {
        let casualties = Casualties(dead: 0, missing: 300, serious: 0, slight: 3000, lossYuan: 0)
        #expect(Self.computed(casualties)?.grade == .IV)
        #expect(Self.computed(casualties)?.isProvisional == false)
        #expect(Self.computed(Casualties(dead: 0, missing: nil, serious: 0, lossYuan: 0))?.isProvisional == false)
    }

    @Test("While nothing is known the grade is at least IV, decided by nothing")
    func nothingKnown() {
        let grade = Self.computed(Casualties())
        #expect(grade?.grade == .IV)
        #expect(grade?.decidedBy == [])
        #expect(grade?.unknown == [.dead, .serious, .loss])
        #expect(grade?.isProvisional == true)
    }

    @Test("What is still unknown makes the grade provisional, for it could be worse")
    func partlyKnown() {
        let grade = Self.computed(Casualties(dead: 3))
        #expect(grade?.grade == .III)
        #expect(grade?.decidedBy == [.dead])
        #expect(grade?.unknown == [.serious, .loss])
        #expect(grade?.isProvisional == true)
    }

    @Test(
        "I is provisional too while a criterion is unknown",
        arguments: [
            Casualties(dead: 30), Casualties(serious: 100), Casualties(lossYuan: 100_000_000),
        ])
    func worstIsProvisional(casualties: Casualties) {
        let grade = Self.computed(casualties)
        #expect(grade?.grade == .I)
        #expect(grade?.unknown.count == 2)
        #expect(grade?.isProvisional == true)
    }

    @Test(
        "Outside production safety nothing is computed", arguments: [.nature, .health, .security, nil] as [Category?])
    func otherCategories(category: Category?) {
        #expect(Self.computed(Casualties(dead: 50), category: category) == nil)
    }

    @Test(
        "Art. 2 leaves pollution, nuclear plants and defence research to other rules",
        arguments: [
            "环境污染", "核设施", "国防科研生产",
        ])
    func excludedTypes(type: String) {
        #expect(Self.computed(Casualties(dead: 50), type: type) == nil)
    }

    @Test("An accident of unknown type is graded")
    func unknownType() {
        #expect(Self.computed(Casualties(dead: 10), type: nil)?.grade == .II)
    }

    @Test("I is the worst grade and IV the least")
    func order() {
        #expect([Grade.III, .I, .IV, .II].sorted() == [.I, .II, .III, .IV])
    }
}
