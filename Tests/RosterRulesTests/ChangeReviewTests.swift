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
        #expect(review.closed.flatMap(\.findings).map(\.interval) == [Self.noon])
        #expect(review.gaps.isEmpty)
    }
}
