import Calendars
import Incidents
import Rosters
import Testing

@Suite("The handover window")
struct HandoverTests {
    private static let roster = "office leader p1 00:00-08:30, office leader p5 08:30-17:30"

    /// The leader is asked at one instant of the morning, with ten minutes for a handover.
    private static func timeline() -> Timeline {
        var policy = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])
        policy.handover = .minutes(10)
        return Timeline(policy, roster: roster)
    }

    @Test("Until ten minutes before only the one who stands there is told")
    func before() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:19 report
              → step 1 of default until 08:24
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 08:24
            """)
    }

    @Test("From ten minutes before the incoming one is told too")
    func incoming() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:20 report
              → step 1 of default until 08:25
              → tells p1 over hook: tier:leader, at office/leader
              → tells p5 over hook: tier:leader, at office/leader, incoming
              = open, round 1, step 1, next 08:25
            """)
    }

    @Test("From the change on the outgoing one is told too")
    func outgoing() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:30 report
              → step 1 of default until 08:35
              → tells p5 over hook: tier:leader, at office/leader
              → tells p1 over hook: tier:leader, at office/leader, outgoing
              = open, round 1, step 1, next 08:35
            """)
    }

    @Test("For ten minutes")
    func lastMinute() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:39 report
              → step 1 of default until 08:44
              → tells p5 over hook: tier:leader, at office/leader
              → tells p1 over hook: tier:leader, at office/leader, outgoing
              = open, round 1, step 1, next 08:44
            """)
    }

    @Test("And then no more")
    func after() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:40 report
              → step 1 of default until 08:45
              → tells p5 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 08:45
            """)
    }

    @Test("The answer of either one counts")
    func either() throws {
        var timeline = Self.timeline()
        try timeline.expect(
            """
            08:25 report
              → step 1 of default until 08:30
              → tells p1 over hook: tier:leader, at office/leader
              → tells p5 over hook: tier:leader, at office/leader, incoming
              = open, round 1, step 1, next 08:30
            08:26 ack p5
              → p5, told, acknowledges and stops it
              → cancels 2026-0007/1/1/p1/hook, 2026-0007/1/1/p5/hook
              = acknowledged, round 1, step 1, asks again 10:26
            """)
    }
}
