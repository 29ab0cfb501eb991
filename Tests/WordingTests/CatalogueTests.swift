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

    @Test(
        "Every word of warnings, responses, report elements, limits and calls exists in both languages, each different")
    func words() {
        let groups: [[Phrase]] = [
            WarningLevel.allCases.map(\.phrase), ResponseLevel.allCases.map(\.phrase),
            ReportElement.allCases.map(\.phrase), ReportElement.allCases.map(InterviewWording.question),
            ReportMedium.allCases.map(\.phrase), ClockStart.allCases.map(\.phrase), Grade.allCases.map(\.phrase),
            GradeCriterion.allCases.map(\.phrase), MessageState.allCases.map(\.phrase),
            CallOutcome.allCases.map(\.phrase), Escalation.Phase.allCases.map(\.phrase),
        ]
        for group in groups {
            #expect(Set(group.map(\.zh)).count == group.count && Set(group.map(\.en)).count == group.count)
            #expect(group.allSatisfy { $0.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } })
            #expect(group.allSatisfy { $0.en.contains { $0.isASCII && $0.isLetter } })
        }
    }

    @Test("Every question but what and where can be passed over with Enter", arguments: ReportElement.allCases)
    func questions(_ element: ReportElement) {
        #expect(InterviewWording.question(element).zh.hasSuffix("（未掌握直接回车）"))
        #expect(InterviewWording.question(element).en.hasSuffix("(Enter if unknown)"))
    }

    @Test("What is in the way of an event is said as a reason, with the people by name")
    func conflicts() {
        let names = LeakNight.names
        let causes: [IncidentConflict.Cause] = [
            .phase, .mergedInto(LeakNight.number), .notMerged, .sameIncident, .noSuchTask(3), .taskNotDone(3),
            .taskDone(3), .taskClosed(3), .needsSecondPerson("p3"),
        ]
        let said = causes.map { cause in
            IncidentConflict(number: LeakNight.number, phase: .closed, event: .due, cause: cause).causePhrase(names)
        }
        #expect(Set(said.map(\.zh)).count == causes.count && Set(said.map(\.en)).count == causes.count)
        #expect(said[8].zh == "销号须由办理人（孙丽）和责任人以外的第二人核实")
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
