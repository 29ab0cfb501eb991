import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing
import Wording

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("The rosters of the repository")
struct RepositoryRostersTests {
    private static let rosters = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rosters")

    private func file(_ path: String) throws -> SourceFile {
        SourceFile(path: path, bytes: Array(try Data(contentsOf: Self.rosters.appending(path: path))))
    }

    private func names(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Self.rosters.appending(path: folder).path)
            .filter { $0.hasSuffix(ending) }.sorted()
    }

    private func qinghePlace() throws -> Reading<PlaceBook> {
        PlaceReader.read(
            PlaceSources(
                place: try file("qinghe/place.yaml"), people: try file("qinghe/people.csv"),
                absences: try file("qinghe/absences.csv"), policy: try file("qinghe/policy.yaml"),
                calendar: try names(in: "calendar", ending: ".yaml").map { try file("calendar/" + $0) },
                cards: try names(in: "qinghe/cards", ending: ".md").map { try file("qinghe/cards/" + $0) }))
    }

    @Test("every file of qinghe is read without a diagnostic")
    func qinghe() throws {
        let place = try qinghePlace()
        #expect(place.diagnostics.map { $0.text(in: .en) } == [])
        let book = try #require(place.value)
        for folder in try names(in: "qinghe", ending: "") where folder.hasPrefix("20") {
            let path = "qinghe/" + folder
            let sources = PeriodSources(
                period: try file(path + "/period.yaml"),
                tables: try names(in: path, ending: ".csv").map { try file(path + "/" + $0) })
            let reading = PeriodReader.read(sources, in: book)
            #expect(reading.diagnostics.map { $0.text(in: .en) } == [])
            #expect(PeriodReader.periodKey(of: sources.period) == reading.value?.period.key)
        }
    }

    @Test(
        "a leak of IV climbs hazmat; raised to III it has a ladder and local limits of its own, by phone and in writing"
    )
    func raisedLeak() throws {
        let book = try #require(try qinghePlace().value)
        let policy = book.policy
        func facts(dead: Int) throws -> (IncidentFacts, Grading) {
            let at = try #require(book.place.zone.instant(parsing: "2026-02-17T03:12"))
            let facts = IncidentFacts(
                what: "氯气泄漏", place: "化工园区", unit: "county-office", category: .accident, type: "危险化学品", happenedAt: at,
                receivedAt: at, recordedAt: at, casualties: Casualties(dead: dead))
            let computed = ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties)
            return (facts, Grading(computed: computed, chosen: nil))
        }
        func ladder(dead: Int) throws -> String? {
            let (facts, grading) = try facts(dead: dead)
            let grade = grading.routed(ungradedAs: policy.ungradedAs)
            return policy.ladders.first { $0.match.matches(facts, grade: grade) }?.name
        }
        #expect(try [0, 3, 10].map(ladder) == ["hazmat", "serious", "major"])
        func local(dead: Int) throws -> [String] {
            let (facts, grading) = try facts(dead: dead)
            return policy.deadlines(for: facts, grading: grading, in: book.place).filter { $0.profile != "national" }
                .map { "\($0.to) \($0.over) \($0.within.wholeMinutes)" }
        }
        #expect(try local(dead: 0) == [])
        #expect(try local(dead: 3) == ["superior phone 20", "superior written 40"])
    }
}
