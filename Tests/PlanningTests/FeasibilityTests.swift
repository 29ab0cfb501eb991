import Testing

@testable import Planning

struct FeasibilityTests {
    @Test func `A seat that nobody may take is a contradiction by itself`() {
        let slot = SeatProblem.Slot(start: 0, end: 10, day: 0, load: 1, candidates: [])
        let problem = SeatProblem(slots: [slot], people: [])
        #expect(Feasibility.decide(problem) == .impossible(Contradiction(core: [.slot(0)])))
    }

    @Test(arguments: 0..<8)
    func `The proof agrees with trying everything, and every fact of a contradiction is needed`(block: UInt64) {
        var possible = 0
        for seed in block * 500..<(block + 1) * 500 {
            let problem = FeasibilityWorld(seed: seed).problem
            let all = NaiveLimits.all(of: problem)
            let isPossible = NaiveLimits(problem: problem, facts: all).isPossible()
            switch Feasibility.decide(problem) {
            case .unknown: Issue.record("seed \(seed) is unknown")
            case .possible(let plan):
                possible += 1
                #expect(isPossible, "seed \(seed) has no plan")
                check(plan, of: problem, seed)
            case .impossible(let contradiction):
                #expect(!isPossible, "seed \(seed) has a plan")
                check(contradiction, of: problem, seed)
            }
        }
        #expect((100...400).contains(possible), "\(possible) of 500")
    }

    private func check(_ plan: SeatPlan, of problem: SeatProblem, _ seed: UInt64) {
        let naive = NaiveLimits(problem: problem, facts: NaiveLimits.all(of: problem))
        let isKept = naive.holds(plan.seats)
        #expect(isKept, "seed \(seed): the plan breaks a limit")
        for (slot, people) in zip(problem.slots, plan.seats) {
            let allowed = Set(slot.candidates.map(\.person) + slot.pinned)
            #expect(people.count == slot.count && Set(people).count == slot.count, "seed \(seed)")
            #expect(allowed.isSuperset(of: people), "seed \(seed)")
            #expect(Set(people).isSuperset(of: slot.pinned), "seed \(seed)")
        }
    }

    private func check(_ contradiction: Contradiction, of problem: SeatProblem, _ seed: UInt64) {
        let core = Set(contradiction.core)
        #expect(contradiction.isMinimal && core.count == contradiction.core.count)
        let isPossible = NaiveLimits(problem: problem, facts: core).isPossible()
        #expect(!isPossible, "seed \(seed): \(core) is possible")
        for fact in core {
            let rest = core.subtracting([fact])
            let isNeeded = NaiveLimits(problem: problem, facts: rest).isPossible()
            #expect(isNeeded, "seed \(seed): \(fact) is not needed")
        }
    }
}
