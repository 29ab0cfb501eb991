import TestSupport
import Testing

@testable import Planning

@Suite struct FlowBoundTests {
    @Test(arguments: [WorldShape.small, .small.tight, .county, .county.tight, .year])
    func `the bound lies under the planted roster and within a millionth of the relaxation`(shape: WorldShape) {
        let world = PlantedWorld(shape, seed: 4)
        let bound = FlowBound(world.problem)
        #expect(bound.fairness <= SeatScore(world.planted, of: world.problem).fairness)
        #expect(bound.total >= bound.fairness)
        var flow = SeatFlow(world.problem, history: world.problem.people.map(\.history)) { _ in true }
        for _ in 0..<400 { flow.sweep() }
        #expect(Double(bound.fairness) >= flow.value * (1 - 1e-6))
    }

    @Test func `one seat among equals is split evenly`() {
        let slot = SeatProblem.Slot(
            start: 0, end: 86_400, day: 0, load: 90, candidates: (0..<3).map { SeatProblem.Candidate(Int32($0)) })
        let problem = SeatProblem(slots: [slot], people: [.init(), .init(), .init()])
        #expect((2_690...2_700).contains(FlowBound(problem).fairness))
    }

    @Test func `nobody is given two seats of one slot by the bound`() {
        let slot = SeatProblem.Slot(
            start: 0, end: 86_400, day: 0, count: 2, load: 10, candidates: [.init(0), .init(1)])
        let problem = SeatProblem(slots: [slot], people: [.init(history: 1_000), .init()])
        #expect(FlowBound(problem).fairness >= 1_010 * 1_010 + 100 - 1)
    }
}
