import DutyStore
import Foundation
import GRDB
import Incidents
import Testing

@Suite("duty backup")
struct BackupTests {
    /// A real database, and the numbers that were said to be accepted so far.
    private actor Room {
        let scratch: Scratch
        let environment: [String: String]
        private(set) var accepted: Set<String> = []

        init() throws {
            scratch = try Scratch()
            environment = ["DUTY_DB": scratch.path("duty.db")]
        }

        func duty(_ arguments: String...) async throws -> CommandRun {
            try await CommandRun.duty(arguments, environment: environment)
        }

        func report(_ name: String) async throws {
            let run = try await duty("report", "--json", "--what", name, "--where", "gate")
            #expect(run.exitCode == 0, "\(run.stderr)")
            accepted.insert(try #require(try run.object()["incident"] as? String))
        }
    }

    @Test("In a storm of reports the copy verifies and holds every report that was accepted before it began")
    func storm() async throws {
        let room = try Room()
        try await room.report("the first")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reporter in 1...3 {
                group.addTask { for count in 1...6 { try await room.report("\(reporter)/\(count)") } }
            }
            group.addTask {
                for count in 1...3 {
                    let before = await room.accepted
                    let path = room.scratch.path("copy-\(count).db")
                    let run = try await room.duty("backup", path, "--json")
                    #expect(run.exitCode == 0, "\(run.stderr)")
                    let copy = try DutyStore.open(path)
                    let stored = Set(try copy.incidents(includingClosed: true).map(\.number.description))
                    #expect(before.isSubset(of: stored))
                    let said = try run.object()
                    let line = try #require(said.text("checkpoint"))
                    let checkpoint = try #require(Checkpoint(line))
                    #expect(try copy.verifyLedger(against: checkpoint) == .intact(count: checkpoint.count))
                    #expect(said["entries"] as? Int == checkpoint.count)
                }
            }
            try await group.waitForAll()
        }
        #expect(await room.accepted.count == 19)
        let last = room.scratch.path("last.db")
        let run = try await room.duty("backup", last)
        #expect(run.exitCode == 0)
        let line = try #require(run.stdout.split(separator: "\n").last.map(String.init))
        #expect(try await room.duty("ledger", "verify", "--checkpoint", line).exitCode == 0)
        #expect(
            Set(try DutyStore.open(last).incidents(includingClosed: true).map(\.number.description))
                == (await room.accepted))
    }

    @Test("A file that is there is never overwritten; a folder that is not there is wrong usage")
    func refused() async throws {
        let desk = try await DrillDesk.atNight()
        let path = desk.scratch.path("copy.db")
        try await desk.done("backup", path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        try await desk.refused(2, "backup", path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        try await desk.refused(2, "backup", desk.scratch.path("nowhere/copy.db"))
    }

    @Test("A drill's copy is a drill; it is one file, and nothing of the way lies beside it")
    func drill() async throws {
        let desk = try await DrillDesk.atNight()
        let run = try await desk.done("backup", desk.scratch.path("copy.db"), "--lang", "zh")
        #expect(run.stdout.contains("演练") && run.stdout.contains("备份完成"))
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.url.path)
        #expect(names.filter { $0.hasPrefix("copy") } == ["copy.db"])
        #expect(try DutyStore.open(desk.scratch.path("copy.db")).clock == .drill(name: "test"))
    }

    @Test("Where the disk takes no more, nothing is left behind, exit 3")
    func fullDisk() async throws {
        let desk = try await DrillDesk.atNight()
        let run = try await CommandRun.duty(
            under: CommandRun.limited(toBlocks: 40), ["backup", desk.scratch.path("copy.db")],
            environment: desk.environment)
        #expect(run.exitCode == 3, "\(run.stdout)\(run.stderr)")
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.url.path)
        #expect(names.filter { $0.hasPrefix("copy") }.isEmpty)
    }

    @Test("A ledger that was edited: the copy is made and kept, and says that it is broken, exit 1")
    func broken() async throws {
        let desk = try await DrillDesk.atNight()
        try await DatabaseQueue(path: desk.scratch.path("drill.db")).write { db in
            try db.execute(sql: "DROP TRIGGER ledger_unchanged; UPDATE ledger SET at = at + 1 WHERE seq = 2")
        }
        let run = try await desk.duty("backup", desk.scratch.path("copy.db"))
        #expect(run.exitCode == 1 && run.stderr.contains("entry 2"))
        #expect(FileManager.default.fileExists(atPath: desk.scratch.path("copy.db")))
    }
}
