import Calendars
import RosterRules
import Rosters
import Testing

@Suite("What stands in the way of an undo")
struct UndoReviewTests {
    private static let morning = SmallOffice.at("2026-11-07T10:00")
    private static let day = SmallOffice.interval("2026-11-07T08:30", "2026-11-07T20:30")
    private static let night = SmallOffice.interval("2026-11-07T20:30", "2026-11-08T08:30")
    private static let nextDay = SmallOffice.interval("2026-11-08T08:30", "2026-11-08T20:30")

    /// p1 by day, p2 by night and on the next day, p3 leads the night; twelve hours of rest between duties.
    private static var books: [RosterBook] {
        var office = SmallOffice(rules: RuleSettings([.rest: RuleSetting(hours: 12)]))
        office.stand(1, SmallOffice.officer, "2026-11-07T08:30", "2026-11-07T20:30")
        office.stand(2, SmallOffice.officer, "2026-11-07T20:30", "2026-11-08T08:30")
        office.stand(3, SmallOffice.leader, "2026-11-07T20:30", "2026-11-08T08:30")
        office.stand(2, SmallOffice.officer, "2026-11-08T08:30", "2026-11-08T20:30")
        return [office.book]
    }

    private static func slot(_ person: PersonID, _ post: PostKey, _ interval: Interval) -> DutySlot {
        DutySlot(unit: "office", post: post, interval: interval, person: person)
    }

    private static func relief(_ number: Int, of slot: DutySlot, by substitute: PersonID) -> ApprovedChange {
        ApprovedChange(
            number: ChangeNumber(number), change: .relief(of: slot, during: slot.interval, by: substitute),
            approvedBy: "p8")
    }

    private func undone(_ standing: [ApprovedChange]) -> ChangeReview {
        ChangeReview(undoing: ChangeNumber(1), at: Self.morning, of: Self.books, standing: standing)
    }

    private func rested(_ findings: [(book: RosterBook, findings: [Finding])]) -> [[Ordinal<Person>]] {
        findings.flatMap(\.findings).filter { $0.rule == .rest }.map(\.people)
    }

    @Test("The substitute goes home: that a later duty is near forbids nothing")
    func goesHome() {
        let review = undone([Self.relief(1, of: Self.slot("p1", "officer", Self.day), by: "p2")])
        #expect(rested(review.opened) == [[Ordinal(2)]], "a rest of ten hours and a half")
        #expect(review.obstacles(of: .relief).isEmpty)
    }

    @Test("Whoever takes the duty back is judged, with what was taken on meanwhile")
    func takesBack() {
        let review = undone([
            Self.relief(1, of: Self.slot("p1", "officer", Self.day), by: "p2"),
            Self.relief(2, of: Self.slot("p3", "leader", Self.night), by: "p1"),
        ])
        #expect(rested(review.obstacles(of: .relief)) == [[Ordinal(1)]])
    }

    @Test("Of a swap, whoever goes home now and takes a later duty back is judged beside the later one only")
    func swapped() {
        let swap = ApprovedChange(
            number: ChangeNumber(1),
            change: .swap(
                Self.slot("p1", "officer", Self.day), Self.slot("p2", "officer", Self.nextDay)), approvedBy: "p8")
        let review = undone([swap])
        #expect(rested(review.opened) == [[Ordinal(2)]])
        #expect(review.obstacles(of: .swap).isEmpty)
    }

    /// The same where officers hand over for a quarter of an hour.
    private static var booksWithHandover: [RosterBook] {
        books.map { book in
            let place = book.place
            let posts = [
                Post(key: "leader", name: "带班领导", tier: .leader),
                Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2, handoverMinutes: 15),
            ]
            return book.with(
                place: Place(
                    key: place.key, name: place.name, zone: place.zone, ranks: [], shifts: [], posts: posts,
                    units: place.units, people: place.people, absences: [], rules: place.rules))
        }
    }

    @Test("Whoever is called back at once need not have come a quarter of an hour before")
    func handover() {
        let relief = Self.relief(1, of: Self.slot("p1", "officer", Self.day), by: "p2")
        let review = ChangeReview(
            undoing: ChangeNumber(1), at: Self.morning, of: Self.booksWithHandover, standing: [relief])
        #expect(review.opened.flatMap(\.findings).contains { $0.rule == .handoverOverlap })
        #expect(review.obstacles(of: .relief).isEmpty)
    }
}
