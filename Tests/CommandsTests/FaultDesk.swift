import DutyStore
import Foundation
import GRDB
import Testing

/// A real database with two accepted reports, its files at rest, that a test may harm and heal.
struct FaultDesk {
    let desk: DrillDesk
    let numbers: [String]
    private let healthy: Data

    var path: String { desk.scratch.path("drill.db") }

    static let report = ["report", "--what", "leak", "--where", "gate"]

    init() async throws {
        desk = try DrillDesk(extra: ["DUTY_BUSY": "0.1"])
        var numbers: [String] = []
        for _ in 1...2 { numbers.append(try #require(try await desk.report()["incident"] as? String)) }
        self.numbers = numbers
        healthy = try Data(contentsOf: URL(fileURLWithPath: desk.scratch.path("drill.db")))
    }

    /// Changes the bytes of the database's file.
    func harm(_ change: (inout Data) -> Void) throws {
        var data = healthy
        change(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    /// The incidents in the file, past everything that reads them; nil where the file is too damaged to tell.
    var stored: Set<String>? {
        let queue = try? DatabaseQueue(path: path)
        return try? queue?.read { db in try String.fetchSet(db, sql: "SELECT number FROM incident NOT INDEXED") }
    }

    /// Puts the file back as it was, without what was left beside it.
    func heal() throws {
        for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
        try healthy.write(to: URL(fileURLWithPath: path))
    }

    /// Runs a verb in both languages; each time it must end with 3 and say one line, and nothing else.
    func expectFault(_ arguments: [String], under program: [String] = ["/usr/bin/env"], _ note: String = "")
        async throws
    {
        var said: Set<String> = []
        for language in ["zh", "en"] {
            let run = try await CommandRun.duty(
                under: program, arguments + ["--lang", language], environment: desk.environment)
            #expect(run.exitCode == 3, "\(arguments) \(note): \(run.stdout)\(run.stderr)")
            #expect(run.stdout.isEmpty)
            let lines = run.stderr.split(separator: "\n")
            #expect(lines.count == 1, "\(arguments) \(note): \(run.stderr)")
            #expect(!run.stderr.contains("Error"), "the inside of the program shows: \(run.stderr)")
            #expect(run.stderr.contains(/\p{Han}/) == (language == "zh"), "\(run.stderr)")
            said.insert(run.stderr)
        }
        #expect(said.count == 2)
    }

    /// Everything accepted is there, the ledger is whole, and the next report is stored.
    func expectWhole(_ note: String = "") async throws {
        let listed = try await desk.done("list", "--all", "--json").array().compactMap { $0["incident"] as? String }
        #expect(Set(numbers).isSubset(of: listed), "\(note)")
        try await desk.done("ledger", "verify")
        #expect(try await desk.report()["incident"] as? String != nil)
    }
}
