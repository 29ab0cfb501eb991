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

    @Test("every file of qinghe is read without a diagnostic")
    func qinghe() throws {
        let place = PlaceReader.read(
            PlaceSources(
                place: try file("qinghe/place.yaml"), people: try file("qinghe/people.csv"),
                absences: try file("qinghe/absences.csv"), policy: try file("qinghe/policy.yaml"),
                calendar: try names(in: "calendar", ending: ".yaml").map { try file("calendar/" + $0) }))
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
}
