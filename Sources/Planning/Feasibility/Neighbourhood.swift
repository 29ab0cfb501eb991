/// The slots around some troubles, asked about while all others stay as a plan has them, and ever more where that is open.
///
/// Few slots say the same as all: what is impossible among them is impossible, and what they can do while the others
/// stay is a plan of the whole.
struct Neighbourhood {
    let problem: SeatProblem
    /// Whole components: slots outside share nobody with these.
    let scope: [Int]
    /// Complete but for what the last possible answer let go of.
    private(set) var plan: SeatPlan
    private(set) var encoding: SeatEncoding
    private let shorterRest: [Int32: Int64]
    private let reaches: [Reach]
    private var level = 0
    private var isEncoded = false
    private var focus: Set<Int>
    /// Slots that are not in the plan as their facts ask for.
    private var troubled: Set<Int>

    /// Slots that begin so near to a trouble; without a limit all slots.
    private struct Reach {
        var seconds: Int64?
        var area = Area.all

        enum Area {
            case unit
            /// Also the units where those sit meanwhile who could sit in the trouble's slots.
            case unitsOfPeople
            case all
        }
    }

    /// Without a plan every slot is a trouble.
    init(
        _ problem: SeatProblem, scope: [Int], plan: SeatPlan?, focus: Set<Int> = [], shorterRest: [Int32: Int64] = [:]
    ) {
        let plan = plan ?? SeatPlan(seats: problem.slots.map { [Int32](repeating: -1, count: $0.count) })
        self.problem = problem
        self.scope = scope
        self.plan = plan
        self.focus = focus
        self.shorterRest = shorterRest
        troubled = Set(scope.filter { !problem.slots[$0].isServed(by: plan.seats[$0], without: [], at: $0) })
        reaches = Self.reaches(problem, scope)
        encoding = SeatEncoding(problem, slots: [])
        if !focus.isEmpty { encode() }
    }

    /// As far as rest and length of duty reach, then twice as far, and so on.
    private static func reaches(_ problem: SeatProblem, _ scope: [Int]) -> [Reach] {
        let starts = scope.map { problem.slots[$0].start }
        let span = (starts.max() ?? 0) - (starts.min() ?? 0)
        var seconds = problem.limits.rest + min(problem.limits.dutyLength, 86_400)
        var reaches = [Reach(seconds: seconds, area: .unit), Reach(seconds: seconds, area: .unitsOfPeople)]
        while seconds < span {
            seconds *= 2
            reaches.append(Reach(seconds: seconds))
        }
        return reaches + [Reach()]
    }

    /// Whether a plan of the whole keeps all facts but these; `levels` asks for a part of the seats of a slot.
    mutating func reply(
        without dropped: Set<Fact>, levels: [Int: Int] = [:], within budget: inout Budget
    ) -> SeatEncoding.Reply {
        lookAtTroubles(without: dropped)
        while true {
            let kept = encoding.facts.filter { !dropped.contains($0) }
            let demands = encoding.demands(levels)
            let reply = encoding.reply(keeping: kept, and: demands, while: encoding.still, within: &budget)
            guard case .open = reply, widen() else { return reply }
        }
    }

    /// After ``SeatEncoding/Reply/possible``: makes the answer the plan.
    mutating func settle() {
        for (number, people) in encoding.seating {
            plan.seats[number] = people
            let isServed = problem.slots[number].isServed(by: people, without: [], at: number)
            if isServed { troubled.remove(number) } else { troubled.insert(number) }
        }
    }

    /// Lets go of one fact after the other, in the order given, as long as the rest stays impossible.
    mutating func minimise(_ core: [Fact], within budget: inout Budget) -> Contradiction {
        look(at: core.compactMap(\.slotNumber))
        var core = core
        while true {
            let (contradiction, isOpen) = encoding.minimise(core, within: &budget)
            guard isOpen, widen() else { return contradiction }
            core = core.filter(contradiction.core.contains)
        }
    }

    /// The slots that are asked about first, where they are few beside the others, then these.
    mutating func places(before others: [[Int]]) -> [[Int]] {
        lookAtTroubles(without: [])
        let nearest = Array(encoding.slots.prefix(encoding.asked))
        let areFew = !nearest.isEmpty && nearest.count * 4 < others.first?.count ?? 0
        return areFew ? [nearest] + others : others
    }

    private mutating func lookAtTroubles(without dropped: Set<Fact>) {
        look(at: troubled.filter { !problem.slots[$0].isServed(by: plan.seats[$0], without: dropped, at: $0) })
    }

    /// Makes sure that these slots are asked about.
    private mutating func look(at slots: some Sequence<Int>) {
        let known = Set(encoding.slots.prefix(encoding.asked))
        let new = slots.filter { !known.contains($0) }
        focus.formUnion(slots)
        if !new.isEmpty || !isEncoded { encode() }
    }

    /// Asks about more slots from now on; false where these are all.
    private mutating func widen() -> Bool {
        guard encoding.asked < scope.count else { return false }
        let before = encoding.asked
        repeat { level += 1 } while level < reaches.count - 1 && near().count == before
        encode()
        return true
    }

    private mutating func encode() {
        let near = near()
        let others = Set(scope).subtracting(near)
        let seats = Dictionary(uniqueKeysWithValues: others.map { ($0, plan.seats[$0]) })
        isEncoded = true
        encoding = SeatEncoding(problem, slots: near, beside: seats, shorterRest: shorterRest)
    }

    /// All where it would be most of them.
    private func near() -> [Int] {
        let reach = reaches[level]
        guard let seconds = reach.seconds else { return scope }
        var centres = Array(focus)
        if case .unitsOfPeople = reach.area {
            let people = Set(focus.flatMap { problem.slots[$0].everybody })
            centres += around(focus, within: seconds).filter { plan.seats[$0].contains(where: people.contains) }
        }
        let isWithinUnit = if case .all = reach.area { false } else { true }
        let near = around(centres, within: seconds, isWithinUnit: isWithinUnit)
        return near.count * 2 > scope.count ? scope : near
    }

    private func around(
        _ centres: some Sequence<Int>, within seconds: Int64, isWithinUnit: Bool = false
    ) -> [Int] {
        func area(_ slot: Int) -> Int32 { isWithinUnit ? problem.slots[slot].unit : 0 }
        let starts = Dictionary(grouping: centres, by: area).mapValues { $0.map { problem.slots[$0].start }.sorted() }
        return scope.filter { slot in
            guard let starts = starts[area(slot)] else { return false }
            let next = starts.partition { $0 >= problem.slots[slot].start - seconds }
            return next < starts.count && starts[next] <= problem.slots[slot].start + seconds
        }
    }
}

extension SeatProblem.Slot {
    /// Whether these people are what the slot's facts ask for, but for those that are let go of.
    fileprivate func isServed(by people: [Int32], without dropped: Set<Fact>, at number: Int) -> Bool {
        let sitting = people.filter { $0 >= 0 }
        let missing = pinned.filter { !sitting.contains($0) }
        guard sitting.count == Set(sitting).count, sitting.count <= count else { return false }
        return (sitting.count == count || dropped.contains(.slot(number)))
            && missing.allSatisfy { dropped.contains(.pinned(slot: number, person: $0)) }
            && sitting.allSatisfy { person in candidates.contains { $0.person == person } || pinned.contains(person) }
    }
}
