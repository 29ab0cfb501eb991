import Calendars
import RosterRules
import Rosters

/// What a seat costs a person beside fairness: wishes, last year's 除夕, changes of a previous roster.
struct SeatCosts {
    private let place: Place
    private let weights: PlanSettings.Weights
    private let wishes: [Ordinal<Person>: [Wish]]
    private let stoodLastEve: [Int: Set<Ordinal<Person>>]
    /// Who stood in each slot before; nil without a previous roster.
    private let previous: [SlotKey: Set<Ordinal<Person>>]?
    /// Whose turn it is by the rotation; only slots of posts that are filled in turn.
    private let turns: [SlotKey: Set<Ordinal<Person>>]
    /// Whoever qualifies for a leader's post of the own unit; nobody where that costs nothing.
    private let leaders: Set<Ordinal<Person>>

    init(request: PlanRequest, place: Place) {
        self.place = place
        self.weights = place.plan.weights
        self.wishes = Dictionary(grouping: request.wishes, by: \.person)
        let dates = Set(request.book.roster.assignments.map(\.date.year))
        let first = place.zone.date(of: request.book.window.start).year
        let years = dates.union([first, first + 1])
        let calendar = request.book.calendar
        self.stoodLastEve = Dictionary(
            uniqueKeysWithValues: years.map {
                ($0, PastLoads(place: place, calendar: calendar, year: $0).stoodLastEve(request.past))
            })
        self.previous = request.previous.map(Self.people)
        self.turns = Rotation(request).turns
        self.leaders = weights.seniors > .zero ? Self.leaders(of: place) : []
    }

    private static func people(of assignments: [Assignment]) -> [SlotKey: Set<Ordinal<Person>>] {
        Dictionary(grouping: assignments) { SlotKey($0) }.mapValues { Set($0.map(\.person)) }
    }

    /// Each part in units of the score.
    struct Parts {
        var wishes: Int64 = 0
        var eveAgain: Int64 = 0
        var change: Int64 = 0
        var turns: Int64 = 0
        var seniors: Int64 = 0

        var sum: Int64 { wishes + eveAgain + change + turns + seniors }
    }

    func cost(of person: Ordinal<Person>, in slot: PlanSlot) -> Int64 { parts(of: person, in: slot).sum }

    func parts(of person: Ordinal<Person>, in slot: PlanSlot) -> Parts {
        Parts(
            wishes: wish(of: person, on: slot.date), eveAgain: eve(person, slot), change: change(person, slot),
            turns: turn(person, slot), seniors: senior(person, slot))
    }

    private func wish(of person: Ordinal<Person>, on date: CivilDate) -> Int64 {
        guard let wishes = wishes[person] else { return 0 }
        return wishes.filter { $0.from <= date && date <= $0.to }.reduce(0) { sum, wish in
            let cost = ScoreUnit.square * Int64(weights.wishes.count) * Int64(wish.weight.count) / 100
            return wish.isFor ? sum - cost : sum + cost
        }
    }

    private func eve(_ person: Ordinal<Person>, _ slot: PlanSlot) -> Int64 {
        guard stoodLastEve[slot.date.year]?.contains(person) == true,
            DayLabel.labels(of: slot.date).contains(.newYearsEve)
        else { return 0 }
        return ScoreUnit.square * Int64(weights.eveAgain.count)
    }

    /// A seat that somebody else had before.
    private func change(_ person: Ordinal<Person>, _ slot: PlanSlot) -> Int64 {
        guard let previous, previous[SlotKey(slot)]?.contains(person) != true else { return 0 }
        return ScoreUnit.square * Int64(weights.change.count)
    }

    /// A seat whose turn it is not.
    private func turn(_ person: Ordinal<Person>, _ slot: PlanSlot) -> Int64 {
        guard let turns = turns[SlotKey(slot)], !turns.contains(person) else { return 0 }
        return ScoreUnit.square * Rotation.weight
    }

    /// Whoever qualifies for a leader's post of the own unit.
    static func leaders(of place: Place) -> Set<Ordinal<Person>> {
        Set(
            place.people.indices.map { Ordinal<Person>($0) }.filter { person in
                place[place[person].unit].posts.contains { post in
                    place[post].tier.isLeader
                        && Eligibility.exclusion(of: place[person], from: place[post], rank: place[post].rank) == nil
                }
            })
    }

    /// A leader who stands at a post that is no leader's.
    private func senior(_ person: Ordinal<Person>, _ slot: PlanSlot) -> Int64 {
        guard leaders.contains(person), !place[slot.post].tier.isLeader else { return 0 }
        return ScoreUnit.square * Int64(weights.seniors.count)
    }
}
