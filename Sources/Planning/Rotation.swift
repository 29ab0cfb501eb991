import Calendars
import RosterRules
import Rosters

/// 顺排: a post is filled in turn, from where each rotation stopped; the planner then only mends conflicts.
///
/// Working days, rest days and statutory holidays each have a turn of their own. Who the published tables named has
/// had a turn, whoever stood in: a swap never shifts later turns.
struct Rotation {
    /// Against a seat out of turn, in hundredths of a point: far above fairness and wishes.
    static let weight: Int64 = 1_000_000

    private(set) var turns: [SlotKey: Set<Ordinal<Person>>] = [:]

    init(_ request: PlanRequest) {
        let place = request.book.place
        guard !place.plan.rotation.isEmpty else { return }
        let context = CheckContext(request.book.withoutReceipts)
        let kept = Dictionary(grouping: request.kept) { PostOfUnit(unit: $0.unit, post: $0.post) }
        for need in context.needs where place.plan.isRotated(need.post) {
            let slots = SlotLayout(
                place: place, need: need, rows: request.rows[need.unit] ?? [],
                kept: kept[PostOfUnit(unit: need.unit, post: need.post)] ?? []
            ).slots()
            fill(slots, of: need, request)
        }
    }

    private mutating func fill(_ slots: [PlanSlot], of need: CoverNeed, _ request: PlanRequest) {
        let place = request.book.place
        let calendar = request.book.calendar
        let people = place.pool(of: need.post, in: need.unit).filter {
            Eligibility.exclusion(of: place[$0], from: place[need.post], rank: need.rank) == nil
        }
        guard !people.isEmpty else { return }
        var next: [DayKind: Int] = [:]
        for kind in DayKind.allCases {
            let turns = request.past.turns
                .filter { $0.unit == need.unit && $0.post == need.post && calendar.kind(of: $0.date) == kind }
            let last = turns.map(\.date).max()
            next[kind] = Self.next(after: turns.filter { $0.date == last }.map(\.person), among: people)
        }
        for slot in slots {
            let kind = calendar.kind(of: slot.date)
            let start = next[kind] ?? 0
            let seats = min(slot.count, people.count)
            turns[SlotKey(slot)] = Set((start..<start + seats).map { people[$0 % people.count] })
            next[kind] = start + seats
        }
    }

    /// Behind the last of those who stood together: whoever of them has nobody of them next, as the list goes round.
    private static func next(after stood: [Ordinal<Person>], among people: [Ordinal<Person>]) -> Int {
        let places = Set(stood.compactMap { people.firstIndex(of: $0) })
        let ends = places.map { ($0 + 1) % people.count }.filter { !places.contains($0) }
        // Where some between them were passed over, behind the one from whom most of the list lies ahead.
        func ahead(of place: Int) -> Int {
            people.indices.first { places.contains((place + $0) % people.count) } ?? 0
        }
        return ends.sorted(by: >).max { ahead(of: $0) < ahead(of: $1) } ?? 0
    }
}
