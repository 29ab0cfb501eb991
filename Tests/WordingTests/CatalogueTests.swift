import Calendars
import Incidents
import Rosters
import Testing
import Wording

@Suite("One catalogue, two languages")
struct CatalogueTests {
    @Test("Every rule has a name and an explanation in Chinese characters and in English")
    func rules() {
        for rule in RuleName.allCases {
            for phrase in [rule.phrase, rule.explanation] {
                #expect(phrase.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
                #expect(phrase.en.contains { $0.isASCII && $0.isLetter })
            }
        }
    }

    @Test("Nothing of what the law keeps for an investigation is ever asserted: neither 谎报 nor 瞒报")
    func noVerdicts() {
        let phrases =
            RuleName.allCases.map(\.explanation) + Category.allCases.map(\.phrase) + Grade.allCases.map(\.phrase)
        for phrase in phrases { #expect(!phrase.zh.contains("谎报") && !phrase.zh.contains("瞒报")) }
    }

    @Test("A day's span is short, an end at midnight is 24:00 of the day before")
    func spans() throws {
        let zone = Zone.shanghai
        let start = try #require(zone.instant(parsing: "2026-02-17T18:00"))
        let midnight = try #require(zone.instant(parsing: "2026-02-18T00:00"))
        let morning = try #require(zone.instant(parsing: "2026-02-18T08:30"))
        #expect(zone.span(Interval(start: start, end: midnight)) == "02-17 18:00–24:00")
        #expect(zone.span(Interval(start: start, end: morning)) == "02-17 18:00 → 02-18 08:30")
    }
}
