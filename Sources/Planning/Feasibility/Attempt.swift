/// The surroundings of a contradiction, in which changes are tried.
struct Attempt {
    private let core: [Fact]
    private let problem: SeatProblem
    private let excused: Set<Fact>
    private let slots: [Int]
    private let offers: [Offer]
    private var encoding: SeatEncoding

    /// Somebody who could be lent; a leave of its own keeps him from the slot until that is tried.
    private struct Offer {
        let person: Int32
        let slot: Int
        let leave: Int32
    }

    private static let loansTried = 8
    private static let shorterRests: [Int64] = [12 * 3600, 8 * 3600, 0]

    init(_ contradiction: Contradiction, _ problem: SeatProblem, lenders: [[Int32]], excused: [Fact]) {
        var problem = problem
        var offers: [Offer] = []
        for slot in contradiction.slots where slot < lenders.count {
            let known = Set(problem.slots[slot].everybody)
            for person in lenders[slot].filter({ !known.contains($0) }).prefix(Self.loansTried) {
                let offer = Offer(person: person, slot: slot, leave: .min + Int32(offers.count))
                offers.append(offer)
                problem.slots[slot].barred.append(SeatProblem.Barred(person: person, leaves: [offer.leave]))
            }
        }
        let places = contradiction.core.compactMap(\.slotNumber)
        slots = SeatAreas(problem).components(of: places).flatMap { $0 }.sorted()
        encoding = SeatEncoding(problem, slots: slots)
        core = contradiction.core
        self.problem = problem
        self.offers = offers
        self.excused = Set(excused).subtracting(contradiction.core)
    }

    /// Whether the surroundings have a plan once these facts are let go.
    private mutating func helps(_ dropped: [Fact], within budget: inout Budget) -> Bool {
        Self.isPossible(&encoding, without: excused.union(dropped), within: &budget)
    }

    private static func isPossible(
        _ encoding: inout SeatEncoding, without dropped: Set<Fact>, within budget: inout Budget
    ) -> Bool {
        let kept = encoding.facts.filter { !dropped.contains($0) }
        if case .possible = encoding.reply(keeping: kept, within: &budget) { return true }
        return false
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
            var encoding = SeatEncoding(problem, slots: slots, shorterRest: shorter)
            guard Self.isPossible(&encoding, without: excused, within: &budget) else { continue }
            return [.shortenRest(to: rest, people: people)]
        }
        return []
    }

    mutating func loans(within budget: inout Budget) -> [WayOut] {
        var ways: [WayOut] = []
        for offer in offers where helps([.leave(offer.leave)], within: &budget) {
            ways.append(.lend(person: offer.person, slot: offer.slot))
        }
        return ways
    }

    func limits(within budget: inout Budget) -> [WayOut] {
        core.compactMap { fact -> WayOut? in
            var raised = problem
            guard let limit = raised.limits.raise(fact) else { return nil }
            var encoding = SeatEncoding(raised, slots: slots)
            return Self.isPossible(&encoding, without: excused, within: &budget) ? .raise(fact, to: limit) : nil
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
        return ways
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
