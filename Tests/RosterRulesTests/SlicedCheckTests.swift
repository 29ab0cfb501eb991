import RandomPlaces
import RosterRules
import Rosters
import Testing

@Suite("Checking in slices")
struct SlicedCheckTests {
    @Test("gives the same findings and minutes, in the same order, as checking whole", arguments: 0..<150)
    func same(seed: Int) {
        let book = RandomPlace.book(seed: seed)
        let whole = Check.run(book)
        for count in [2, 5, 64] {
            let sliced = Check.run(book, by: Backwards(count: count))
            #expect(sliced.findings == whole.findings)
            #expect(sliced.requiredMinutes == whole.requiredMinutes)
            #expect(sliced.coveredMinutes == whole.coveredMinutes)
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
