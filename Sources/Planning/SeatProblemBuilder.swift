import Calendars
import RosterRules
import Rosters

/// Puts a planning problem into numbers: candidates by rule, what each seat weighs, what is wished for.
struct SeatProblemBuilder {
    let request: PlanRequest
    let context: CheckContext
    let slots: [PlanSlot]
    let members: [Ordinal<Person>]
    private let numbers: [Ordinal<Person>: Int32]
    /// By slot.
    private let pools: [Pool]

    /// Who can sit in a slot, and whom only leaves keep out.
    private struct Pool {
        var free: [Ordinal<Person>] = []
        var away: [(person: Ordinal<Person>, leaves: [Int32])] = []
    }

    /// `guests` are people of the problem although no slot is theirs.
    init(request: PlanRequest, context: CheckContext, slots: [PlanSlot], guests: [Ordinal<Person>] = []) {
        let place = request.book.place
        let leaves = Self.leaves(in: place)
        let order = RankOrder(context)
        let pools = slots.map { Self.pool(of: $0, in: place, leaves: leaves, order) }
        let able = Set(guests + zip(slots, pools).flatMap { $0.kept + $1.free + $1.away.map(\.person) })
        let people = able.union(Self.partners(of: able, in: context))
        self.request = request
        self.context = context
        self.slots = slots
        self.pools = pools
        self.members = people.sorted { place[$0].id < place[$1].id }
        self.numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, Int32($0)) })
    }

    private var place: Place { request.book.place }

    func problem() -> SeatProblem {
        let costs = SeatCosts(request: request, place: place)
        let stations = numbering(planned + elsewhere)
        let units = numbering(slots.map(\.unit))
        let loads = DayLoads(slots.map(\.date), in: place, request.book.calendar)
        let numbered = zip(slots, pools).map { slot, pool in
            seatSlot(
                slot, pool, costs, loads,
                unit: (units[slot.unit] ?? 0) + (isOutsideRanks(slot) ? Int32(units.count) : 0),
                station: stations[PostOfUnit(unit: slot.unit, post: slot.post)] ?? 0)
        }
        return SeatProblem(slots: numbered, people: people(stations), limits: limits, weights: weights)
            .sparingTheDoubleBooked()
    }

    private var planned: [PostOfUnit] { slots.map { PostOfUnit(unit: $0.unit, post: $0.post) } }

    /// Posts at which somebody stands although nothing is planned there, by what planners write.
    private var elsewhere: [PostOfUnit] {
        Set(context.stands.all.map { PostOfUnit(unit: $0.assignment.unit, post: $0.assignment.post) }).sorted {
            (place[$0.unit].id, place[$0.post].key) < (place[$1.unit].id, place[$1.post].key)
        }
    }

    /// Whoever leads over all may outrank the leader on duty: he is numbered as a unit of his own.
    private func isOutsideRanks(_ slot: PlanSlot) -> Bool {
        place.rules.isRankKept && place[slot.post].tier == .overallLeader
    }

    // MARK: - Slots

    private static func leaves(in place: Place) -> [Ordinal<Person>: [Int32]] {
        Dictionary(grouping: place.absences.indices.map(Int32.init)) { place.absences[Int($0)].person }
    }

    /// Who stands in another period and must not stand beside people of the problem.
    private static func partners(of people: Set<Ordinal<Person>>, in context: CheckContext) -> [Ordinal<Person>] {
        let place = context.place
        return place.rules.pairs.apart.flatMap { pair -> [Ordinal<Person>] in
            guard let first = place.person(pair.first), let second = place.person(pair.second),
                people.contains(first) != people.contains(second)
            else { return [] }
            let partner = people.contains(first) ? second : first
            return context.stands.stands(of: partner).isEmpty ? [] : [partner]
        }
    }

    private static func pool(
        of slot: PlanSlot, in place: Place, leaves: [Ordinal<Person>: [Int32]], _ order: RankOrder
    ) -> Pool {
        var pool = Pool()
        for person in place.pool(of: slot.post, in: slot.unit)
        where Eligibility.exclusion(of: place[person], from: place[slot.post], rank: slot.rank) == nil
            && order.allows(person, in: slot)
        {
            let away = (leaves[person] ?? []).filter { place.absences[Int($0)].interval.overlaps(slot.interval) }
            if away.isEmpty { pool.free.append(person) } else { pool.away.append((person, away)) }
        }
        return pool
    }

    private func seatSlot(
        _ slot: PlanSlot, _ pool: Pool, _ costs: SeatCosts, _ loads: DayLoads, unit: Int32, station: Int32
    ) -> SeatProblem.Slot {
        let post = place[slot.post]
        let candidates = pool.free.compactMap { person in
            numbers[person].map { SeatProblem.Candidate($0, cost: costs.cost(of: person, in: slot)) }
        }
        let barred = pool.away.compactMap { person, leaves in
            numbers[person].map { SeatProblem.Barred(person: $0, leaves: leaves) }
        }
        return SeatProblem.Slot(
            unit: unit, station: station, start: slot.interval.start.seconds, end: slot.interval.end.seconds,
            day: slot.date.dayNumber, month: Int32(slot.date.year * 12 + slot.date.month - 1), count: slot.count,
            load: loads.load(minutes: slot.interval.wholeMinutes, on: slot.date), priority: post.tier.planPriority,
            isLeader: post.tier == .leader,
            isOnSite: post.isOnSite, pinned: slot.kept.compactMap { numbers[$0] },
            candidates: candidates.sorted { $0.person < $1.person }, barred: barred.sorted { $0.person < $1.person })
    }

    // MARK: - People

    private func people(_ stations: [PostOfUnit: Int32]) -> [SeatProblem.Member] {
        let date = place.zone.date(of: context.window.start)
        let histories = PastLoads(place: place, calendar: request.book.calendar, year: date.year)
            .loads(of: request.past)
        let teams = numbering(members.map { place[$0].team }.filter { !$0.isEmpty }.sorted())
        let apart = apart()
        let busy = busy(stations)
        return members.map { person in
            SeatProblem.Member(
                history: histories[person.index], rank: Int32(place[person].rank?.level ?? -1),
                team: teams[place[person].team] ?? -1, busy: busy[person] ?? [],
                apart: (apart[person] ?? []).sorted())
        }
    }

    private func apart() -> [Ordinal<Person>: [Int32]] {
        guard place.rules.severity(.apart, default: .error) != nil else { return [:] }
        var apart: [Ordinal<Person>: [Int32]] = [:]
        for pair in place.rules.pairs.apart {
            guard let first = place.person(pair.first), let second = place.person(pair.second),
                let number = numbers[first], let other = numbers[second]
            else { continue }
            apart[first, default: []].append(other)
            apart[second, default: []].append(number)
        }
        return apart
    }

    /// Duties of overlapping periods; every one of this period is a slot.
    private func busy(_ stations: [PostOfUnit: Int32]) -> [Ordinal<Person>: [SeatProblem.Busy]] {
        var busy: [Ordinal<Person>: [SeatProblem.Busy]] = [:]
        for stand in context.stands.all where !stand.isOwn && numbers[stand.assignment.person] != nil {
            let assignment = stand.assignment
            let post = PostOfUnit(unit: assignment.unit, post: assignment.post)
            busy[assignment.person, default: []].append(
                SeatProblem.Busy(
                    station: stations[post] ?? Int32(stations.count),
                    start: assignment.interval.start.seconds, end: assignment.interval.end.seconds,
                    day: assignment.date.dayNumber, isOnSite: place[assignment.post].isOnSite))
        }
        return busy.mapValues { duties in
            duties.uniqued().sorted { ($0.start, $0.end, $0.station) < ($1.start, $1.end, $1.station) }
        }
    }

    // MARK: - Rules and wishes

    private var limits: SeatProblem.Limits {
        let rules = place.rules
        func isKept(_ rule: RuleName) -> Bool { rules.severity(rule, default: .error) != nil }
        return SeatProblem.Limits(
            rest: isKept(.rest) ? rules.rest?.components.seconds ?? 0 : 0,
            dutyLength: isKept(.dutyLength) ? rules.dutyLength.components.seconds : .max / 4,
            most: isKept(.mostDuties) ? rules.mostDuties : nil,
            window: isKept(.mostInWindow) ? rules.mostInWindow.map { .init(days: $0.days, most: $0.count) } : nil,
            consecutive: isKept(.mostConsecutive) ? rules.mostConsecutive : nil, isRankKept: rules.isRankKept)
    }

    private var weights: SeatProblem.Weights {
        let weights = place.plan.weights
        return SeatProblem.Weights(
            fairness: Int64(weights.fairness.count), spacingDays: place.plan.spacingDays,
            spacing: Int64(weights.spacing.count) * ScoreUnit.square, months: Int64(weights.months.count),
            teams: Int64(weights.teams.count) * ScoreUnit.square)
    }

    /// Numbers from 0 in the order of first mention.
    private func numbering<Thing: Hashable>(_ things: [Thing]) -> [Thing: Int32] {
        Dictionary(uniqueKeysWithValues: things.uniqued().enumerated().map { ($1, Int32($0)) })
    }
}

/// The measure of scores: loads count minutes, and 1 point is a half-day squared, in hundredths.
package enum ScoreUnit {
    /// Minutes of a half-day.
    package static let halfDay: Int64 = 720
    static let square = halfDay * halfDay
    /// What one point of the score is in the numbers of the problem.
    package static let point = square * 100
}

extension Tier {
    /// How bad an empty seat is beside others: leaders first, standby last.
    var planPriority: Int64 {
        switch self {
        case .overallLeader, .leader: 4
        case .keyPost: 3
        case .dutyOfficer: 2
        case .standby: 1
        }
    }
}
