import Testing

@testable import Planning

struct FeasibilityPlaceTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `Leaders who are all away but one leave a contradiction of their slots, their leaves and one rule`(
        seed: UInt64
    ) {
        var place = FeasibilityPlace(seed: seed, units: 6, perUnit: 15, days: 8, hasRoom: true)
        guard case .possible = Feasibility.decide(place.problem) else {
            Issue.record("the hidden plan was not found")
            return
        }
        place.hurt(unit: 2, day: 3)
        place.hurt(unit: 4, day: 5)
        let diagnosis = Feasibility.contradictions(place.problem, empty: place.hurt)
        #expect(diagnosis.isComplete && diagnosis.contradictions.count == 2)
        #expect(diagnosis.gaps.count == 2 && diagnosis.gaps.values.allSatisfy { $0 == 1 })
        let excused = diagnosis.contradictions.flatMap(\.allExcused)
        for contradiction in diagnosis.contradictions {
            let slots = contradiction.slots.map { place.problem.slots[$0] }
            #expect(slots.allSatisfy(\.isLeader) && slots.count == 2)
            #expect(contradiction.core.contains(.dutyLength))
            #expect(Set(slots.map(\.unit)).count == 1)
            let ways = WaysOut.find(outOf: contradiction, in: place.problem, excused: excused)
            #expect(ways.contains { if case .lift = $0 { true } else { false } })
            #expect(ways.contains { if case .leaveEmpty = $0 { true } else { false } })
        }
    }

    @Test func `Rolling windows over a year are kept by the plan`() {
        var place = FeasibilityPlace(seed: 3, units: 1, perUnit: 30, days: 120)
        place.problem.limits.window = SeatProblem.Window(days: 28, most: 8)
        guard case .possible(let plan) = Feasibility.decide(place.problem) else {
            Issue.record("no plan was found")
            return
        }
        let naive = NaiveLimits(problem: place.problem, facts: NaiveLimits.all(of: place.problem))
        #expect(naive.holds(plan.seats))
    }
}
