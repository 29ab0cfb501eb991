import Testing

@testable import Planning

struct FeasibilityContradictionTests {
    @Test(arguments: 0..<4)
    func `Beside the gaps there is a plan, and no gap is larger than it must be`(block: UInt64) {
        var found = 0
        for seed in block * 250..<(block + 1) * 250 {
            let problem = FeasibilityWorld(seed: seed).problem
            let all = NaiveLimits.all(of: problem)
            let diagnosis = Feasibility.contradictions(problem, empty: [])
            found = max(found, diagnosis.contradictions.count)
            #expect(diagnosis.isComplete)
            let gaps = diagnosis.gaps
            let kept = all.subtracting(diagnosis.loosePins).subtracting(gaps.keys.map(Fact.slot))
            let isPlan = NaiveLimits(problem: problem, facts: kept).holds(seats(of: diagnosis, in: problem))
            #expect(isPlan, "seed \(seed)")
            for (number, slot) in problem.slots.enumerated() {
                let sitting = diagnosis.seats[number] ?? []
                #expect(sitting.count == slot.count)
                #expect(sitting.filter { $0 < 0 }.count == gaps[number] ?? 0, "seed \(seed)")
            }
            for gap in gaps.keys {
                let isSmallest = !isPossible(problem, facts: kept, gaps: gaps, fillingOneMoreIn: gap)
                #expect(isSmallest, "seed \(seed): slot \(gap) holds more")
            }
            #expect(diagnosis.contradictions.isEmpty == (gaps.isEmpty && diagnosis.loosePins.isEmpty), "seed \(seed)")
        }
        #expect(found >= 3)
    }

    /// Gaps become slots with fewer seats.
    private func isPossible(
        _ problem: SeatProblem, facts: Set<Fact>, gaps: [Int: Int], fillingOneMoreIn gap: Int
    ) -> Bool {
        NaiveLimits(
            problem: problem, facts: facts,
            least: Dictionary(
                uniqueKeysWithValues: gaps.map { slot, missing in
                    (slot, problem.slots[slot].count - missing + (slot == gap ? 1 : 0))
                })
        ).isPossible()
    }

    private func seats(of diagnosis: Diagnosis, in problem: SeatProblem) -> [[Int32]] {
        problem.slots.indices.map { (diagnosis.seats[$0] ?? []).filter { $0 >= 0 } }
    }

    @Test func `Every contradiction is one by itself, and what was excused before is in none that follows`() {
        for seed in 0..<UInt64(600) {
            let problem = FeasibilityWorld(seed: seed).problem
            var excused: Set<Fact> = []
            for contradiction in Feasibility.contradictions(problem, empty: []).contradictions {
                let core = Set(contradiction.core)
                #expect(core.isDisjoint(with: excused))
                let isPossible = NaiveLimits(problem: problem, facts: core).isPossible()
                #expect(!isPossible, "seed \(seed)")
                excused.formUnion(contradiction.allExcused)
            }
        }
    }

    @Test func `The same problem gives the same contradictions and ways out`() {
        for seed in 0..<UInt64(200) {
            let problem = FeasibilityWorld(seed: seed).problem
            let first = Feasibility.contradictions(problem, empty: [])
            let second = Feasibility.contradictions(problem, empty: [])
            #expect(first == second)
            for contradiction in first.contradictions {
                #expect(
                    WaysOut.find(outOf: contradiction, in: problem) == WaysOut.find(outOf: contradiction, in: problem))
            }
        }
    }

    @Test func `Without a budget nothing is claimed`() {
        for seed in 0..<UInt64(200) {
            let problem = FeasibilityWorld(seed: seed).problem
            #expect(Feasibility.decide(problem, budget: Budget(questions: 0)) == .unknown)
            let diagnosis = Feasibility.contradictions(problem, empty: [], budget: Budget(questions: 0))
            #expect(diagnosis.contradictions.isEmpty && !diagnosis.isComplete)
        }
    }

    @Test func `A small budget gives no wrong answer`() {
        var unknown = 0
        for seed in 0..<UInt64(800) {
            let problem = FeasibilityWorld(seed: seed).problem
            let budget = Budget(conflicts: Int(seed % 3), questions: 1 + Int(seed % 4))
            switch Feasibility.decide(problem, budget: budget) {
            case .unknown: unknown += 1
            case .possible:
                let isPossible = NaiveLimits(problem: problem, facts: NaiveLimits.all(of: problem)).isPossible()
                #expect(isPossible, "seed \(seed)")
            case .impossible(let contradiction):
                let isPossible = NaiveLimits(problem: problem, facts: Set(contradiction.core)).isPossible()
                #expect(!isPossible, "seed \(seed)")
            }
        }
        #expect(unknown > 10, "\(unknown)")
    }
}
