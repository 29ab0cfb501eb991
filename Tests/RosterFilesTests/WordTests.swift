import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing
import Wording

@Suite("Words for values")
struct WordTests {
    @Test("every value has an English and a Chinese word, and no word means two values")
    func tables() {
        expectSound(ValueWords.tiers, Tier.allCases)
        expectSound(ValueWords.categories, Rosters.Category.allCases)
        expectSound(ValueWords.grades, Grade.allCases)
        expectSound(ValueWords.periodKinds, PeriodKind.allCases)
        expectSound(ValueWords.needs, Need.allCases)
        expectSound(ValueWords.media, ReportMedium.allCases)
        expectSound(ValueWords.ackRules, AckRule.allCases)
        expectSound(ValueWords.warningLevels, WarningLevel.allCases)
        expectSound(ValueWords.responseLevels, ResponseLevel.allCases)
        expectSound(ValueWords.clockStarts, ClockStart.allCases)
        expectSound(ValueWords.dayKinds, DayKind.allCases)
        expectSound(ValueWords.truths, [true, false])
        expectSound(ValueWords.ruleLevels, [.error, .warning, .off])
        expectSound(ValueWords.noticeStatuses, [.announced, .provisional])
        expectSound(
            ValueWords.employments, [.established, .contract, .seconded, .temporary, .guardStaff, .doorkeeper])
    }

    private func expectSound<Value>(_ table: WordTable<Value>, _ values: [Value]) {
        #expect(Set(table.words.map { $0.lowercased() }).count == table.words.count)
        for value in values {
            let words = table.rows.first { $0.value == value }?.words ?? []
            #expect(words.contains { $0.allSatisfy(\.isASCII) } && words.contains { !$0.allSatisfy(\.isASCII) })
            for word in words { #expect(table.value(" \(word.uppercased()) ") == value) }
        }
    }

    @Test("employments of other words are kept as written")
    func employment() {
        #expect(ValueWords.employment("在编") == .established)
        #expect(ValueWords.employment("志愿者") == .other("志愿者"))
        #expect(ValueWords.employment("　") == nil)
    }

    @Test("a kind of incident is a category, with or without a type")
    func incidentKind() {
        #expect(ValueWords.incidentKind("accident") == IncidentKind(category: .accident, type: nil))
        #expect(ValueWords.incidentKind("事故灾难/火灾") == IncidentKind(category: .accident, type: "火灾"))
        #expect(ValueWords.incidentKind("accident/") == nil)
        #expect(ValueWords.incidentKind("") == nil)
    }

    @Test(
        "dates are read as offices and spreadsheets write them",
        arguments: [
            ("2026-10-01", true), ("2026/10/1", true), ("2026.10.01", true), ("2026年10月1日", true),
            ("2026-10-1-", false), ("10-01-2026", false), ("2026-00-01", false), ("２０２６-10-01", false), ("", false),
            ("9999999999999999999-1-1", false), ("-2026-10-01", false), ("2026-10-01x", false), ("20261001", false),
        ])
    func dates(text: String, isDate: Bool) {
        #expect(TimeText.date(text) == (isDate ? CivilDate("2026-10-01") : nil))
    }

    @Test("instants take a T or a space, and a short hour")
    func instants() {
        let expected = Zone.shanghai.instant(parsing: "2026-10-01T08:30")
        for text in [
            "2026-10-01T08:30", "2026-10-01 08:30", "2026/10/1 8:30", "2026-10-01T00:30Z", "2026-10-01t08:30:00",
        ] {
            #expect(TimeText.instant(text, in: .shanghai) == expected)
        }
        for text in ["2026-10-01", "2026-10-01T", "2026-10-01T24:01", "T08:30", "2026-10-01T08:30 x"] {
            #expect(TimeText.instant(text, in: .shanghai) == nil)
        }
    }

    @Test("the index of people agrees with the place in every word")
    func peopleIndex() throws {
        var world = World()
        world.people = Samples.people + "李建国,p001,emergency-office\np010,孙丽,emergency-office\n"
        let place = try #require(world.placeReading.value?.place)
        let index = PeopleIndex(place)
        let units = ["", "@", "@emergency-office", "@应急管理局", "@x", "@@"]
        for person in place.people.flatMap({ [$0.id.text, $0.name] }) + ["", "甲"] {
            for unit in units { #expect(index.match(person + unit) == place.match(person + unit)) }
        }
    }

    @Test("a diagnostic is one line in both languages")
    func languages() {
        let diagnostic = Diagnostic(file: "a.csv", line: 3, problem: .unknown(.post, "值搬员", nearest: "值班员"))
        #expect(diagnostic.text(in: .zh) == "a.csv:3: 未知的岗位“值搬员”，最接近的是“值班员”")
        #expect(diagnostic.text(in: .en) == "a.csv:3: unknown post ‘值搬员’, the nearest is ‘值班员’")
    }
}
