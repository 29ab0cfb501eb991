import Planning
import TestSupport
import Testing

@Suite struct OptimumProofTests {
    @Test func `the proven optimum is that of every plan of a tiny problem, from the worst plan on`() throws {
        var proved = 0
        for seed in 0..<UInt64(6000) {
            let problem = TinyProblem.make(seed: seed)
            let every = EveryPlan(problem)
            guard let worst = every.worst, let least = every.least else { continue }
            guard case .optimal(let plan) = OptimumProof(problem, incumbent: worst, budget: 10_000_000).verdict else {
                Issue.record("seed \(seed) is not proved")
                continue
            }
            proved += 1
            #expect(NaiveRules(problem).allow(plan), "seed \(seed)")
            #expect(SeatScore(plan, of: problem).soft == least, "seed \(seed)")
            #expect(SeatScore(plan, of: problem).empty == SeatScore(worst, of: problem).empty, "seed \(seed)")
        }
        #expect(proved > 2000)
    }

    @Test func `the bound never exceeds the optimum, wherever the proof is stopped`() {
        for seed in 0..<UInt64(1500) {
            let problem = TinyProblem.make(seed: seed)
            let every = EveryPlan(problem)
            guard let worst = every.worst, let least = every.least else { continue }
            var proof = OptimumProof(problem, incumbent: worst)
            while !proof.isOver {
                proof.run(steps: 1)
                guard case .bounded(let plan, let bound) = proof.verdict else { continue }
                let soft = SeatScore(plan, of: problem).soft
                #expect(bound <= least && least <= soft, "seed \(seed)")
            }
        }
    }

    @Test func `a plan with a seat that somebody may fill gets a bound for every plan and no proof`() {
        for seed in 0..<UInt64(1500) {
            let problem = TinyProblem.make(seed: seed)
            let empty = SeatPlan(
                seats: problem.slots.map { $0.pinned + [Int32](repeating: -1, count: $0.count - $0.pinned.count) })
            let isOpen = zip(problem.slots, empty.seats).contains { slot, seats in
                seats.contains(-1) && slot.candidates.contains { !slot.pinned.contains($0.person) }
            }
            guard isOpen else { continue }
            guard case .bounded(let plan, let bound) = OptimumProof(problem, incumbent: empty, budget: 1000).verdict
            else {
                Issue.record("seed \(seed) is proved")
                continue
            }
            #expect(plan == empty)
            #expect(bound <= SeatScore(empty, of: problem).soft, "seed \(seed)")
            guard let least = EveryPlan(problem).least else { continue }
            #expect(bound <= least, "seed \(seed)")
        }
    }

    @Test func `the same steps give the same verdict, in one go or in many`() {
        for seed in 1...UInt64(4) {
            let problem = OptimumWorld.festival(seed: seed)
            var start = StartPlan(problem, seed: seed)
            start.anneal(moves: 3000)
            var whole = OptimumProof(problem, incumbent: start.plan, budget: 300_000)
            let again = OptimumProof(problem, incumbent: start.plan, budget: 300_000)
            #expect(whole.verdict == again.verdict)
            whole.run(steps: 30_000_000)
            var parts = OptimumProof(problem, incumbent: start.plan)
            while !parts.isOver, whole.isOver { parts.run(steps: 200_000) }
            if whole.isOver { #expect(whole.verdict == parts.verdict) }
        }
    }
}
