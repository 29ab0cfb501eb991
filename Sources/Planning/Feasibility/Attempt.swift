/// The surroundings of a contradiction, in which changes are tried.
struct Attempt {
    private let core: [Fact]
    private let problem: SeatProblem
    private let excused: Set<Fact>
    private let slots: [Int]
    private let offers: [Offer]
    private let shortage: Shortage?
    /// Where numbers are looked at first.
    private let near: [Int]
    /// A plan that keeps everything else.
    private let plan: SeatPlan?
    private var surroundings: Neighbourhood

    /// Somebody who could be lent; a leave of its own keeps him from the slot until that is tried.
    private struct Offer {
        let person: Int32
        let slot: Int
        let leave: Int32
    }

    private static let loansTried = 8
    private static let loansTriedTogether = 24
    private static let raisesTried = 8
    /// An hour is the shortest rest that a place can write.
    private static let shorterRests: [Int64] = [12 * 3600, 8 * 3600, 3600]

    init(
        _ contradiction: Contradiction, _ problem: SeatProblem, lenders: [[Int32]], excused: [Fact], plan: SeatPlan?
    ) {
        var problem = problem
        var offers: [Offer] = []
        let short = Set(contradiction.slots + (contradiction.shortage?.slots ?? [])).sorted()
        let tried = contradiction.shortage == nil ? Self.loansTried : Self.loansTriedTogether
        for slot in short where slot < lenders.count {
            let known = Set(problem.slots[slot].everybody)
            for person in lenders[slot].filter({ !known.contains($0) }).prefix(tried) {
                let offer = Offer(person: person, slot: slot, leave: .min + Int32(offers.count))
                offers.append(offer)
                problem.slots[slot].barred.append(SeatProblem.Barred(person: person, leaves: [offer.leave]))
            }
        }
        let places = contradiction.core.compactMap(\.slotNumber)
        near = Set(places + short).sorted()
        shortage = contradiction.shortage
        slots = SeatAreas(problem).components(of: places).flatMap { $0 }.sorted()
        self.plan = plan
        surroundings = Neighbourhood(problem, scope: slots, plan: plan, focus: Set(near))
        core = contradiction.core
        self.problem = problem
        self.offers = offers
        self.excused = Set(excused).subtracting(contradiction.core).subtracting(contradiction.allExcused)
    }

    /// Whether the surroundings have a plan once these facts are let go.
    private mutating func helps(_ dropped: [Fact], within budget: inout Budget) -> Bool {
        isPossible(&surroundings, without: excused.union(dropped), within: &budget)
    }

    private func isPossible(
        _ surroundings: inout Neighbourhood, without dropped: Set<Fact>, within budget: inout Budget
    ) -> Bool {
        let encoding = surroundings.encoding
        let kept = encoding.facts.filter { !dropped.contains($0) }
        guard canSuffice(encoding.problem, encoding.shorterRest, kept) else { return false }
        if case .possible = surroundings.reply(without: dropped, within: &budget) { return true }
        return false
    }

    /// The same surroundings under other limits.
    private func surroundings(of problem: SeatProblem, shorterRest: [Int32: Int64] = [:]) -> Neighbourhood {
        Neighbourhood(problem, scope: slots, plan: plan, focus: Set(near), shorterRest: shorterRest)
    }

    /// Whether numbers alone leave it open that the people of the contradiction suffice.
    private func canSuffice(_ problem: SeatProblem, _ shorterRest: [Int32: Int64], _ kept: [Fact]) -> Bool {
        !Headcount(problem: problem, slots: near, shorterRest: shorterRest).isShort(keeping: kept)
    }

    mutating func leaves(within budget: inout Budget) -> [WayOut] {
        let leaves = core.compactMap { fact -> Int32? in
            if case .leave(let leave) = fact { leave } else { nil }
        }
        var ways: [WayOut] = []
        for leave in leaves where helps([.leave(leave)], within: &budget) { ways.append(.lift(leaves: [leave])) }
        guard ways.isEmpty else { return ways }
        for (position, one) in leaves.enumerated() {
            for other in leaves[(position + 1)...] where helps([.leave(one), .leave(other)], within: &budget) {
                ways.append(.lift(leaves: [one, other]))
            }
        }
        return ways
    }

    /// The longest of the usual shorter rests that suffices for whoever may sit in the slots of the contradiction.
    func rests(within budget: inout Budget) -> [WayOut] {
        guard core.contains(.rest) else { return [] }
        let sitting = core.compactMap(\.slotNumber).flatMap { slot in
            problem.slots[slot].candidates.map(\.person) + problem.slots[slot].pinned
        }
        let people = Set(sitting).sorted()
        for rest in Self.shorterRests where rest < problem.limits.rest {
            let shorter = Dictionary(uniqueKeysWithValues: people.map { ($0, rest) })
            var relaxed = surroundings(of: problem, shorterRest: shorter)
            guard isPossible(&relaxed, without: excused, within: &budget) else { continue }
            return [.shortenRest(to: rest, people: people)]
        }
        return []
    }

    mutating func loans(within budget: inout Budget) -> [WayOut] {
        var ways: [WayOut] = []
        for offer in offers where helps([.leave(offer.leave)], within: &budget) {
            ways.append(.lend(person: offer.person, slot: offer.slot))
        }
        return ways.isEmpty ? loansTogether(within: &budget) : ways
    }

    /// The fewest of those who could be lent, in their order, each to all the slots for which he was named.
    private mutating func loansTogether(within budget: inout Budget) -> [WayOut] {
        guard let shortage else { return [] }
        var people: [Int32] = []
        for offer in offers where !people.contains(offer.person) { people.append(offer.person) }
        for count in people.indices.map({ $0 + 1 }) where count > 1 && count <= shortage.missing {
            let lent = people.prefix(count)
            let helping = offers.filter { lent.contains($0.person) }
            guard helps(helping.map { .leave($0.leave) }, within: &budget) else { continue }
            return [.lendSeveral(people: Array(lent), slots: Set(helping.map(\.slot)).sorted())]
        }
        return []
    }

    /// Each limit by as little as suffices.
    func limits(within budget: inout Budget) -> [WayOut] {
        core.compactMap { fact -> WayOut? in
            var raised = problem
            for _ in 0..<Self.raisesTried {
                guard let limit = raised.limits.raise(fact) else { return nil }
                guard canSuffice(raised, [:], core) else { continue }
                var relaxed = surroundings(of: raised)
                if isPossible(&relaxed, without: excused, within: &budget) { return .raise(fact, to: limit) }
            }
            return nil
        }
    }

    /// What may be waived, then the gaps, the least important first.
    mutating func waivers(within budget: inout Budget) -> [WayOut] {
        var ways: [WayOut] = []
        for fact in core {
            switch fact {
            case .pinned, .apart, .rank: if helps([fact], within: &budget) { ways.append(.waive(fact)) }
            default: continue
            }
        }
        let gaps = core.filter { fact in
            if case .slot = fact { true } else { false }
        }
        for gap in gaps.sorted(by: { (problem.price(of: $0), $0) < (problem.price(of: $1), $1) }) {
            guard case .slot(let slot) = gap, helps([gap], within: &budget) else { continue }
            ways.append(.leaveEmpty(slot: slot))
        }
        return ways.isEmpty ? gapsTogether(within: &budget) : ways
    }

    /// All that numbers leave empty, where no single gap suffices.
    private mutating func gapsTogether(within budget: inout Budget) -> [WayOut] {
        guard let shortage, helps(shortage.excused, within: &budget) else { return [] }
        let slots = shortage.excused.compactMap(\.slotNumber)
        return [.leaveSeveralEmpty(seats: shortage.missing, slots: slots.sorted())]
    }
}

extension Fact {
    /// The slot of a demand or a pin.
    var slotNumber: Int? {
        switch self {
        case .slot(let slot), .pinned(let slot, _): slot
        default: nil
        }
    }
}

extension SeatProblem.Limits {
    /// Raises a limit by one and returns it; nil where it is none that is counted.
    fileprivate mutating func raise(_ fact: Fact) -> Int? {
        switch fact {
        case .most:
            most = most.map { $0 + 1 }
            return most
        case .window:
            window = window.map { SeatProblem.Window(days: $0.days, most: $0.most + 1) }
            return window?.most
        case .consecutive:
            consecutive = consecutive.map { $0 + 1 }
            return consecutive
        default: return nil
        }
    }
}
