import Calendars
import RosterRules
import Rosters
import Testing

@Suite("A shift that a change cuts")
struct CutShiftTests {
    private static let rules = RuleSettings([
        .rest: RuleSetting(hours: 12), .mostDuties: RuleSetting(count: 1),
    ])

    /// One leader by day, and a shift of an officer from 08:30 to 20:30.
    private static var office: SmallOffice {
        var office = SmallOffice(rules: rules)
        office.stand(0, SmallOffice.leader, "2026-11-07T08:30", "2026-11-07T20:30")
        office.stand(1, SmallOffice.officer, "2026-11-07T08:30", "2026-11-07T20:30")
        office.stand(2, SmallOffice.officer, "2026-11-08T08:30", "2026-11-08T20:30")
        return office
    }

    private static let slot = DutySlot(
        unit: "office", post: "officer", interval: SmallOffice.interval("2026-11-07T08:30", "2026-11-07T20:30"),
        person: "p1")
    private static let noon = SmallOffice.interval("2026-11-07T12:00", "2026-11-07T14:00")

    private func review(_ change: RosterChange) -> ChangeReview {
        let approved = ApprovedChange(number: ChangeNumber(1), change: change, approvedBy: "p0")
        return ChangeReview(approved, of: [Self.office.book], standing: [])
    }

    private func rules(_ review: ChangeReview) -> [RuleName] {
        review.opened.flatMap(\.findings).map(\.rule).filter { [.rest, .mostDuties].contains($0) }
    }

    @Test("Between its two halves no rest is asked for, and they count as one duty")
    func absence() {
        let review = review(.absence("p1", Self.noon, standIn: nil))
        #expect(rules(review).isEmpty)
        #expect(review.obstacles(of: .absence).isEmpty)
        #expect(review.gaps.flatMap(\.findings).contains { $0.interval == Self.noon })
    }

    @Test("Whoever stands in for the middle of a shift is judged, and whoever is relieved is not")
    func relief() {
        #expect(rules(review(.relief(of: Self.slot, during: Self.noon, by: "p3"))).isEmpty)
        let tired = review(
            .relief(of: Self.slot, during: SmallOffice.interval("2026-11-07T18:30", "2026-11-07T20:30"), by: "p2"))
        #expect(rules(tired).contains(.mostDuties))
    }
}
