import Calendars
import RandomPlaces
import Rosters
import TestSupport
import Testing

@testable import Planning

@Suite struct PlanOrderTests {
    @Test(arguments: 0..<200)
    func `People, units, posts, rows, wishes and history in another order give the same plan`(seed: Int) {
        let book = RandomPlace.book(seed: seed)
        guard book.takeovers.isEmpty else { return }
        var request = PlanRequest(book: book, isReplacing: seed % 3 == 0)
        Self.addWishesAndHistory(to: &request, seed: UInt64(seed))
        let plain = PlanModel(request)
        for shuffle in 1...2 {
            let model = PlanModel(ShuffledBook.of(request, seed: UInt64(seed * 10 + shuffle)))
            let (one, two) = (plain.problem, model.problem)
            #expect(one.limits == two.limits && one.weights == two.weights && one.slots.count == two.slots.count)
            #expect(zip(one.people, two.people).first { $0 != $1 }.map { "\($0)" } == nil)
            #expect(zip(one.slots, two.slots).first { $0 != $1 }.map { "\($0)" } == nil)
            #expect(plain.text(plain.solved(moves: 3_000)) == model.text(model.solved(moves: 3_000)))
        }
    }

    /// Some people wish for days of the period, some twice, and some stood in the year before.
    private static func addWishesAndHistory(to request: inout PlanRequest, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (book, place) = (request.book, request.book.place)
        guard !place.people.isEmpty else { return }
        let first = place.zone.date(of: book.window.start)
        func someone() -> Ordinal<Person> { Ordinal(random.below(place.people.count)) }
        for _ in 0..<random.number(0...8) {
            let from = first + random.number(0...3)
            request.wishes.append(
                Wish(
                    person: someone(), from: from, to: from + random.number(0...2), isFor: random.chance(50),
                    weight: Hundredths(random.number(1...300))))
        }
        for isKnown in [false, true] {
            let duties = (0..<random.number(0...8)).map { _ in
                PastDuty(
                    person: someone(), date: first - random.number(1...500), minutes: random.pick([720, 930, 1440]),
                    weight: random.chance(30) ? Hundredths(random.number(1...400)) : nil)
            }
            let members = Set(place.people.indices.map { Ordinal<Person>($0) }.filter { _ in random.chance(80) })
            request.past.stretches.append(.init(duties: duties, members: isKnown ? members : nil))
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
