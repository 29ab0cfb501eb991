import Calendars
import Foundation
import GRDB
import Incidents
import Rosters
import Testing

@testable import DutyStore

@Suite("A database of the first schema")
struct MigrationTests {
    private let first = IncidentNumber(year: 2026, sequence: 1)
    private let second = IncidentNumber(year: 2026, sequence: 2)

    /// A drill as the first release left it: a publication, one incident in its second round, one acknowledged.
    private func old() throws -> TemporaryFile {
        let file = try TemporaryFile()
        let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Resources/schema1.sql")
        let sql = try String(contentsOf: dump, encoding: .utf8)
            .replacingOccurrences(of: "BEGIN TRANSACTION;", with: "")
            .replacingOccurrences(of: "COMMIT;", with: "")
        try file.raw().writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
        }
        return file
    }

    @Test("opens, is brought up to date once, and keeps its ledger and its roster")
    func opens() throws {
        let file = try old()
        let before = try file.everything().filter { $0.hasPrefix("ledger ") }
        let store = try file.store()
        #expect(try file.everything().filter { $0.hasPrefix("ledger ") } == before)
        guard case .intact(let count) = try store.verifyLedger() else {
            Issue.record("the ledger is broken")
            return
        }
        #expect(count == before.count)
        #expect(try store.alteredPublications().isEmpty)
        #expect(try store.dutyBoard(at: Examples.instant("2026-03-04T12:00")).board.stands.count == 2)
        let after = try file.everything()
        _ = try file.store()
        #expect(try file.everything() == after)
        #expect(try file.raw().read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } == Schema.version)
    }

    @Test("keeps its incidents, its informant and its messages")
    func keeps() throws {
        let store = try old().store()
        let open = try #require(try store.incident(first))
        #expect(open.callers == [0: Caller(name: "门卫老刘")])
        #expect(open.escalation.phase == .open && open.escalation.round == 2 && open.escalation.isUnreachable)
        #expect(open.escalation.isWidened)
        #expect(Set(open.escalation.earlier.map(\.recipient)) == [.person("p1"), .person("p4")])
        #expect(open.policy.ladders == [open.plan.ladder])
        #expect(try store.messages(of: first).map(\.notice) == [nil, nil])
        let acknowledged = try #require(try store.incident(second))
        #expect(acknowledged.escalation.phase == .acknowledged)
        let lastEntry = try #require(try store.ledger(of: second).last).at
        #expect(acknowledged.escalation.askAgainAt == lastEntry + .minutes(120))
    }

    @Test("goes on escalating where it stood")
    func goesOn() throws {
        let store = try old().store()
        let due = try #require(try store.nextDue(.steps))
        #expect(due == .step(first, at: try #require(try store.incident(first)?.escalation.nextStepAt)))
        let board = try store.dutyBoard(at: due.at).board
        let after = try store.change(first, at: due.at) { incident, outbox, _ in
            try IncidentMachine(incident).handle(.due, at: due.at, board: board, outbox: outbox)
        }
        #expect(!after.escalation.told.isEmpty)
        #expect(try #require(after.escalation.nextStepAt) > due.at)
        #expect(try store.messages(of: first).contains { $0.round == 2 })
    }
}
