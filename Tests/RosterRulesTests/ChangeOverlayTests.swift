import Calendars
import RosterRules
import Rosters
import TestSupport
import Testing

@Suite("Changes over a published table")
struct ChangeOverlayTests {
    private static func hour(_ hour: Int) -> Instant { Instant(seconds: Int64(hour) * 3600) }
    private static func span(_ from: Int, _ to: Int) -> Interval { Interval(start: hour(from), end: hour(to)) }
    private static func slot(_ person: PersonID, _ from: Int = 0, _ to: Int = 24) -> DutySlot {
        DutySlot(unit: "u", post: "p", interval: span(from, to), person: person)
    }
    private static func approved(
        _ number: Int, _ change: RosterChange, since: Int? = nil, until: Int? = nil
    ) -> ApprovedChange {
        ApprovedChange(
            number: ChangeNumber(number), change: change, approvedBy: "boss", since: since.map(hour),
            until: until.map(hour))
    }
    private func text(_ pieces: [SlotPiece]) -> String {
        pieces.map { "\($0.person) \($0.interval.start.seconds / 3600)-\($0.interval.end.seconds / 3600)" }
            .joined(separator: ", ")
    }

    @Test("Whoever is relieved for a part stands the rest")
    func part() {
        let overlay = ChangeOverlay([Self.approved(1, .relief(of: Self.slot("a"), during: Self.span(8, 12), by: "b"))])
        #expect(text(overlay.pieces(of: Self.slot("a"))) == "a 0-8, b 8-12, a 12-24")
        #expect(
            overlay.pieces(of: Self.slot("a"))[1].standIn
                == StandIn(for: "a", change: ChangeNumber(1), approvedBy: "boss"))
    }

    @Test("A substitute can be relieved again, and a swap exchanges two slots")
    func chain() {
        let overlay = ChangeOverlay([
            Self.approved(1, .relief(of: Self.slot("a"), during: Self.span(0, 24), by: "b")),
            Self.approved(2, .relief(of: Self.slot("b"), during: Self.span(6, 24), by: "c")),
            Self.approved(3, .swap(Self.slot("x", 24, 48), Self.slot("y", 48, 72))),
        ])
        #expect(text(overlay.pieces(of: Self.slot("a"))) == "b 0-6, c 6-24")
        #expect(text(overlay.pieces(of: Self.slot("x", 24, 48))) == "y 24-48")
        #expect(text(overlay.pieces(of: Self.slot("y", 48, 72))) == "x 48-72")
    }

    @Test("An absence leaves a hole that nobody fills, not a mute; a relief made before or after it fills it")
    func absence() {
        let away = Self.approved(1, .absence("a", Self.span(10, 30), standIn: nil))
        #expect(text(ChangeOverlay([away]).pieces(of: Self.slot("a"))) == "a 0-10")
        #expect(text(ChangeOverlay([away]).pieces(of: Self.slot("a"), isAbsenceIgnored: true)) == "a 0-24")
        let relief = Self.approved(2, .relief(of: Self.slot("a"), during: Self.span(10, 24), by: "b"))
        #expect(text(ChangeOverlay([away, relief]).pieces(of: Self.slot("a"))) == "a 0-10, b 10-24")
    }

    @Test("A change has no effect where a newer version names another person")
    func moved() {
        let overlay = ChangeOverlay([Self.approved(1, .relief(of: Self.slot("a"), during: Self.span(0, 24), by: "b"))])
        #expect(text(overlay.pieces(of: Self.slot("z"))) == "z 0-24")
        #expect(text(overlay.pieces(of: Self.slot("a", 0, 12))) == "a 0-12")
    }

    @Test("Who stood before a change was approved, and until it was undone, stays as it was")
    func effect() {
        let relief = RosterChange.relief(of: Self.slot("a"), during: Self.span(8, 24), by: "b")
        let undone = ChangeOverlay([Self.approved(1, relief, since: 10, until: 14)])
        #expect(text(undone.pieces(of: Self.slot("a"))) == "a 0-10, b 10-14, a 14-24")
        let away = Self.approved(2, .absence("a", Self.span(0, 24), standIn: nil), since: 6, until: 20)
        #expect(text(ChangeOverlay([away]).pieces(of: Self.slot("a"))) == "a 0-6, a 20-24")
        let never = ChangeOverlay([Self.approved(1, relief, since: 2, until: 4)])
        #expect(text(never.pieces(of: Self.slot("a"))) == "a 0-24" && never.isEmpty)
    }

    @Test("Hour by hour the pieces are what a naive walk over the changes says, in 3,000 random worlds")
    func naive() {
        for seed in 0..<3000 {
            var random = SplitMix64(seed: UInt64(seed))
            let people: [PersonID] = ["a", "b", "c", "d"]
            let slots = (0..<3).map { Self.slot(random.pick(people), $0 * 24, $0 * 24 + 24) }
            let changes = (1...random.number(1...5)).map { number -> ApprovedChange in
                let since = random.number(-20...40)
                return Self.approved(
                    number, Self.change(among: slots, people, &random),
                    since: random.number(0...1) == 0 ? nil : since,
                    until: random.number(0...2) == 0 ? since + random.number(0...30) : nil)
            }
            let overlay = ChangeOverlay(changes)
            for slot in slots {
                let pieces = overlay.pieces(of: slot)
                for hour in 0..<72 where slot.interval.contains(Self.hour(hour)) {
                    let there = pieces.filter { $0.interval.contains(Self.hour(hour)) }.map(\.person)
                    #expect(there == naive(slot, changes, at: Self.hour(hour)), "seed \(seed), hour \(hour)")
                }
            }
        }
    }

    private static func change(
        among slots: [DutySlot], _ people: [PersonID], _ random: inout SplitMix64
    ) -> RosterChange {
        func anybody(in interval: Interval) -> DutySlot {
            DutySlot(unit: "u", post: "p", interval: interval, person: random.pick(people))
        }
        let slot = anybody(in: random.pick(slots).interval)
        let from = random.number(0...60)
        let part = span(from, from + random.number(1...24))
        switch random.number(0...2) {
        case 0:
            return .relief(of: slot, during: slot.interval.intersection(part) ?? slot.interval, by: random.pick(people))
        case 1: return .swap(slot, anybody(in: random.pick(slots).interval))
        default: return .absence(slot.person, part, standIn: nil)
        }
    }

    private func naive(_ slot: DutySlot, _ changes: [ApprovedChange], at instant: Instant) -> [PersonID] {
        var holder = slot.person
        func take(_ taken: DutySlot, _ part: Interval, _ by: PersonID) {
            if taken.interval == slot.interval, taken.person == holder, part.contains(instant) { holder = by }
        }
        let changes = changes.filter {
            ($0.since ?? instant) <= instant && ($0.until.map { instant < $0 } ?? true)
        }
        for approved in changes {
            switch approved.change {
            case .relief(let taken, let part, let by): take(taken, part, by)
            case .swap(let first, let second):
                take(first, first.interval, second.person)
                take(second, second.interval, first.person)
            case .absence: break
            }
        }
        let isAway = changes.contains { approved in
            if case .absence(let person, let span, _) = approved.change {
                person == holder && span.contains(instant)
            } else {
                false
            }
        }
        return isAway ? [] : [holder]
    }
}
