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

    @Test("I is the worst grade and IV the least")
    func order() {
        #expect([Grade.III, .I, .IV, .II].sorted() == [.I, .II, .III, .IV])
    }
}

@Suite("The grade against a naive reading of the article")
struct GradeGridTests {
    /// Art. 3 read sentence by sentence, from the worst; an unknown number fulfils nothing.
    private static func naive(_ dead: Int?, _ serious: Int?, _ loss: Int?) -> Grade {
        let deaths = dead ?? -1
        let injuries = serious ?? -1
        let tenThousands = loss.map { Double($0) / 10_000 } ?? -1
        if deaths >= 30 || injuries >= 100 || tenThousands >= 10_000 { return .I }
        if (10..<30).contains(deaths) || (50..<100).contains(injuries) || (5_000..<10_000).contains(tenThousands) {
            return .II
        }
        if (3..<10).contains(deaths) || (10..<50).contains(injuries) || (1_000..<5_000).contains(tenThousands) {
            return .III
        }
        return .IV
    }

    @Test("On a grid around every bound, known and unknown, both readings agree")
    func agrees() {
        let deaths = [nil] + (0...35).map(Optional.some)
        let injuries: [Int?] = [nil, 0, 1, 8, 9, 10, 11, 30, 48, 49, 50, 51, 98, 99, 100, 101, 5000]
        let bounds = [10_000_000, 50_000_000, 100_000_000]
        let around: [Int] = bounds.flatMap { [$0 - 1, $0, $0 + 1] }
        let losses = [nil, 0] + around.map(Optional.some)
        var wrong: [String] = []
        for dead in deaths {
            for serious in injuries {
                for loss in losses {
                    let grade = ComputedGrade(
                        category: .accident, type: nil,
                        casualties: Casualties(dead: dead, serious: serious, lossYuan: loss))
                    let expected = Self.naive(dead, serious, loss)
                    let isProvisional = dead == nil || serious == nil || loss == nil
                    if grade?.grade != expected || grade?.isProvisional != isProvisional {
                        wrong.append("\(dead as Any) \(serious as Any) \(loss as Any)")
                    }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("A follow-up that only adds never lowers the grade")
    func monotone() {
        var random = SplitMix64(seed: 493)
        func maybe(_ number: Int) -> Int? { random.chance(30) ? nil : number }
        for _ in 0..<2000 {
            let dead = maybe(random.number(0...40))
            let serious = maybe(random.number(0...120))
            let loss = maybe(random.number(0...120_000_000))
            let before = Self.computed(dead, serious, loss)
            let after = Self.computed(
                (dead ?? 0) + random.number(0...10), (serious ?? 0) + random.number(0...30),
                (loss ?? 0) + random.number(0...60_000_000))
            #expect(after <= before)
        }
    }

    private static func computed(_ dead: Int?, _ serious: Int?, _ loss: Int?) -> Grade {
        let casualties = Casualties(dead: dead, serious: serious, lossYuan: loss)
        return ComputedGrade(category: .accident, type: nil, casualties: casualties)?.grade ?? .IV
    }
}
