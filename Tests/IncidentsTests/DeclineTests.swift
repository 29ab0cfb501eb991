import Calendars
import Incidents
import Rosters
import Testing

@Suite("Somebody who cannot take it")
struct DeclineTests {
    @Test("The step goes on at once, and whoever else was told may still answer")
    func goesOn() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 decline p1 在外地
              → p1, told, declines: 在外地; the ladder goes on
              → cancels 2026-0007/1/1/p1/hook
              = open, round 1, step 1, next 03:13
            03:13 due
              → step 2 of default until 03:23
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 03:23
            03:14 ack p4
              → p4, told, acknowledges and stops it
              → cancels 2026-0007/1/1/p4/hook, 2026-0007/1/2/p7/hook
              = acknowledged, round 1, step 2, asks again 05:14
            """)
    }

    @Test("Who was not told declines nothing")
    func stranger() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 decline p6 在外地
              → p6, not told, declines: 在外地
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("Of an earlier step it changes no time")
    func earlierStep() throws {
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
            03:18 decline p1 在外地
              → p1, told, declines: 在外地
              → cancels 2026-0007/1/1/p1/hook
              = open, round 1, step 2, next 03:27
            """)
    }

    @Test("Whoever acknowledged and then cannot after all gives it back: the ladder begins again at once")
    func givenBack() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]))
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
            03:20 decline p1 突发疾病
              → p1, told, declines: 突发疾病; the ladder goes on
              = open, round 2, step 0, next 03:20
            03:20 due
              → step 1 of default until 03:25
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 2, step 1, next 03:25
            """)
    }

    @Test("While another has acknowledged too, it rests")
    func another() throws {
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
            03:15 ack p4
              → p4, told, acknowledges and stops nothing
              = acknowledged, round 1, step 1, asks again 05:15
            03:20 decline p1 突发疾病
              → p1, told, declines: 突发疾病
              = acknowledged, round 1, step 1, asks again 05:15
            """)
    }

    @Test("A closed incident is not declined")
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
            03:15 decline p1 在外地
              → conflict: it is closed
            """)
    }
}
