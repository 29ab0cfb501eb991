import Calendars
import Incidents
import Rosters
import Testing

@Suite("A grade that is raised")
struct RaisedGradeTests {
    /// Larger accidents wake the county at once.
    private static var policy: Policy {
        var policy = World.policy()
        policy.ladders = [
            Ladder(
                name: "major", match: IncidentMatch(grades: [.I, .II, .III]),
                steps: [Step(tell: [.unitAbove], wait: .minutes(5))]),
            Ladder(name: "minor", steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]),
        ]
        return policy
    }

    @Test("It cancels the acknowledgement and starts the ladder of the new grade")
    func acknowledged() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            03:30 follow dead=3
              → follow-up 1, grade III at least
              → begins major: grade raised from IV to III
              = open, round 2, step 0, next 03:30
            03:30 due
              → step 1 of major until 03:35
              → tells p7 over hook: unit-above, at county/leader
              = open, round 2, step 1, next 03:35
            03:31 ack p1
              → p1, told, acknowledges and stops nothing
              = open, round 2, step 1, next 03:35
            03:32 ack p7
              → p7, told, acknowledges and stops it
              → cancels 2026-0007/2/1/p7/hook
              = acknowledged, round 2, step 1, asks again 05:32
            """)
    }

    @Test("It starts the new ladder while the old one still climbs, and takes back what was not sent")
    func open() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 follow grade=II
              → follow-up 1, grade II
              → begins major: grade raised from IV to II
              → cancels 2026-0007/1/1/p1/hook
              = open, round 2, step 0, next 03:13
            03:13 due
              → step 1 of major until 03:18
              → tells p7 over hook: unit-above, at county/leader
              = open, round 2, step 1, next 03:18
            """)
    }

    @Test("It opens what was closed")
    func closed() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 close p1 处置完毕
              → p1 closes it: 处置完毕
              = closed, round 1, step 1
            09:00 follow dead=10
              → follow-up 1, grade II at least
              → begins major: grade raised from IV to II
              = open, round 2, step 0, next 09:00
            09:00 due
              → step 1 of major until 09:05
              → tells p7 over hook: unit-above, at county/leader
              = open, round 2, step 1, next 09:05
            """)
    }

    @Test("A lowered grade leaves the acknowledgement as it is")
    func lowered() throws {
        var timeline = Timeline(Self.policy, facts: World.facts(casualties: Casualties(dead: 3)))
        try timeline.expect(
            """
            03:12 report
              → step 1 of major until 03:17
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 1, next 03:17
            03:13 took p7 hook
            03:14 ack p7
              → p7, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            03:30 follow grade=IV
              → follow-up 1, grade IV
              = acknowledged, round 1, step 1, asks again 05:30
            """)
    }

    @Test("What was unreachable stays loud, and the fallback stays told, until somebody answers")
    func unreachable() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:17 due
              → round 1 ends, nobody answered, again 03:22
              = open, round 2, step 0, next 03:22, unreachable
            03:18 follow dead=3
              → follow-up 1, grade III at least
              → begins major: grade raised from IV to III
              → cancels 2026-0007/1/1/p1/hook
              = open, round 3, step 0, next 03:18, unreachable
            03:18 due
              → step 1 of major until 03:23
              → tells p7 over hook: unit-above, at county/leader
              → tells p9 over hook: person:p9
              → tells phone:office over call: phone:office
              = open, round 3, step 1, next 03:23, unreachable
            """)
    }

    @Test("Whoever was told on the ladder before does not stop the one of a worse grade")
    func earlierLadder() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:20 follow dead=3
              → follow-up 1, grade III at least
              → begins major: grade raised from IV to III
              = open, round 2, step 0, next 03:20
            03:21 ack p1
              → p1, told, acknowledges and stops nothing
              = open, round 2, step 0, next 03:20
            03:22 due
              → step 1 of major until 03:27
              → tells p7 over hook: unit-above, at county/leader
              = open, round 2, step 1, next 03:27
            03:23 ack p7
              → p7, told, acknowledges and stops it
              → cancels 2026-0007/2/1/p7/hook
              = acknowledged, round 2, step 1, asks again 05:23
            """)
    }

    @Test("A choice that held the grade down gives way when more people have died")
    func lapsedChoice() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of minor until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 follow dead=3 grade=IV
              → follow-up 1, grade IV
              = open, round 1, step 1, next 03:17
            03:14 follow what=仍在燃烧
              → follow-up 2, grade IV
              = open, round 1, step 1, next 03:17
            03:15 follow dead=10
              → follow-up 3, grade II at least, no longer IV
              → begins major: grade raised from IV to II
              → cancels 2026-0007/1/1/p1/hook
              = open, round 2, step 0, next 03:15
            """)
    }
}
