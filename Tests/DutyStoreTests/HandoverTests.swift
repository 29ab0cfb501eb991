import Calendars
import DutyStore
import Incidents
import Rosters
import Testing

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

    @Test("a policy without a window tells nobody but who stands")
    func none() throws {
        let store = try TemporaryFile().store()
        var policy = Examples.policy
        policy.handover = .zero
        try store.publish(book: Examples.book(), policy: policy, by: nil, at: Examples.noon)
        #expect(try store.dutyBoard(at: Examples.instant("2026-10-02T00:00")).board.handovers.isEmpty)
    }
}
