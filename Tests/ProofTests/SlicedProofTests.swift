import Incidents
import Rosters
import Testing

@Suite("Proving in slices")
struct SlicedProofTests {
    @Test("gives the same findings and routes, in the same order, as proving whole", arguments: UInt64(1)...60)
    func same(seed: UInt64) {
        let world = RandomWorld(seed: seed, minutes: 60...1440)
        let whole = RoutingProof.run(world.book, policy: world.policy)
        for count in [2, 64] {
            let sliced = RoutingProof.run(world.book, policy: world.policy, by: Backwards(count: count))
            #expect(sliced.findings == whole.findings)
            #expect(sliced.routes == whole.routes)
        }
    }
}

/// Cuts every walk into so many slices and runs them from the last to the first.
struct Backwards: Slicer {
    let count: Int

    func slices(of count: Int) -> Int { self.count }

    func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part] {
        (0..<count).reversed().map(slice).reversed()
    }
}
