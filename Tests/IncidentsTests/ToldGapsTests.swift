import Calendars
import Foundation
import Incidents
import Rosters
import Testing

@Suite("Who was told of which gap")
struct ToldGapsTests {
    private static func gap(_ from: Int, _ to: Int, needed: Int? = 1, have: Int? = 0, post: PostKey = "leader")
        -> PostGap
    {
        PostGap(
            unit: "office", post: post,
            interval: Interval(start: Instant(seconds: Int64(from) * 3600), end: Instant(seconds: Int64(to) * 3600)),
            needed: needed, have: have)
    }

    private static func opened(_ gaps: PostGap...) -> MatterSubject {
        .gapsOpened(GapsOpened(absent: "a", absence: gaps[0].interval, gaps: gaps))
    }

    private static func closed(_ gaps: PostGap...) -> MatterSubject {
        .gapsClosed(
            GapsClosed(
                by: .absence("a", gaps[0].interval, standIn: nil), cause: .undone(ChangeNumber(1), by: "a"), gaps: gaps)
        )
    }

    private static func matter(_ number: Int, _ subject: MatterSubject, to people: PersonID...) -> Matter {
        Matter(
            number: MatterNumber(number), subject: subject, raisedAt: Instant(seconds: 0), ways: [],
            told: people.map {
                Told(
                    recipient: .person($0), round: 1, step: 1, unit: nil, post: nil, target: .person($0), ways: ["call"]
                )
            }, reserve: [])
    }

    private func text(_ told: ToldGaps, _ gaps: PostGap...) -> [String] {
        told.hearers(of: gaps).map { recipients, gaps in
            let hours = gaps.map { "\($0.interval.start.seconds / 3600)-\($0.interval.end.seconds / 3600)" }
            return recipients.map(\.text).joined(separator: ",") + ": " + hours.joined(separator: ",")
        }
    }

    @Test("Each hears of what of a closed gap each was told of, those who heard of the same together")
    func hearers() {
        let told = ToldGaps([
            Self.matter(1, Self.opened(Self.gap(8, 20)), to: "x", "y"),
            Self.matter(2, Self.opened(Self.gap(20, 30)), to: "y", "z"),
        ])
        #expect(text(told, Self.gap(10, 24)) == ["x: 10-20", "y: 10-24", "z: 20-24"])
        #expect(text(told, Self.gap(8, 20)) == ["x,y: 8-20"])
        #expect(text(told, Self.gap(8, 20, post: "officer")).isEmpty)
    }

    @Test("What was told to be closed is not told again, unless it opened anew; what is only eased is still open")
    func again() {
        let full = Self.gap(8, 12, needed: 1, have: 1)
        let news = [
            Self.matter(1, Self.opened(Self.gap(8, 20)), to: "x"), Self.matter(2, Self.closed(full), to: "x"),
            Self.matter(3, Self.closed(Self.gap(12, 14, needed: 2, have: 1)), to: "x"),
        ]
        #expect(text(ToldGaps(news), Self.gap(8, 20)) == ["x: 12-20"])
        #expect(
            text(ToldGaps(news + [Self.matter(4, Self.opened(Self.gap(8, 9)), to: "x")]), Self.gap(8, 20))
                == ["x: 8-9,12-20"])
    }

    /// Gaps as they were recorded at first.
    private struct OldGaps: Encodable {
        let absent: PersonID
        let absence: Interval
        let gaps: [DutySlot]
    }

    @Test("Records from before the numbers were kept are read")
    func oldRecords() throws {
        let gap = Self.gap(8, 20, needed: nil, have: nil)
        let slot = DutySlot(unit: gap.unit, post: gap.post, interval: gap.interval, person: "a")
        let data = try JSONEncoder().encode(OldGaps(absent: "a", absence: gap.interval, gaps: [slot]))
        #expect(try JSONDecoder().decode(GapsOpened.self, from: data).gaps == [gap])
        let closed = try JSONDecoder().decode(GapsClosed.self, from: data)
        #expect(closed.absent == "a" && closed.cause == nil && closed.gaps == [gap])
        #expect(text(ToldGaps([Self.matter(1, Self.opened(gap), to: "x")]), gap) == ["x: 8-20"])
    }
}
