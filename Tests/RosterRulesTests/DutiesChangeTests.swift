import Calendars
import Rosters
import TestSupport
import Testing

@Suite("Who gains and loses which duty")
struct DutiesChangeTests {
    private static func slot(_ person: PersonID, _ from: Int, _ to: Int, post: PostKey = "p") -> DutySlot {
        DutySlot(unit: "u", post: post, interval: span(from, to), person: person)
    }
    private static func span(_ from: Int, _ to: Int) -> Interval {
        Interval(start: Instant(seconds: Int64(from) * 3600), end: Instant(seconds: Int64(to) * 3600))
    }
    private func changes(_ before: [DutySlot], _ after: [DutySlot], since hour: Int = 0) -> String {
        DutiesChange.between(
            before, and: after, since: Self.span(hour, hour).start,
            cause: .version(period: "x", version: 2)
        ).map { change in
            func text(_ slots: [DutySlot]) -> String {
                slots.map { "\($0.interval.start.seconds / 3600)-\($0.interval.end.seconds / 3600)" }
                    .joined(separator: " ")
            }
            return "\(change.person) +\(text(change.gained)) -\(text(change.lost))"
        }.joined(separator: ", ")
    }

    @Test("Only what really changes, and only from now on")
    func fromNow() {
        #expect(
            changes([Self.slot("a", 0, 24)], [Self.slot("a", 0, 8), Self.slot("b", 8, 24)]) == "a + -8-24, b +8-24 -")
        #expect(changes([Self.slot("a", 0, 24)], [Self.slot("b", 0, 24)], since: 10) == "a + -10-24, b +10-24 -")
        #expect(changes([Self.slot("a", 0, 24)], [Self.slot("b", 0, 24)], since: 24).isEmpty)
    }

    @Test("A duty that is only cut into other shifts is the same duty")
    func cut() {
        #expect(changes([Self.slot("a", 0, 24)], [Self.slot("a", 0, 9), Self.slot("a", 9, 24)]).isEmpty)
        #expect(changes([Self.slot("a", 0, 24)], [Self.slot("a", 0, 12), Self.slot("a", 14, 24)]) == "a + -12-14")
        #expect(changes([Self.slot("a", 0, 24)], [Self.slot("a", 0, 24, post: "q")]) == "a +0-24 -0-24")
    }

    @Test("A change has lapsed where a newer version names others, and only there")
    func lapsed() {
        let relief = ApprovedChange(
            number: ChangeNumber(1), change: .relief(of: Self.slot("a", 0, 24), during: Self.span(8, 24), by: "b"),
            approvedBy: "boss")
        let next = ApprovedChange(
            number: ChangeNumber(2), change: .relief(of: Self.slot("b", 0, 24), during: Self.span(8, 24), by: "c"),
            approvedBy: "boss")
        func lapsed(_ published: DutySlot) -> [Int] {
            ChangeOverlay.lapsed([relief, next], over: [published]).map(\.value)
        }
        #expect(lapsed(Self.slot("a", 0, 24)).isEmpty)
        #expect(lapsed(Self.slot("b", 0, 24)) == [1])
        #expect(lapsed(Self.slot("z", 0, 24)) == [1, 2])
    }
}
