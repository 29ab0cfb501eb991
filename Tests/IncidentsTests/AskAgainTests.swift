import Calendars
import Incidents
import Rosters
import Testing

@Suite("An acknowledgement after which nothing more is written")
struct AskAgainTests {
    @Test("After the time of the policy the ladder begins again, with whoever is on duty then")
    func asksAgain() throws {
        var timeline = Timeline(roster: "office leader p1 00:00-04:00, office leader p5 04:00-24:00")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses handling (nobody on duty)
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 took p1 hook
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            05:13 due
              = acknowledged, round 1, step 1, asks again 05:14
            05:14 due
              → nothing recorded for 120 minutes: asks again
              → step 1 of default until 05:19
              → misses handling (nobody on duty)
              → tells p5 over hook: tier:leader, at office/leader
              = open, round 2, step 1, next 05:19
            05:15 ack p1
              → p1, told, acknowledges and stops nothing
              = open, round 2, step 1, next 05:19
            05:16 ack p5
              → p5, told, acknowledges and stops it
              → cancels 2026-0007/2/1/p5/hook
              = acknowledged, round 2, step 1, asks again 07:16
            """)
    }

    @Test("A further entry answers the asking: the acknowledgement stands again, and nobody else is woken")
    func answered() throws {
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
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            05:14 due
              → nothing recorded for 120 minutes: asks again
              → step 1 of default until 05:19
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 2, step 1, next 05:19
            05:15 took p1 hook
            05:16 follow what=已控制
              → follow-up 1, grade IV at least
              → a further entry answers it
              → cancels 2026-0007/2/1/p4/hook
              = acknowledged, round 2, step 1, asks again 07:16
            """)
    }

    @Test("Every further entry puts it off")
    func putOff() throws {
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
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            04:00 follow what=已控制
              → follow-up 1, grade IV at least
              = acknowledged, round 1, step 1, asks again 06:00
            04:10 called p7 no-answer
              → p7 is called: no-answer
              = acknowledged, round 1, step 1, asks again 06:10
            04:20 reported superior phone
              → reported to superior over phone at 04:20, stops nothing
              = acknowledged, round 1, step 1, asks again 06:20
            04:30 task p4 堵漏 12:00 p1
              → task 1 of p1 for p4 by 12:00
              → tells p4 over hook: person:p4, of task-1-given
              = acknowledged, round 1, step 1, asks again 06:30
            04:31 took p4 hook
            04:40 absorb 2026-0009 p2
              → p2 takes 2026-0009 up
              = acknowledged, round 1, step 1, asks again 06:40
            06:40 due
              → nothing recorded for 120 minutes: asks again
              → step 1 of default until 06:45
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 2, step 1, next 06:45
            """)
    }

    @Test("A decline is no news of the incident, and puts nothing off")
    func decline() throws {
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
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            04:00 decline p4 外出
              → p4, told, declines: 外出
              = acknowledged, round 1, step 1, asks again 05:14
            """)
    }

    @Test("A closed incident is not asked about")
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
            03:14 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 05:14
            04:00 close p1 处置完毕
              → p1 closes it: 处置完毕
              = closed, round 1, step 1
            05:14 due
              = closed, round 1, step 1
            """)
    }
}
