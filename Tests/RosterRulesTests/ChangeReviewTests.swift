import Calendars
import RosterRules
import Rosters
import Testing

@Suite("What a change opens and closes")
struct ChangeReviewTests {
    private static let day = SmallOffice.interval("2026-11-07T08:30", "2026-11-07T20:30")
    private static let noon = SmallOffice.interval("2026-11-07T12:00", "2026-11-07T14:00")

    /// A leader and two officers by day.
    private static var office: SmallOffice {
        var office = SmallOffice()
        office.stand(0, SmallOffice.leader, "2026-11-07T08:30", "2026-11-07T20:30")
        office.stand(1, SmallOffice.officer, "2026-11-07T08:30", "2026-11-07T20:30")
        office.stand(2, SmallOffice.officer, "2026-11-07T08:30", "2026-11-07T20:30")
        return office
    }

    @Test("Whoever is relieved is not offered as a remedy for what the relief opens")
    func remedies() {
        let leader = DutySlot(
            unit: "office", post: "leader", interval: Self.day, person: "p0")
        let away = ApprovedChange(
            number: ChangeNumber(1), change: .absence("p4", leader.interval, standIn: nil), approvedBy: "p0")
        let relief = ApprovedChange(
            number: ChangeNumber(2), change: .relief(of: leader, during: leader.interval, by: "p4"), approvedBy: "p0")
        let review = ChangeReview(relief, of: [Self.office.book], standing: [away])
        let gap = review.gaps.flatMap(\.findings).first { $0.rule == .leader }
        #expect(gap != nil)
        #expect(gap?.remedies.isEmpty == false && gap?.remedies.contains { $0.person == Ordinal(0) } == false)
    }

    @Test("What an undone absence closes is the gap that it opened")
    func closed() {
        let away = ApprovedChange(
            number: ChangeNumber(1), change: .absence("p1", Self.noon, standIn: nil), approvedBy: "p0")
        let review = ChangeReview(
            undoing: ChangeNumber(1), at: SmallOffice.at("2026-11-07T10:00"), of: [Self.office.book], standing: [away])
        #expect(
            review.closedGaps == [
                PostGap(
                    unit: "office", post: "officer", interval: Self.noon, needed: 2, have: 2, people: ["p1", "p2"])
            ])
        #expect(review.gaps.isEmpty && review.openedGaps.isEmpty)
    }

    private static func away(_ number: Int, _ person: PersonID, _ start: String, _ end: String) -> ApprovedChange {
        ApprovedChange(
            number: ChangeNumber(number), change: .absence(person, SmallOffice.interval(start, end), standIn: nil),
            approvedBy: "p8")
    }

    @Test("Of a gap that two absences make together, each opens and closes its own part")
    func halves() {
        let books = [SmallOffice.full.book]
        let day = Self.away(1, "p0", "2026-11-07T12:00", "2026-11-07T20:30")
        let night = Self.away(2, "p3", "2026-11-07T20:30", "2026-11-08T08:30")
        let second = ChangeReview(night, of: books, standing: [day])
        #expect(
            second.gaps.flatMap(\.findings).map(\.interval)
                == [SmallOffice.interval("2026-11-07T12:00", "2026-11-08T08:30")], "one gap in the roster in force")
        #expect(
            second.openedGaps == [
                PostGap(
                    unit: "office", post: "leader", interval: night.change.span, needed: 1, have: 0, people: [])
            ])
        let undone = ChangeReview(
            undoing: ChangeNumber(1), at: SmallOffice.at("2026-11-07T10:00"), of: books, standing: [day, night])
        #expect(
            undone.closedGaps == [
                PostGap(
                    unit: "office", post: "leader", interval: day.change.span, needed: 1, have: 1, people: ["p0"])
            ])
    }

    @Test("Where two of two were away and one comes back, one is missing still")
    func eased() {
        let both = ["p1", "p2"].enumerated().map {
            Self.away($0.offset + 1, PersonID($0.element), "2026-11-07T12:00", "2026-11-07T14:00")
        }
        let second = ChangeReview(both[1], of: [Self.office.book], standing: [both[0]])
        #expect(second.openedGaps.map(\.have) == [0] && second.openedGaps.map(\.interval) == [Self.noon])
        let undone = ChangeReview(
            undoing: ChangeNumber(1), at: SmallOffice.at("2026-11-07T10:00"), of: [Self.office.book], standing: both)
        #expect(
            undone.closedGaps == [
                PostGap(unit: "office", post: "officer", interval: Self.noon, needed: 2, have: 1, people: ["p1"])
            ])
        #expect(undone.closedGaps.allSatisfy { !$0.isFilled })
    }
}
