import TestSupport
import Testing

@testable import Planning

@Suite struct ComponentsTests {
    @Test func `counties that share nobody are parts of their own, and their plans join to one`() {
        var shape = WorldShape.county
        shape.counties = 3
        shape.units = 4
        let problem = PlantedWorld(shape, seed: 2).problem
        let components = Components(problem)
        // Leaders and others of a county share no seat either.
        #expect(components.parts.count == 6)
        #expect(components.parts.flatMap(\.slots).sorted() == Array(problem.slots.indices))
        let searches = components.parts.map { SeatSearch($0.problem, seed: 1) }
        let plan = components.joined(searches.map(\.best))
        #expect(NaiveSeating(problem: problem, plan: plan).isLegal)
        let whole = SeatScore(plan, of: problem)
        #expect(whole.empty == 0)
        #expect(whole.soft == searches.reduce(0) { $0 + $1.bestScore.soft })
        for (part, search) in zip(components.parts, searches) { #expect(part.plan(of: plan) == search.best) }
    }

    @Test func `a room that draws on all makes one part of their leaders, and one of the others`() {
        var shape = WorldShape.linked
        shape.counties = 2
        shape.units = 3
        #expect(Components(PlantedWorld(shape, seed: 2).problem).parts.count == 2)
    }

    @Test func `parts of odd problems score together what the whole scores`() {
        for seed in UInt64(0)..<60 {
            let problem = OddWorld(seed: seed, people: 9, slots: 5, days: 4).problem
            let components = Components(problem)
            let plan = components.joined(components.parts.map { SeatSearch($0.problem, seed: 1).best })
            // What stands already may break a limit by itself.
            let pins = problem.slots.map { $0.pinned + [Int32](repeating: -1, count: $0.count - $0.pinned.count) }
            let canBeLegal = NaiveSeating(problem: problem, plan: SeatPlan(seats: pins)).isLegal
            #expect(NaiveSeating(problem: problem, plan: plan).isLegal || !canBeLegal)
        }
    }
}
