import Calendars
import Incidents
import Rosters
import Testing

@Suite("A unit or kind that turns out to be another")
struct KindChangeTests {
    @Test("Another unit begins its own ladder")
    func unit() throws {
        var timeline = Timeline(roster: "office leader p1, mine mine-leader p5, mine mine-hazmat p6")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p6 over hook: handling, at mine/mine-hazmat
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 ack p1
              → p1, told, acknowledges and stops it
              → cancels 2026-0007/1/1/p6/hook
              = acknowledged, round 1, step 1, asks again 05:14
            03:20 follow unit=mine
              → follow-up 1, grade IV at least
              → begins default: another unit
              = open, round 2, step 0, next 03:20
            03:20 due
              → step 1 of default until 03:25
              → tells p5 over hook: tier:leader, at mine/mine-leader
              → tells p6 over hook: handling, at mine/mine-hazmat
              = open, round 2, step 1, next 03:25
            """)
    }

    @Test("Another type that other posts handle begins the ladder anew")
    func otherPosts() throws {
        var timeline = Timeline(facts: World.facts(category: nil, type: nil))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses handling (no post handles it)
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            03:20 follow category=accident type=危险化学品
              → follow-up 1, grade IV at least
              → begins default: another kind
              = open, round 2, step 0, next 03:20
            03:20 due
              → step 1 of default until 03:25
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 2, step 1, next 03:25
            """)
    }

    @Test("Another type that nobody else is told of changes nothing")
    func samePeople() throws {
        var timeline = Timeline(
            World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]),
            facts: World.facts(category: .nature, type: "雪灾"))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            03:20 follow type=冰冻
              → follow-up 1, grade unknown
              = acknowledged, round 1, step 1, asks again 05:20
            """)
    }

    @Test("A closed incident stays closed, whatever its kind")
    func closed() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:13 took p4 hook
            03:14 close p1 误报
              → p1 closes it: 误报
              = closed, round 1, step 1
            03:20 follow unit=mine
              → follow-up 1, grade IV at least
              = closed, round 1, step 1
            """)
    }
}
