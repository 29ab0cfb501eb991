import Calendars
import Incidents
import Rosters
import Testing

@Suite("Whom a target names")
struct RoutingTests {
    private static func tells(_ target: Target) -> Policy {
        World.policy(steps: [Step(tell: [target], wait: .minutes(5))])
    }

    @Test("Where the unit itself handles nothing of the kind, the posts of the units below do")
    func handlingBelow() throws {
        let facts = World.facts(category: .nature, type: "洪水")
        var timeline = Timeline(Self.tells(.handling), roster: "town-a flood p5, town-b flood p6", facts: facts)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p5 over hook: handling, at town-a/flood
              → tells p6 over hook: handling, at town-b/flood
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A unit whose own handling post is empty is answered for by the nearest one that is staffed")
    func handlingOwn() throws {
        var timeline = Timeline(Self.tells(.handling), roster: "mine mine-hazmat p5")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p5 over hook: handling, at mine/mine-hazmat
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test(
        "Where neither the unit nor those below have the post, the search goes up, level by level",
        arguments: [
            Target.handling, .post("flood"),
        ])
    func oneLevelUp(target: Target) throws {
        let facts = World.facts(unit: "mine", category: .nature, type: "洪水")
        var timeline = Timeline(Self.tells(target), roster: "town-b flood p6, county leader p7", facts: facts)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p6 over hook: \(target.text), at town-b/flood
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("The nearest place where somebody stands is enough: the unit's own people, then nobody further off")
    func nearestOnly() throws {
        var timeline = Timeline(Self.tells(.post("hazmat")), roster: "office hazmat p4, mine mine-hazmat p5")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p4 over hook: post:hazmat, at office/hazmat
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A kind that no post handles is named as that, not as an absence")
    func handledByNobody() throws {
        var timeline = Timeline(Self.tells(.handling), facts: World.facts(category: .health, type: nil))
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: handling (no post handles it)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            """)
    }

    @Test("A post for one type is not asked about another, nor about an unknown one", arguments: ["火灾", nil])
    func otherType(type: String?) throws {
        var timeline = Timeline(Self.tells(.handling), facts: World.facts(type: type))
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: handling (no post handles it)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            """)
    }

    @Test(
        "The unit above is its leaders, else its duty officers, else its duty phone",
        arguments: [
            ("county leader p7, county officer p8", "p7 over hook: unit-above, at county/leader"),
            ("county officer p8", "p8 over hook: unit-above, at county/officer"),
            ("", "phone:county over call: unit-above"),
        ])
    func unitAbove(roster: String, told: String) throws {
        var timeline = Timeline(Self.tells(.unitAbove), roster: roster)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells \(told)
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("The top unit has no unit above")
    func noUnitAbove() throws {
        var timeline = Timeline(Self.tells(.unitAbove), facts: World.facts(unit: "county"))
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: unit-above (no unit above)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            """)
    }

    @Test("A borrowed leader is found in the roster of the unit that lends, unless the borrower has its own")
    func borrowedLeader() throws {
        let facts = World.facts(unit: "mine")
        var timeline = Timeline(Self.tells(.tier(.leader)), roster: "office leader p1", facts: facts)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at mine/mine-leader
              = open, round 1, step 1, next 03:17
            """)
        timeline = Timeline(
            Self.tells(.tier(.leader)), roster: "office leader p1, mine mine-leader p5", facts: facts)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p5 over hook: tier:leader, at mine/mine-leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A borrowed post that handles the kind is found in the same way")
    func borrowedHandling() throws {
        var timeline = Timeline(Self.tells(.handling), facts: World.facts(unit: "mine"))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p4 over hook: handling, at mine/mine-hazmat
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("Somebody named by two targets, or standing at two posts, is told once, under the first")
    func onceEach() throws {
        let policy = World.policy(steps: [
            Step(tell: [.handling, .tier(.leader), .post("leader"), .person("p1")], wait: .minutes(5))
        ])
        var timeline = Timeline(policy, roster: "office leader p1, office hazmat p1")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            """)
    }
}
