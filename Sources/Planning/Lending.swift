import Calendars
import RosterRules
import Rosters

/// Who could be lent to slots that their own people cannot fill, and to the other shifts of their posts.
struct Lending {
    private let slots: [PlanSlot]
    /// By slot, whoever costs least first.
    private let able: [Int: [Ordinal<Person>]]

    /// `standing` is who stands elsewhere meanwhile.
    init(slots: [PlanSlot], needy: [Int], of request: PlanRequest, standing: [Assignment]) {
        let place = request.book.place
        var able: [Int: [Ordinal<Person>]] = [:]
        let absences = needy.isEmpty ? [:] : Dictionary(grouping: place.absences, by: \.person)
        let order = needy.isEmpty ? nil : LendingOrder(request, standing: standing)
        let stations = Set(needy.map { PostOfUnit(unit: slots[$0].unit, post: slots[$0].post) })
        for (number, slot) in slots.enumerated()
        where stations.contains(PostOfUnit(unit: slot.unit, post: slot.post)) {
            let own = Set(place.pool(of: slot.post, in: slot.unit))
            let people = place.people.indices.map { Ordinal<Person>($0) }.filter { person in
                !own.contains(person)
                    && Eligibility.exclusion(of: place[person], from: place[slot.post], rank: slot.rank) == nil
                    && !(absences[person] ?? []).contains { $0.interval.overlaps(slot.interval) }
            }
            able[number] = order?.sorted(people, for: slot) ?? people
        }
        self.slots = slots
        self.able = able
    }

    var people: [Ordinal<Person>] { able.values.flatMap { $0 }.uniqued().sorted() }

    /// The same by their numbers in the problem, whoever costs least first.
    func lenders(among members: [Ordinal<Person>]) -> [[Int32]] {
        guard !able.isEmpty else { return [] }
        let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
        return slots.indices.map { (able[$0] ?? []).compactMap { numbers[$0] } }
    }
}

/// Whom to lend first: no leader and of no higher rank than is asked for, free, little burdened, from nearby.
struct LendingOrder {
    private let place: Place
    private let leaders: Set<Ordinal<Person>>
    /// What stands of each person, in other periods too.
    private let standing: [Ordinal<Person>: [Interval]]
    /// Earlier loads and those of this period, by person.
    private let loads: [Int64]

    init(_ request: PlanRequest, standing: [Assignment]) {
        let (book, place) = (request.book, request.book.place)
        let days = DayLoads(standing.map(\.date), in: place, book.calendar)
        var loads = PastLoads(
            place: place, calendar: book.calendar, year: place.zone.date(of: book.window.start).year
        ).loads(of: request.past)
        for stand in standing {
            loads[stand.person.index] += days.load(minutes: stand.interval.wholeMinutes, on: stand.date)
        }
        self.place = place
        self.leaders = SeatCosts.leaders(of: place)
        self.standing = Dictionary(grouping: standing + book.overlapping.flatMap(\.assignments), by: \.person)
            .mapValues { $0.map(\.interval) }
        self.loads = loads
    }

    func sorted(_ people: [Ordinal<Person>], for slot: PlanSlot) -> [Ordinal<Person>] {
        let distances = distances(from: slot.unit)
        let keys = people.map { person in
            (
                seniority(of: person, in: slot), conflicts(of: person, in: slot), loads[person.index],
                distances[place[person].unit.index], place[person].id
            )
        }
        return people.indices.sorted { keys[$0] < keys[$1] }.map { people[$0] }
    }

    /// 0 for whoever is neither a leader at another's post nor of a higher rank than the post asks for.
    private func seniority(of person: Ordinal<Person>, in slot: PlanSlot) -> Int {
        let isLeader = !place[slot.post].tier.isLeader && leaders.contains(person)
        let isAbove = (place[person].rank?.level ?? 0) > (slot.rank?.level ?? 0)
        return (isLeader ? 2 : 0) + (isAbove ? 1 : 0)
    }

    /// How many duties lie in the shift, or too near to it to rest between.
    private func conflicts(of person: Ordinal<Person>, in slot: PlanSlot) -> Int {
        let rest = place.rules.rest ?? .zero
        let around = Interval(start: slot.interval.start - rest, end: slot.interval.end + rest)
        return (standing[person] ?? []).count { $0.overlaps(around) }
    }

    /// By unit, how many steps up and down the tree part it from this one.
    private func distances(from unit: Ordinal<Unit>) -> [Int] {
        let own = place.unitsAbove(unit)
        return place.units.indices.map { other in
            let above = place.unitsAbove(Ordinal(other))
            for (up, meeting) in above.enumerated() {
                if let down = own.firstIndex(of: meeting) { return up + down }
            }
            return above.count + own.count
        }
    }
}
