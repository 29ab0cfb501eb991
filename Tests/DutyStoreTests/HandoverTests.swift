import Calendars
import DutyStore
import Incidents
import Rosters
import Testing
import Watchkeeping

@Suite("A change of shift")
struct HandoverTests {
    @Test(
        "ten minutes before and after it, the other side is on the board as well",
        arguments: [
            ("2026-10-01T23:49", [], ["p001"]), ("2026-10-01T23:50", ["p002"], ["p001"]),
            ("2026-10-01T23:59", ["p002"], ["p001"]), ("2026-10-02T00:00", ["p001"], ["p002"]),
            ("2026-10-02T00:09", ["p001"], ["p002"]), ("2026-10-02T00:10", [], ["p002"]),
        ] as [(String, [String], [String])])
    func bothSides(time: String, others: [String], standing: [String]) throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        let board = try store.dutyBoard(at: Examples.instant(time)).board
        #expect(board.handovers.map(\.person.text) == others)
        #expect(board.stands.map(\.person.text) == standing)
    }

    @Test("between two periods that adjoin, the one's people hand over to the other's")
    func betweenPeriods() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(leaders: [0, 0]), policy: Examples.policy, by: nil, at: Examples.noon)
        let next = Examples.book("next", from: "2026-10-03", to: "2026-10-04", leaders: [1, 1])
        try store.publish(book: next, policy: Examples.policy, by: nil, at: Examples.noon)
        let before = try store.dutyBoard(at: Examples.instant("2026-10-02T23:55")).board
        #expect(before.handovers.map(\.person) == ["p002"] && before.stands.map(\.person) == ["p001"])
        let after = try store.dutyBoard(at: Examples.instant("2026-10-03T00:05")).board
        #expect(after.handovers.map(\.person) == ["p001"] && after.stands.map(\.person) == ["p002"])
    }

    /// 李建国 hands over to 张卫东 at midnight, in a unit that counts keys.
    private func store(keys: [String]) throws -> DutyStore {
        let store = try TemporaryFile().store()
        let unit = Unit(
            id: "emergency-office", name: "应急管理局", dutyPhone: "0000-5550110", posts: [Ordinal(0), Ordinal(1)],
            readiness: UnitReadiness(keys: keys))
        let book = Examples.book(place: Examples.place().with(units: [unit]))
        try store.publish(book: book, policy: Examples.policy, by: nil, at: Examples.noon)
        return store
    }

    @Test("what a sheet notes as missing stands on the sheets of later changes, until one is signed without it")
    func missing() throws {
        let store = try store(keys: ["值班手机"])
        let change = try #require(
            try store.handovers(of: "emergency-office", around: Examples.instant("2026-10-02T00:00")).first
        ).change
        func sheet(hours: Int) throws -> HandoverSheet {
            try store.handoverSheet(of: "emergency-office", before: change.at + .minutes(hours * 60))
        }
        func later(_ hours: Int) -> ChangeOver {
            ChangeOver(
                unit: change.unit, post: change.post, at: change.at + .minutes(hours * 60),
                outgoing: change.incoming, incoming: change.outgoing)
        }
        try store.signHandover(change, by: "p001", missing: ["值班手机"], at: change.at)
        try store.signHandover(change, by: "p002", at: change.at)
        #expect(try sheet(hours: 0).missing.isEmpty, "its own signatures say it")
        #expect(try sheet(hours: 24).missing.map(\.thing) == ["值班手机"])
        try store.signHandover(later(24), by: "p002", at: change.at + .minutes(1440))
        #expect(try sheet(hours: 48).missing.map(\.since) == [change.at], "the outgoing alone do not bring it back")
        let done = try store.signHandover(later(24), by: "p001", at: change.at + .minutes(1440))
        #expect(done.signature(.incoming)?.sheet.missing.map(\.thing) == ["值班手机"], "as it was signed")
        #expect(try sheet(hours: 48).missing.isEmpty)
    }

    @Test("a policy without a window tells nobody but who stands")
    func none() throws {
        let store = try TemporaryFile().store()
        var policy = Examples.policy
        policy.handover = .zero
        try store.publish(book: Examples.book(), policy: policy, by: nil, at: Examples.noon)
        #expect(try store.dutyBoard(at: Examples.instant("2026-10-02T00:00")).board.handovers.isEmpty)
    }
}
