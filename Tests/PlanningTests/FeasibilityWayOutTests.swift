import Testing

@testable import Planning

struct FeasibilityWayOutTests {
    @Test(arguments: 0..<4)
    func `Every way out that is proposed makes the rest possible`(block: UInt64) {
        var kinds: Set<String> = []
        for seed in block * 250..<(block + 1) * 250 {
            let problem = FeasibilityWorld(seed: seed).problem
            let everybody = problem.people.indices.map(Int32.init)
            let lenders = problem.slots.map { slot in everybody.filter { !slot.everybody.contains($0) } }
            let contradictions = Feasibility.contradictions(problem, empty: []).contradictions
            let excused = contradictions.flatMap(\.allExcused)
            for contradiction in contradictions {
                let asked = contradiction.core + contradiction.allExcused
                let kept = NaiveLimits.all(of: problem).subtracting(Set(excused).subtracting(asked))
                let ways = WaysOut.find(outOf: contradiction, in: problem, lenders: lenders, excused: excused)
                for way in ways {
                    let isPossible = taking(way, in: problem, facts: kept).isPossible()
                    #expect(isPossible, "seed \(seed): \(way) does not help")
                    kinds.insert(String("\(way)".prefix(4)))
                }
                check(ways, of: contradiction, problem, kept, seed)
            }
        }
        #expect(kinds.count >= 6, "\(kinds)")
    }

    /// No single leave, gap or waiver that would help is missing.
    private func check(
        _ ways: [WayOut], of contradiction: Contradiction, _ problem: SeatProblem, _ kept: Set<Fact>, _ seed: UInt64
    ) {
        for fact in contradiction.core {
            let way: WayOut
            switch fact {
            case .leave(let leave): way = .lift(leaves: [leave])
            case .slot(let slot): way = .leaveEmpty(slot: slot)
            case .pinned, .apart, .rank: way = .waive(fact)
            default: continue
            }
            let helps = NaiveLimits(problem: problem, facts: kept.subtracting([fact])).isPossible()
            #expect(helps == ways.contains(way), "seed \(seed): \(way)")
        }
    }

    private func taking(_ way: WayOut, in problem: SeatProblem, facts: Set<Fact>) -> NaiveLimits {
        var problem = problem
        switch way {
        case .lift(let leaves): return NaiveLimits(problem: problem, facts: facts.subtracting(leaves.map(Fact.leave)))
        case .shortenRest(let rest, let people):
            let shorter = Dictionary(uniqueKeysWithValues: people.map { ($0, rest) })
            return NaiveLimits(problem: problem, facts: facts, shorterRest: shorter)
        case .lend(let person, let slot): problem.slots[slot].candidates.append(SeatProblem.Candidate(person))
        case .lendSeveral(let people, let slots):
            for slot in slots { problem.slots[slot].candidates += people.map { SeatProblem.Candidate($0) } }
        case .leaveSeveralEmpty(_, let slots):
            return NaiveLimits(problem: problem, facts: facts.subtracting(slots.map(Fact.slot)))
        case .raise(.most, let limit): problem.limits.most = limit
        case .raise(.window, let limit):
            problem.limits.window = problem.limits.window.map { SeatProblem.Window(days: $0.days, most: limit) }
        case .raise(_, let limit): problem.limits.consecutive = limit
        case .waive(let fact): return NaiveLimits(problem: problem, facts: facts.subtracting([fact]))
        case .leaveEmpty(let slot): return NaiveLimits(problem: problem, facts: facts.subtracting([.slot(slot)]))
        }
        return NaiveLimits(problem: problem, facts: facts)
    }
}
