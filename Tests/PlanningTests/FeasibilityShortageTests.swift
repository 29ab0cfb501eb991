import Testing

@testable import Planning

struct FeasibilityShortageTests {
    /// A post in shifts of a day, where all may sit.
    private func post(days: Int, people: Int, limits: SeatProblem.Limits) -> SeatProblem {
        let slots = (0..<days).map { day in
            SeatProblem.Slot(
                start: Int64(day) * 86_400, end: Int64(day + 1) * 86_400, day: Int32(day), load: 1,
                candidates: (0..<Int32(people)).map { SeatProblem.Candidate($0) })
        }
        return SeatProblem(
            slots: slots, people: [SeatProblem.Member](repeating: SeatProblem.Member(), count: people), limits: limits)
    }

    @Test(arguments: 1...12)
    func `One day more than people is shown by numbers alone, without a dead end`(people: Int) {
        let problem = post(days: people + 1, people: people, limits: SeatProblem.Limits(most: 1))
        guard case .impossible(let found) = Feasibility.decide(problem, budget: Budget(total: 0)) else {
            Issue.record("\(people) people: not impossible")
            return
        }
        #expect(found.slots == Array(0...people) && found.core.contains(.most))
        guard case .possible = Feasibility.decide(post(days: people, people: people, limits: problem.limits)) else {
            Issue.record("\(people) people: not possible")
            return
        }
    }

    @Test func `Many seats too many are one contradiction with a number, and ways out for all of them`() {
        var problem = post(days: 15, people: 3, limits: SeatProblem.Limits(most: 1))
        problem.people += [SeatProblem.Member](repeating: SeatProblem.Member(), count: 20)
        let lenders = problem.slots.map { _ in (3..<Int32(23)).map { $0 } }
        let diagnosis = Feasibility.contradictions(problem, empty: [14])
        #expect(diagnosis.isComplete && diagnosis.contradictions.count == 1)
        #expect(diagnosis.gaps.values.reduce(0, +) == 12)
        for contradiction in diagnosis.contradictions {
            #expect(contradiction.shortage?.missing == 12)
            let ways = WaysOut.find(outOf: contradiction, in: problem, lenders: lenders)
            #expect(ways.contains(.raise(.most, to: 5)))
            #expect(ways.contains { if case .lendSeveral(let people, _) = $0 { people.count == 12 } else { false } })
            #expect(ways.contains { if case .leaveSeveralEmpty(12, _) = $0 { true } else { false } })
        }
    }

    @Test func `Without a dead end to spend, what is called impossible is so`() {
        for seed in 0..<UInt64(800) {
            let problem = FeasibilityWorld(seed: seed).problem
            guard case .impossible(let found) = Feasibility.decide(problem, budget: Budget(total: 0)) else { continue }
            let isPossible = NaiveLimits(problem: problem, facts: Set(found.core)).isPossible()
            #expect(!isPossible, "seed \(seed): \(found.core)")
        }
    }

    @Test func `What numbers alone call short has no plan`() {
        var short = 0
        for seed in 0..<UInt64(1500) {
            let problem = FeasibilityWorld(seed: seed).problem
            let facts = NaiveLimits.all(of: problem)
            let headcount = Headcount(problem: problem, slots: Array(problem.slots.indices))
            guard headcount.isShort(keeping: facts) else { continue }
            short += 1
            let isPossible = NaiveLimits(problem: problem, facts: facts).isPossible()
            #expect(!isPossible, "seed \(seed)")
        }
        #expect(short > 100, "\(short)")
    }
}
