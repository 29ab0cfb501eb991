import Calendars
import Foundation
import GRDB
import Incidents
import Testing

@testable import DutyStore

@Suite("Opening a database")
struct OpeningTests {
    @Test("what was committed is on disk: synchronous is FULL and the log is a write-ahead log")
    func durability() throws {
        let file = try TemporaryFile()
        for store in [try file.store(), try file.store()] {
            let settings = try store.write { db in
                [
                    try String.fetchOne(db, sql: "PRAGMA synchronous"),
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
                    try String.fetchOne(db, sql: "PRAGMA busy_timeout"),
                ]
            }
            #expect(settings == ["2", "wal", "1", "5000"])
        }
    }

    @Test("a missing file becomes a real database, which stays one")
    func missingFile() throws {
        let file = try TemporaryFile()
        #expect(try file.store().clock == .real)
        #expect(try file.store().clock == .real)
        #expect(try file.store().ledger().isEmpty)
    }

    @Test("a database of a newer schema is refused and not touched")
    func newerSchema() throws {
        let file = try TemporaryFile()
        _ = try file.store()
        try file.tamper("PRAGMA user_version = 7")
        let before = try file.everything()
        #expect(throws: StoreError.newerSchema(found: 7, known: Schema.version)) { try file.store() }
        #expect(try file.everything() == before)
    }

    @Test("a text file is refused and not touched", arguments: [10, 100_000])
    func textFile(length: Int) throws {
        let file = try TemporaryFile()
        let text = String(repeating: "x", count: length)
        try text.write(toFile: file.path, atomically: true, encoding: .utf8)
        #expect(throws: StoreError.notADatabase(path: file.path)) { try file.store() }
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == text)
    }

    @Test("another program's database is refused and not touched")
    func foreignDatabase() throws {
        let file = try TemporaryFile()
        try file.tamper("CREATE TABLE song (title TEXT)")
        #expect(throws: StoreError.notADatabase(path: file.path)) { try file.store() }
        #expect(throws: StoreError.notADatabase(path: file.path)) {
            try DutyStore.createDrill(file.path, name: "演练", at: Examples.noon)
        }
        #expect(try file.raw().read { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "delete")
    }

    @Test("a folder that does not exist is an error of its own")
    func missingFolder() throws {
        #expect {
            try DutyStore.open("/nowhere/duty.db")
        } throws: { error in
            if case StoreError.cannotOpen(path: "/nowhere/duty.db", _) = error { true } else { false }
        }
    }

    @Test("many may open a new file at once")
    func openingTogether() async throws {
        let file = try TemporaryFile()
        let path = file.path
        try await withThrowingTaskGroup(of: DatabaseClock.self) { group in
            for _ in 0..<8 { group.addTask { try DutyStore.open(path).clock } }
            for try await clock in group { #expect(clock == .real) }
        }
        #expect(try file.everything().filter { $0.hasPrefix("desk ") }.count == 1)
    }

    @Test("a full disk is said so, and leaves what was stored readable")
    func fullDisk() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let first = try store.record(Examples.intake(), at: Examples.noon)
        try store.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let before = try file.everything()
        let informant = String(repeating: "很长的话", count: 20_000)
        #expect(throws: StoreError.diskFull) {
            try store.record(Examples.intake(informant: informant), at: Examples.noon)
        }
        #expect(try file.everything() == before)
        #expect(try store.incidents(includingClosed: true) == [first])
    }

    @Test("a database that somebody else holds can still be read")
    func heldByAnother() throws {
        let file = try TemporaryFile()
        let first = try file.store().record(Examples.intake(), at: Examples.noon)
        try file.raw().write { _ in
            let found = try file.store().incident(first.number)
            #expect(found == first)
        }
    }
}
