import Calendars
import Rosters
import TestSupport
import Testing

@testable import Incidents

@Suite("Telephones of a unit's roads")
struct LineSetTests {
    @Test(
        "Joined and counted as plain sets are, with few telephones and with more than there are bits",
        arguments: [9, 128, 400])
    func likeSets(telephones: Int) {
        var random = SplitMix64(seed: UInt64(telephones))
        var numbers = LineNumbers()
        for _ in 0..<60 {
            var (joined, twin) = (LineSet(), Set<Int32>())
            for _ in 0..<random.number(0...6) {
                let lines = (0..<random.number(0...90)).map { _ in Int32(random.number(-1...telephones)) }
                let set = numbers.set(of: lines)
                #expect(set.count == Set(lines).count)
                #expect((set == joined) == (Set(lines) == twin))
                joined.formUnion(set)
                twin.formUnion(lines)
                #expect(joined.count == twin.count)
            }
        }
    }
}
