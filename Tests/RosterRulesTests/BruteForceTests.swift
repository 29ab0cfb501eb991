import Calendars
import RandomPlaces
import RosterRules
import Rosters
import Testing

@Suite struct BruteForceTests {
    @Test(
        "On 2,000 random small places, findings and minutes equal those of a checker that looks at every minute",
        arguments: [0, 500, 1000, 1500])
    func equalsTheNaiveChecker(from seed: Int) {
        var seen: [RuleName: Int] = [:]
        var failures = 0
        for seed in seed..<(seed + 500) where failures < 3 {
            let book = RandomPlace.book(seed: seed)
            let report = NaiveReport(Check.run(book))
            let truth = NaiveChecker(book).report()
            let differences = report.differences(from: truth, in: book.place)
            if !differences.isEmpty {
                failures += 1
                Issue.record("The place of seed \(seed) is judged wrongly:\n\(differences.joined(separator: "\n"))")
            }
            for finding in truth.findings { seen[finding.rule, default: 0] += 1 }
        }
        for rule in RuleName.allCases {
            #expect(seen[rule, default: 0] >= 5, "the random places hardly ever break \(rule.rawValue)")
        }
    }

    @Test("Findings come with errors first, then by start, unit, post and rule")
    func order() {
        for seed in 0..<100 {
            let book = RandomPlace.book(seed: seed)
            let findings = NaiveReport(Check.run(book)).findings
            let isOrdered = zip(findings, findings.dropFirst()).allSatisfy { $0.mayPrecede($1, in: book.place) }
            #expect(isOrdered, "seed \(seed)")
        }
    }

    @Test("The same place gives the same report, findings, remedies and all")
    func isDeterministic() {
        for seed in 0..<30 {
            #expect(
                Check.run(RandomPlace.book(seed: seed)).findings == Check.run(RandomPlace.book(seed: seed)).findings)
        }
    }
}
