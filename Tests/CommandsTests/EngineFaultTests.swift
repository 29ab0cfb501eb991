import DutyStore
import Foundation
import Incidents
import TestSupport
import Testing

@Suite("Engines in trouble")
struct EngineFaultTests {
    @Test("Two engines share the work: each message is sent once, by one of them")
    func shared() async throws {
        try await LoopbackSink.with(answers: [.together(paths: 2)]) { sink in
            // No answer comes before both have begun, however late the second starts.
            let county = try await HookDesk(sink, timeout: 300)
            try county.report(40)
            let engines = [try await county.engine("a", sink), try await county.engine("b", sink)]
            try await engines[0].until("everything accepted", county.desk) {
                try county.isEverythingAccepted
            }
            let requests = await sink.requests
            let ids = requests.compactMap { $0.header("Duty-Message-Id") }
            #expect(Set(ids).count == ids.count, "a message was sent twice")
            #expect(Set(ids) == Set(try county.messages.map(\.id.text)))
            #expect(Set(requests.map(\.path)) == ["/a", "/b"])
            #expect(try county.messages.allSatisfy { $0.attempts == 1 })
            for engine in engines { #expect(engine.end(SIGTERM) == 0) }
        }
    }

    @Test("One of two engines is killed with messages in its hands: the other sends them, under the same ids")
    func oneKilled() async throws {
        try await LoopbackSink.with(answers: [.never, .never, .never, .status(200)]) { sink in
            let county = try await HookDesk(sink)
            try county.report(4)
            let dying = try await county.engine("dying", sink)
            try await dying.until("three messages in the first engine's hands", county.desk) {
                await sink.requests.count >= 3
            }
            let stuck = await sink.requests.prefix(3).compactMap { $0.header("Duty-Message-Id") }
            dying.end(SIGKILL)
            let living = try await county.engine("living", sink)
            try await living.until("everything accepted", county.desk) {
                try county.isEverythingAccepted
            }
            let after = await sink.requests.filter { $0.path == "/living" }.compactMap { $0.header("Duty-Message-Id") }
            #expect(Set(stuck).isSubset(of: after))
            #expect(Set(after).count == after.count)
            #expect(living.end(SIGTERM) == 0)
        }
    }

    @Test("An engine that may not write for a while keeps running, and goes on when it may")
    func writeLimit() async throws {
        try await LoopbackSink.with { sink in
            let county = try await HookDesk(sink)
            let engine = try await county.engine("a", sink)
            try await engine.until("the engine runs", county.desk) {
                try await !county.desk.duty("list").stderr.contains("No engine")
            }
            try limitFileSize(of: engine.id, to: "512:")
            try county.report(1)
            try await engine.until("a failed cycle", county.desk) { try engine.stderr.contains("cycle failed") }
            #expect(await sink.requests.isEmpty, "nothing is sent that could not be noted first")
            try limitFileSize(of: engine.id, to: "unlimited")
            try await engine.until("the message accepted", county.desk) {
                try county.messages.contains { $0.state == .accepted }
            }
            #expect(engine.end(SIGTERM) == 0)
        }
    }

    /// Sets the soft RLIMIT_FSIZE of a running process.
    private func limitFileSize(of process: Int32, to limit: String) throws {
        let prlimit = try Process.run(
            URL(fileURLWithPath: "/usr/bin/prlimit"), arguments: ["--pid", "\(process)", "--fsize=\(limit)"])
        prlimit.waitUntilExit()
        try #require(prlimit.terminationStatus == 0)
    }
}
