import DutyStore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Disk and database in trouble")
struct FaultTests {
    @Test(
        "A file that may grow no further: a report is stored or refused with 3, never by a signal, and no accepted one is lost",
        arguments: [1, 65, 80, 110, 150, 200, 260, 340])
    func fileLimit(blocks: Int) async throws {
        let fault = try await FaultDesk()
        let limited = CommandRun.limited(toBlocks: blocks)
        var accepted: Set<String> = []
        for _ in 1...3 {
            let run = try await CommandRun.duty(
                under: limited, FaultDesk.report + ["--json"], environment: fault.desk.environment)
            #expect([0, 3].contains(run.exitCode), "\(run.exitCode): \(run.stderr)")
            if run.exitCode == 0 { accepted.insert(try #require(try run.object()["incident"] as? String)) }
            #expect(fault.stored == accepted.union(fault.numbers), "0: stored and its number said; 3: not stored")
        }
        if blocks < 64 { try await fault.expectFault(FaultDesk.report, under: limited) }
        let listed = try await fault.desk.done("list", "--json").array().compactMap { $0["incident"] as? String }
        #expect(accepted.union(fault.numbers).isSubset(of: listed))
        try await fault.expectWhole()
    }

    @Test("A database that another process holds: 3 after its patience, reading goes on, and then writing does")
    func locked() async throws {
        let fault = try await FaultDesk()
        var holding = Configuration()
        holding.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: fault.path, configuration: holding)
        try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
        try await fault.expectFault(FaultDesk.report)
        try await fault.expectFault(["close", fault.numbers[0], "--by", "p001", "--reason", "done"])
        #expect(try await fault.desk.duty("list", "--json").array().count == 2)
        try await fault.desk.done("ledger", "verify")
        try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
        try await fault.expectWhole()
    }

    @Test("A database that may only be read: reading verbs read, writing ones end with 3", arguments: [true, false])
    func readOnly(folderToo: Bool) async throws {
        let fault = try await FaultDesk()
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: fault.path)
        if folderToo { try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: fault.desk.scratch.url.path) }
        defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fault.desk.scratch.url.path) }
        for verb in [["list"], ["show", fault.numbers[0]], ["ledger", "verify"], ["ledger", "checkpoint"]] {
            let run = try await CommandRun.duty(under: Self.mortal, verb, environment: fault.desk.environment)
            #expect(run.exitCode == 0, "\(verb): \(run.stderr)")
        }
        let who = try await CommandRun.duty(under: Self.mortal, ["who"], environment: fault.desk.environment)
        #expect(who.exitCode == 1, "nobody is on duty in an empty database: \(who.stderr)")
        try await fault.expectFault(FaultDesk.report, under: Self.mortal)
        try await fault.expectFault(["ack", fault.numbers[0], "--by", "p001"], under: Self.mortal)
        #expect(try files.contentsOfDirectory(atPath: fault.desk.scratch.url.path) == ["drill.db"], "nothing is left")
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fault.desk.scratch.url.path)
        try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: fault.path)
        try await fault.expectWhole()
    }

    @Test("A published roster that may only be read can be checked and proved as it is in force")
    func readOnlyInForce() async throws {
        let (desk, place) = (try DrillDesk(), try SmallPlace())
        try await desk.done("publish", place.period)
        let writable = [try await checked(desk), try await checked(desk, "prove")]
        let (files, folder) = (FileManager.default, desk.scratch.url.path)
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: desk.scratch.path("drill.db"))
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
        defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
        let refused = try await CommandRun.duty(
            under: Self.mortal, FaultDesk.report, environment: desk.environment)
        #expect(refused.exitCode == 3, "the file can be written after all")
        #expect(try await [checked(desk), checked(desk, "prove")] == writable)
        #expect(try files.contentsOfDirectory(atPath: folder) == ["drill.db"])
    }

    /// What a verb says of the period in force, by somebody whom permissions bind.
    private func checked(_ desk: DrillDesk, _ verb: String = "check") async throws -> String {
        let run = try await CommandRun.duty(
            under: Self.mortal, [verb, "--in-force", "2026-mid", "--json"], environment: desk.environment)
        #expect(run.exitCode == 0 && run.stderr.isEmpty, "\(verb): \(run.stderr)")
        #expect(!run.stdout.isEmpty)
        return run.stdout
    }

    /// Root writes where nobody may; without this capability it is bound by the permissions as everybody is.
    static var mortal: [String] {
        geteuid() == 0 ? ["/usr/bin/setpriv", "--bounding-set=-dac_override"] : ["/usr/bin/env"]
    }

    @Test(
        "A file that is no database, or another's, or of a newer program: 3 whatever the verb, and nothing is touched",
        arguments: ["garbage", "text", "head gone", "cut in its head", "newer"])
    func unreadable(_ what: String) async throws {
        let fault = try await FaultDesk()
        try fault.harm { data in
            switch what {
            case "garbage": data = Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) })
            case "text": data = Data("not a database".utf8)
            case "head gone": data.replaceSubrange(0..<4096, with: Data(count: 4096))
            case "cut in its head": data = data.prefix(60)
            default: data[63] = 99  // user_version, big-endian, at 60
            }
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: fault.path))
        let number = fault.numbers[0]
        for verb in [FaultDesk.report, ["list"], ["who"], ["show", number], ["ledger", "verify"], ["dispatch"]] {
            try await fault.expectFault(verb, what)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: fault.path)) == before)
        try fault.heal()
        try await fault.expectWhole()
    }

    @Test(
        "An empty file holds no incident, which verbs that need one say with 3; a report begins anew in it and says so")
    func emptyFile() async throws {
        let fault = try await FaultDesk()
        try fault.harm { $0 = Data() }
        try await fault.expectFault(["show", fault.numbers[0]])
        try await fault.expectFault(["ledger", "verify"])
        let run = try await CommandRun.duty(FaultDesk.report, environment: fault.desk.environment)
        #expect(run.exitCode == 0)
        #expect(run.stderr.contains("drill.db"), "a new database is said: \(run.stderr)")
    }

    @Test(
        "Pages of rubbish, and a file cut short: whatever is met is told or passed by, nothing crashes, and it heals",
        arguments: DamageSeeds.all)
    func damagedPages(seed: UInt64) async throws {
        let fault = try await FaultDesk()
        var random = SplitMix64(seed: seed)
        try fault.harm { data in
            let pages = data.count / 4096
            if seed % 4 == 0 {
                data = data.prefix(random.number(2...pages - 1) * 4096 - random.below(2) * 100)
            } else {
                let page = random.number(1...pages - 1) * 4096
                for _ in 0..<random.pick([1, 30, 4096]) { data[page + random.below(4096)] = UInt8(random.below(256)) }
            }
        }
        let number = fault.numbers[0]
        for verb in [
            ["list", "--all"], ["show", number], ["ledger", "verify"], ["dispatch", "--until-idle"], FaultDesk.report,
            ["close", number, "--by", "p001", "--reason", "done"],
        ] {
            let before = fault.stored
            let run = try await CommandRun.duty(verb, environment: fault.desk.environment)
            if verb == FaultDesk.report, let before, let after = fault.stored {
                let new = after.subtracting(before)
                #expect(new.count == (run.exitCode == 0 ? 1 : 0), "seed \(seed): \(run.exitCode) \(run.stderr)")
                #expect(new.allSatisfy(run.stdout.contains), "seed \(seed) stored \(new), said \(run.stdout)")
            }
            #expect([0, 1, 3].contains(run.exitCode), "seed \(seed), \(verb): \(run.exitCode) \(run.stderr)")
            #expect(run.exitCode == 0 || !run.stderr.isEmpty, "seed \(seed), \(verb) says nothing")
            #expect(!run.stderr.contains("Fatal error"), "seed \(seed), \(verb): \(run.stderr)")
        }
        try fault.heal()
        try await fault.expectWhole()
    }

    @Test("Without its log a database is what it was before; a checkpoint kept elsewhere tells that something is gone")
    func missingLog() async throws {
        let fault = try await FaultDesk()
        let held = try DatabaseQueue(path: fault.path)  // keeps the log from being taken up into the file
        try await held.read { db in _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM incident") }
        try await fault.desk.done("report", "--what", "late", "--where", "gate")
        let checkpoint = try await fault.desk.done("ledger", "checkpoint").stdout.trimmingCharacters(in: .newlines)
        let copy = fault.desk.scratch.path("copy.db")
        try FileManager.default.copyItem(atPath: fault.path, toPath: copy)
        #expect(try await fault.desk.duty("list", "--json", "--db", copy).array().count == 2)
        #expect(try await fault.desk.duty("ledger", "verify", "--db", copy).exitCode == 0)
        let verdict = try await fault.desk.duty("ledger", "verify", "--db", copy, "--checkpoint", checkpoint)
        #expect(verdict.exitCode == 1, "\(verdict.stdout)")
        try await fault.desk.done(FaultDesk.report[0], "--what", "next", "--where", "gate", "--db", copy)
        try held.close()
        #expect(try await fault.desk.duty("list", "--json").array().count == 3)
    }
}

/// So many damaged files in `make test`; `make soak` takes more.
enum DamageSeeds {
    static let all: ClosedRange<UInt64> = CrashCampaign.isSoak ? 1...400 : 1...16
}
