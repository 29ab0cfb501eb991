import Calendars
import RosterFiles
import RosterRules
import Rosters
import Testing

@Suite struct RuleExampleTests {
    @Test("Every name of a rule has exactly one rule in the book")
    func oneRuleForEachName() {
        #expect(RuleBook.rules.map { $0.name.rawValue }.sorted() == RuleName.allCases.map(\.rawValue).sorted())
    }

    @Test("The example place is read without a complaint")
    func placeIsRead() throws {
        let reading = ExampleReader.place()
        #expect(reading.diagnostics.isEmpty)
        #expect(try #require(reading.value).place.people.count == 8)
    }

    @Test(
        "Every rule has examples of both kinds, and all of them are read without a complaint",
        arguments: RuleName.allCases)
    func examplesAreRead(name: RuleName) throws {
        let rule = try #require(RuleBook.rules.first { $0.name == name })
        #expect(!rule.good.isEmpty && !rule.bad.isEmpty)
        for example in rule.good + rule.bad {
            #expect(ExampleReader.place(example.place).diagnostics.isEmpty)
            let diagnostics = try ExampleReader.roster(of: example).diagnostics
            #expect(diagnostics.isEmpty, "\(example.table ?? "no table"): \(diagnostics)")
        }
    }

    @Test("A rule finds nothing in its good examples", arguments: RuleName.allCases)
    func goodExamples(name: RuleName) throws {
        let rule = try #require(RuleBook.rules.first { $0.name == name })
        for example in rule.good {
            let findings = try ExampleReader.check(example).findings
            #expect(!findings.contains { $0.rule == name }, "\(example.table ?? "no table")")
        }
    }

    @Test("A rule finds something in each of its bad examples", arguments: RuleName.allCases)
    func badExamples(name: RuleName) throws {
        let rule = try #require(RuleBook.rules.first { $0.name == name })
        for example in rule.bad {
            let findings = try ExampleReader.check(example).findings.filter { $0.rule == name }
            #expect(!findings.isEmpty, "\(example.table ?? "no table")")
            #expect(findings.allSatisfy { !$0.reasons.isEmpty }, "a finding without a reason")
        }
    }

    @Test("The naive checker judges the examples alike", arguments: RuleName.allCases)
    func truthOfExamples(name: RuleName) throws {
        let rule = try #require(RuleBook.rules.first { $0.name == name })
        for example in rule.good + rule.bad {
            let book = try ExampleReader.book(of: example)
            let differences = NaiveReport(Check.run(book))
                .differences(from: NaiveChecker(book).report(), in: book.place)
            #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        }
    }
}

/// Reads the rules' examples as `check` would read a planner's files.
enum ExampleReader {
    private static func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }

    private static func notice(
        file year: Int, _ status: String, version: Int = 1, holidays: String = "[]"
    ) -> SourceFile {
        file(
            "cn-\(year)-\(version).yaml",
            """
            notice: \(year)
            version: \(version)
            status: \(status)
            title: 示例
            source: 示例
            holidays: \(holidays)
            """)
    }

    static func place(_ text: String = ExamplePlace.place) -> Reading<PlaceBook> {
        PlaceReader.read(
            PlaceSources(
                place: file("place.yaml", text), people: file("people.csv", ExamplePlace.people),
                absences: file("absences.csv", ExamplePlace.absences), policy: nil,
                calendar: [
                    notice(file: 2025, "announced"),
                    notice(
                        file: 2025, "announced", version: 2,
                        holidays: "[{name: 示例节, off: [2025-05-01], work: [], statutory: []}]"),
                    notice(file: 2026, "announced"), notice(file: 2027, "provisional"),
                ]))
    }

    static func roster(of example: RuleExample) throws -> Reading<Roster> {
        PeriodReader.read(
            PeriodSources(
                period: file("period.yaml", example.period),
                tables: example.table.map { [file("office.csv", $0)] } ?? []),
            in: try #require(place(example.place).value))
    }

    static func book(of example: RuleExample) throws -> RosterBook {
        let place = try #require(place(example.place).value)
        return RosterBook(
            calendar: place.calendar, place: place.place, roster: try #require(try roster(of: example).value)
        ).changed(by: example.changes)
    }

    static func check(_ example: RuleExample) throws -> CheckReport { Check.run(try book(of: example)) }
}
