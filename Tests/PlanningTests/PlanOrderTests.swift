import Calendars
import RandomPlaces
import Rosters
import TestSupport
import Testing

@testable import Planning

@Suite struct PlanOrderTests {
    @Test(arguments: 0..<200)
    func `People, units, posts and rows in another order give the same plan`(seed: Int) {
        let book = RandomPlace.book(seed: seed)
        guard book.takeovers.isEmpty else { return }
        let plain = PlanModel(PlanRequest(book: book, isReplacing: seed % 3 == 0))
        for shuffle in 1...2 {
            let other = ShuffledBook.of(book, seed: UInt64(seed * 10 + shuffle))
            let model = PlanModel(PlanRequest(book: other, isReplacing: seed % 3 == 0))
            let (one, two) = (plain.problem, model.problem)
            #expect(one.limits == two.limits && one.weights == two.weights && one.slots.count == two.slots.count)
            #expect(zip(one.people, two.people).first { $0 != $1 }.map { "\($0)" } == nil)
            #expect(zip(one.slots, two.slots).first { $0 != $1 }.map { "\($0)" } == nil)
            #expect(plain.text(plain.solved(moves: 3_000)) == model.text(model.solved(moves: 3_000)))
        }
    }

    @Test func `The rows of a table in another order lay out the same slots`() {
        var random = SplitMix64(seed: 7)
        var office = PlanOffice()
        for date in ["2026-03-01", "2026-03-02", "2026-03-03"] {
            for shift in [PlanOffice.day, PlanOffice.night, PlanOffice.whole] {
                office.rows.append(TableSlot(date: PlanOffice.date(date), shift: shift))
            }
        }
        let layout = office.model.layout
        for _ in 0..<10 {
            office.rows.shuffle(using: &random)
            #expect(office.model.layout == layout)
        }
    }
}

extension PlanModel {
    /// Who stands where, by what planners write.
    func text(_ plan: SeatPlan) -> [String] {
        roster(of: plan).assignments.map { one in
            let words = [
                place[one.unit].id.text, place[one.post].key.text, one.date.description, "\(one.interval)",
                place[one.person].id.text, one.isPrimary ? "主" : "副",
            ]
            return words.joined(separator: " ")
        }.sorted()
    }
}
