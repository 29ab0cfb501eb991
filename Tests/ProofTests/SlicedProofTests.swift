import Incidents
import Rosters
import Synchronization
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

    @Test("walks as often as it says to whoever shows how far it is", arguments: 0...2)
    func walks(overlapping: Int) {
        let place = SmallPlace()
        let book = place.book
        let several = RosterBook(
            calendar: book.calendar, place: book.place, roster: book.roster,
            overlapping: [Roster](repeating: book.roster, count: overlapping))
        let counter = CountingSlicer()
        _ = RoutingProof.run(several, policy: place.policy, by: counter)
        #expect(counter.walks == RoutingProof.walks(of: several))
    }
}

/// Counts the walks that it is asked for.
private final class CountingSlicer: Slicer {
    private let count = Mutex(0)

    var walks: Int { count.withLock { $0 } }

    func slices(of count: Int) -> Int { 2 }

    func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part] {
        self.count.withLock { $0 += 1 }
        return (0..<count).map(slice)
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
