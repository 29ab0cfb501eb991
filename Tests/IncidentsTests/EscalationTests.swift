import Calendars
import Incidents
import Rosters
import Testing

@Suite("The ladder")
struct EscalationTests {
    @Test("The first step tells the leader and whoever handles it, each with the reason")
    func firstStep() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("When nobody answers, the next step follows after the wait, and after the last one the round ends")
    func climbs() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:17 due
              → step 2 of default until 03:27
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 03:27
            03:27 due
              → round 1 ends, nobody answered, again 03:32
              = open, round 2, step 0, next 03:32, unreachable
            """)
    }

    @Test("The second round adds the unit above and the fallback to the first step, each person once")
    func secondRound() throws {
        let policy = World.policy(
            steps: [Step(tell: [.tier(.leader), .person("p9")], wait: .minutes(5))],
            fallback: [.person("p9"), .person("p7"), .phone("office")])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p9 over hook: person:p9
              = open, round 1, step 1, next 03:17
            03:17 due
              → round 1 ends, nobody answered, again 03:22
              = open, round 2, step 0, next 03:22, unreachable
            03:22 due
              → step 1 of default until 03:27
              → tells p1 over hook: tier:leader, at office/leader
              → tells p9 over hook: person:p9
              → tells p7 over hook: unit-above, at county/leader
              → tells phone:office over call: phone:office
              = open, round 2, step 1, next 03:27, unreachable
            03:27 due
              → round 2 ends, nobody answered, again 03:32
              = open, round 3, step 0, next 03:32, unreachable
            """)
    }

    @Test("A late engine counts the wait from when it told, so nobody loses time to answer")
    func late() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            04:00 due
              → step 2 of default until 04:10
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 04:10
            """)
    }

    @Test("A step that finds nobody gives way at once, and names what it missed")
    func emptyStep() throws {
        var timeline = Timeline(roster: "county leader p7")
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (nobody on duty); handling (nobody on duty)
              → step 2 of default until 03:22
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 03:22
            """)
    }

    @Test("Several empty steps in a row give way in one decision, each with its misses")
    func emptySteps() throws {
        let policy = World.policy(steps: [
            Step(tell: [.post("leader")], wait: .minutes(5)), Step(tell: [.person("p77")], wait: .minutes(5)),
            Step(tell: [.phone("town-b")], wait: .minutes(5)), Step(tell: [.phone("town-z")], wait: .minutes(5)),
            Step(tell: [.phone("county")], wait: .minutes(5)),
        ])
        var timeline = Timeline(policy, roster: "")
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: post:leader (nobody on duty)
              → step 2 tells nobody: person:p77 (no such person)
              → step 3 tells nobody: phone:town-b (no phone)
              → step 4 tells nobody: phone:town-z (no such unit)
              → step 5 of default until 03:17
              → tells phone:county over call: phone:county
              = open, round 1, step 5, next 03:17
            """)
    }

    @Test("When the whole ladder is empty the round ends as unreachable, and the next one tells the fallback")
    func emptyLadder() throws {
        let policy = World.policy(
            steps: [
                Step(tell: [.tier(.leader)], wait: .minutes(5)), Step(tell: [.handling], wait: .minutes(5)),
            ])
        var timeline = Timeline(policy, roster: "")
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (nobody on duty)
              → step 2 tells nobody: handling (nobody on duty)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:17 due
              → step 1 of default until 03:22
              → misses tier:leader (nobody on duty)
              → tells phone:county over call: unit-above
              → tells p9 over hook: person:p9
              → tells phone:office over call: phone:office
              = open, round 2, step 1, next 03:22, unreachable
            """)
    }

    @Test("The people are resolved anew at each step: after a shift change the incoming ones are told")
    func shiftChange() throws {
        let policy = World.policy(steps: [
            Step(tell: [.tier(.leader)], wait: .minutes(5)), Step(tell: [.tier(.leader)], wait: .minutes(5)),
        ])
        var timeline = Timeline(policy, roster: "office leader p1 00:00-08:30, office leader p5 08:30-17:30")
        try timeline.expect(
            """
            08:25 report
              → step 1 of default until 08:30
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 08:30
            08:30 due
              → step 2 of default until 08:35
              → tells p5 over hook: tier:leader, at office/leader
              = open, round 1, step 2, next 08:35
            """)
    }
}
