import Foundation
import Testing

@Suite("What the kernel saw")
struct TraceTests {
    @Test(
        "The log is on disk before the word accepted is written, in a new database as in an old one, as text or as JSON",
        arguments: [["--lang", "zh"], ["--lang", "en"], ["--json"]])
    func syncedFirst(form: [String]) async throws {
        let desk = try DrillDesk()
        for _ in ["a new database", "an old one"] {
            let arguments = ["report", "--what", "leak", "--where", "gate"] + form
            let (trace, run) = try await SystemTrace.duty(arguments, environment: desk.environment)
            #expect(run.stdout.contains("accepted") || run.stdout.contains(#""incident""#))
            let said = try #require(trace.writes(to: "/stdout").first, "nothing was said")
            let logged = trace.writes(to: "drill.db-wal").filter { $0.began < said.began }
            let last = try #require(logged.last, "nothing was written to the log before it was said")
            #expect(last.result != -1)
            let isOnDisk = trace.syncs(of: "drill.db-wal").contains { sync in
                guard let returned = sync.returned, let written = last.returned else { return false }
                return written < sync.began && returned < said.began
            }
            #expect(isOnDisk, "the log was not on disk when it was said: \(trace.calls)")
            let folder = desk.scratch.url.lastPathComponent
            #expect(
                trace.syncs(of: folder).contains { $0.began < said.began },
                "the new log's name was not on disk when it was said")
        }
    }
}
