import Calendars
import Incidents
import Rosters
import Testing

@Suite("Whom several posts, and leaders in charge, stand for")
struct TargetTests {
    private static func tells(_ target: Target) -> Policy {
        World.policy(steps: [Step(tell: [target], wait: .minutes(5))])
    }

    /// The office has two posts for chemicals; `c1` of the county and `m1` of the mine are in charge of accidents.
    private static let place = World.makePlace(
        units: World.units.map { unit in
            guard unit.id == "office" else { return unit }
            return Unit(
                id: unit.id, name: unit.name, parent: unit.parent, dutyPhone: unit.dutyPhone,
                posts: unit.posts + [Ordinal(6)])
        },
        people: World.people + [leader("c1", of: 0), leader("m1", of: 4), leader("m2", of: 4)])

    private static func leader(_ id: String, of unit: Int) -> Person {
        Person(
            id: PersonID(id), name: id, unit: Ordinal(unit), mobile: "13900000010",
            inCharge: [IncidentKind(category: .accident, type: nil)])
    }

    @Test("Several posts that handle one type are all told in the step")
    func severalPosts() throws {
        var timeline = Timeline(Self.tells(.handling), roster: "office hazmat p4, office rescue p5", place: Self.place)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p4 over hook: handling, at office/hazmat
              → tells p5 over hook: handling, at office/rescue
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("The leaders in charge are those of the unit")
    func ownLeaders() throws {
        var timeline = Timeline(Self.tells(.fieldLeader), facts: World.facts(unit: "mine"), place: Self.place)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells m1 over hook: field-leader
              → tells m2 over hook: field-leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("Where the unit has no leader in charge, the nearest one above is told")
    func leaderAbove() throws {
        var timeline = Timeline(Self.tells(.fieldLeader), facts: World.facts(unit: "town-a"), place: Self.place)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells c1 over hook: field-leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A kind that no leader is in charge of is named as that")
    func noLeader() throws {
        let facts = World.facts(unit: "mine", category: .health, type: nil)
        var timeline = Timeline(Self.tells(.fieldLeader), facts: facts, place: Self.place)
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: field-leader (no leader in charge)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            """)
    }
}
