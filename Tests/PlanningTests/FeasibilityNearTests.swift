import TestSupport
import Testing

@testable import Planning

/// Questions about some slots while the others stay as a plan has them.
struct FeasibilityNearTests {
    @Test(arguments: 0..<4)
    func `What some slots say holds in the whole problem`(block: UInt64) {
        var replies = [0, 0, 0]
        for seed in block * 400..<(block + 1) * 400 {
            var random = SplitMix64(seed: seed)
            let problem = FeasibilityWorld(seed: seed).problem
            let near = problem.slots.indices.filter { _ in random.chance(60) }
            let plan = SeatSearch(problem, seed: seed).best
            let others = problem.slots.indices.filter { !near.contains($0) }
            let beside = Dictionary(uniqueKeysWithValues: others.map { ($0, plan.seats[$0]) })
            var encoding = SeatEncoding(problem, slots: near, beside: beside)
            let those = random.chance(50) ? encoding.still : encoding.closed
            var budget = Budget()
            switch encoding.reply(keeping: encoding.facts, while: those, within: &budget) {
            case .possible:
                replies[0] += 1
                let isPlan = isWhole(encoding, beside)
                #expect(isPlan, "seed \(seed): a limit is broken")
            case .impossible(let core):
                replies[1] += 1
                let isPossible = NaiveLimits(problem: problem, facts: Set(core)).isPossible()
                #expect(!isPossible, "seed \(seed): \(core) is possible")
            case .open: replies[2] += 1
            case .unknown: Issue.record("seed \(seed) is unknown")
            }
        }
        #expect(replies[0] > 80 && replies[1] > 40 && replies[2] > 3, "\(replies)")
    }

    /// Whether the encoding's answer and, where it assumes them, the people beside it keep everything.
    private func isWhole(_ encoding: SeatEncoding, _ beside: [Int: [Int32]]) -> Bool {
        let problem = encoding.problem
        var seats = [[Int32]](repeating: [], count: problem.slots.count)
        for (slot, people) in encoding.seating { seats[slot] = people.filter { $0 >= 0 } }
        if encoding.solver.holds(encoding.still) {
            for (slot, people) in beside { seats[slot] = people.filter { $0 >= 0 } }
        }
        let isFull = encoding.slots.prefix(encoding.asked).allSatisfy { seats[$0].count == problem.slots[$0].count }
        return isFull && NaiveLimits(problem: problem, facts: NaiveLimits.all(of: problem)).holds(seats)
    }

    @Test(arguments: 0..<4)
    func `Contradictions found around a plan's empty seats are minimal ones of the whole`(block: UInt64) {
        var found = 0
        for seed in block * 400..<(block + 1) * 400 {
            let problem = FeasibilityWorld(seed: seed).problem
            let plan = SeatSearch(problem, seed: seed).best
            let empty = problem.slots.indices.filter { plan.seats[$0].contains(-1) }
            guard !empty.isEmpty else { continue }
            let diagnosis = Feasibility.contradictions(problem, empty: empty, in: plan)
            #expect(diagnosis.isComplete, "seed \(seed)")
            for contradiction in diagnosis.contradictions {
                found += 1
                check(contradiction, of: problem, seed)
            }
            var seats = plan.seats
            for (slot, people) in diagnosis.seats { seats[slot] = people }
            check(seats, diagnosis, of: problem, seed)
        }
        #expect(found > 80, "\(found)")
    }

    @Test func `Ways out tried around a contradiction are those that are tried in the whole`() {
        var found = 0
        for seed in 0..<UInt64(600) {
            let problem = FeasibilityWorld(seed: seed).problem
            var plan = SeatSearch(problem, seed: seed).best
            let empty = problem.slots.indices.filter { plan.seats[$0].contains(-1) }
            guard !empty.isEmpty else { continue }
            let lenders = problem.slots.map { _ in problem.people.indices.map { Int32($0) } }
            let diagnosis = Feasibility.contradictions(problem, empty: empty, in: plan)
            for (slot, people) in diagnosis.seats { plan.seats[slot] = people }
            for (number, contradiction) in diagnosis.contradictions.enumerated() {
                let others = diagnosis.contradictions.enumerated().filter { $0.offset != number }
                let excused = others.flatMap(\.element.allExcused)
                let whole = WaysOut.find(outOf: contradiction, in: problem, lenders: lenders, excused: excused)
                let near = WaysOut.find(
                    outOf: contradiction, in: problem, lenders: lenders, excused: excused, plan: plan)
                #expect(near == whole, "seed \(seed): \(contradiction.core)")
                found += near.count
            }
        }
        #expect(found > 120, "\(found)")
    }

    private func check(_ contradiction: Contradiction, of problem: SeatProblem, _ seed: UInt64) {
        let core = Set(contradiction.core)
        let isPossible = NaiveLimits(problem: problem, facts: core).isPossible()
        #expect(!isPossible && contradiction.isMinimal, "seed \(seed): \(core)")
        for fact in core {
            let isNeeded = NaiveLimits(problem: problem, facts: core.subtracting([fact])).isPossible()
            #expect(isNeeded, "seed \(seed): \(fact) is not needed")
        }
    }

    /// The plan has the gaps that were named and no others.
    private func check(_ seats: [[Int32]], _ diagnosis: Diagnosis, of problem: SeatProblem, _ seed: UInt64) {
        let people = seats.map { $0.filter { $0 >= 0 } }
        for (slot, sitting) in zip(problem.slots.indices, people) {
            let missing = problem.slots[slot].count - sitting.count
            #expect(missing == diagnosis.gaps[slot] ?? 0, "seed \(seed): slot \(slot)")
        }
        // Where no seat is empty, kept names may still break a rule.
        guard diagnosis.loosePins.isEmpty, diagnosis.seats.count == problem.slots.count else { return }
        let isLegal = NaiveLimits(problem: problem, facts: NaiveLimits.all(of: problem)).holds(people)
        #expect(isLegal, "seed \(seed): the plan breaks a limit")
    }
}
