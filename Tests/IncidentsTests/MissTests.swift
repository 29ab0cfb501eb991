import Calendars
import Incidents
import Rosters
import Testing
import Watchkeeping

@Suite("Who is told of a spot check that found nobody")
struct MissTests {
    private static let posts = World.posts + [Post(key: "overall", name: "总带班", tier: .overallLeader, isOnSite: false)]

    /// The county, to which the office reports; its overall leader leads from anywhere.
    private static let place = Place(
        key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [], posts: posts,
        units: [
            Unit(
                id: "county", name: "县政府", dutyPhone: "0000-5550100",
                posts: [Ordinal(0), Ordinal(1), Ordinal(posts.count - 1)]),
            Unit(
                id: "office", name: "应急管理局", parent: Ordinal(0), dutyPhone: "0000-5550110",
                posts: [Ordinal(0), Ordinal(1)]),
        ], people: World.people, absences: [], rules: RuleSettings())

    private static let everybody = [
        ("county", "overall", "p1"), ("county", "leader", "p2"), ("county", "officer", "p3"),
        ("office", "leader", "p4"), ("office", "officer", "p5"),
    ]

    /// Whom the machine tells when a post of a unit was missed, by id.
    private func told(
        _ unit: UnitID, _ post: PostKey, missed people: [PersonID], fallback: [Target] = [.person("p9")],
        roster: [(String, String, String)] = Self.everybody
    ) -> [String] {
        let day = Interval(start: Instant(clock: "00:00"), end: Instant(clock: "24:00"))
        let board = DutyBoard(
            at: Instant(clock: "10:00"), place: Self.place, isInPeriod: true,
            stands: roster.map { unit, post, person in
                DutyStand(
                    unit: UnitID(unit), post: PostKey(post), person: PersonID(person), isPrimary: true, interval: day,
                    period: "spring", version: 1)
            })
        let miss = RollCallMiss(
            call: 1, post: CalledPost(unit: unit, post: post, people: people), result: .notReached, by: "p8")
        let change = MatterMachine.raise(
            .missed(miss, in: Self.place), number: MatterNumber(1), policy: World.policy(fallback: fallback),
            board: board)
        return change.matter.told.map(\.recipient.text)
    }

    @Test("Under another unit: the leader of the post's unit, and the leader of the unit above")
    func below() {
        #expect(told("office", "officer", missed: ["p5"]) == ["p4", "p2"])
    }

    @Test("The leader who was missed is not told of his own miss")
    func leader() {
        #expect(told("office", "leader", missed: ["p4"]) == ["p2"])
    }

    @Test("At the top the overall leaders are above, for a leader and for an officer")
    func top() {
        #expect(told("county", "leader", missed: ["p2"]) == ["p1"])
        #expect(told("county", "officer", missed: ["p3"]) == ["p2", "p1"])
    }

    @Test("Where no overall leader stands at the top, the fallback people are told")
    func nobodyAbove() {
        let roster = Self.everybody.filter { $0.1 != "overall" }
        #expect(told("county", "officer", missed: ["p3"], roster: roster) == ["p2", "phone:county", "p9"])
        #expect(told("county", "leader", missed: ["p2"], roster: roster) == ["phone:county", "p9"])
    }

    @Test("Whoever was missed is not told as one of the fallback people or as the leader above either")
    func nowhere() {
        let roster = Self.everybody.filter { $0.1 != "overall" }
        #expect(told("county", "leader", missed: ["p2"], fallback: [.person("p2")], roster: roster) == ["phone:county"])
        let both = Self.everybody.map { $0.1 == "leader" ? ($0.0, $0.1, "p4") : $0 }
        #expect(told("office", "leader", missed: ["p4"], roster: both) == ["phone:office", "p9"])
    }
}
