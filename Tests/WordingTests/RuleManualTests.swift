import Calendars
import Foundation
import RosterFiles
import RosterRules
import Rosters
import Testing
import Wording

@Suite("RuleManual: docs/rules.md")
struct RuleManualTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/rules.md")

    @Test("The manual is what the rules say today; `make record` writes it anew")
    func fresh() throws {
        let manual = try RuleManual.markdown { rule, example in
            let book = try book(of: example)
            let wording = FindingWording(place: book.place)
            return Check.run(book).findings.filter { $0.rule == rule.name }.map(wording.message)
        }
        if ProcessInfo.processInfo.environment["DUTY_RECORD"] != nil {
            try Data(manual.utf8).write(to: Self.page)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == manual)
    }

    private func book(of example: RuleExample) throws -> RosterBook {
        func file(_ name: String, _ text: String) -> SourceFile { SourceFile(path: name, bytes: Array(text.utf8)) }
        func calendar(_ year: Int, version: Int = 1, holidays: String = "[]") -> SourceFile {
            file(
                "cn-\(year)-\(version).yaml",
                """
                notice: \(year)
                version: \(version)
                status: announced
                title: example
                source: example
                holidays: \(holidays)
                """)
        }
        let amended = "[{name: 示例节, off: [2025-05-01], work: [], statutory: []}]"
        let place = PlaceReader.read(
            PlaceSources(
                place: file("place.yaml", example.place), people: file("people.csv", ExamplePlace.people),
                absences: file("absences.csv", ExamplePlace.absences), policy: nil,
                calendar: [calendar(2025), calendar(2025, version: 2, holidays: amended), calendar(2026)]))
        let placeBook = try #require(place.value)
        #expect(place.diagnostics.isEmpty)
        let roster = PeriodReader.read(
            PeriodSources(
                period: file("period.yaml", example.period),
                tables: example.table.map { [file("office.csv", $0)] } ?? []),
            in: placeBook)
        #expect(roster.diagnostics.isEmpty)
        return RosterBook(calendar: placeBook.calendar, place: placeBook.place, roster: try #require(roster.value))
            .changed(by: example.changes)
    }
}
