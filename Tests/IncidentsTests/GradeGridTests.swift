import Incidents
import Rosters
import TestSupport
import Testing

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
