import Calendars
import Incidents
import Rosters
import Testing

@Suite("The clocks of an incident")
struct ClockTests {
    @Test("Ten minutes before a limit the desk is warned, and when it has passed the leader hears of it too")
    func warned() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 60)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 04:02
            04:01 due
              = open, round 1, step 1, next 11:32, clock 1 at 04:02
            04:02 due
              → clock 1 is near
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              = open, round 1, step 1, next 11:32, clock 1 at 04:12
            04:12 due
              → clock 1 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-1-overrun
              = open, round 1, step 1, next 11:32
            04:30 due
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("Several run at once, each for itself")
    func several() throws {
        var timeline = Timeline.ofClocks([
            World.limit("superior", .phone, minutes: 30), World.limit("superior", .written, minutes: 60),
        ])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over phone by 03:42
              → clock 2: superior over written by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:32
            03:32 due
              → clock 1 is near
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              = open, round 1, step 1, next 11:32, clock 1 at 03:42
            03:42 due
              → clock 1 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-1-overrun
              = open, round 1, step 1, next 11:32, clock 2 at 04:02
            04:02 due
              → clock 2 is near
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-2-warning
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-2-warning
              = open, round 1, step 1, next 11:32, clock 2 at 04:12
            04:12 due
              → clock 2 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-2-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-2-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-2-overrun
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("A limit that is over when the engine comes is said to be over, without a warning that comes too late")
    func lateEngine() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 60)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 04:02
            05:00 due
              → clock 1 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-1-overrun
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("After the close the clocks go on")
    func closed() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 60)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 04:02
            03:13 took p1 hook
            03:14 close p1 处置完毕
              → p1 closes it: 处置完毕
              = closed, round 1, step 1, clock 1 at 04:02
            04:02 due
              → clock 1 is near
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              = closed, round 1, step 1, clock 1 at 04:12
            04:12 due
              → clock 1 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-1-overrun
              = closed, round 1, step 1
            04:20 reported superior written
              → reported to superior over written at 04:20, stops clock 1 late
              = closed, round 1, step 1
            """)
    }

    @Test("Part of another incident, it keeps its clocks")
    func merged() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 60)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 04:02
            03:13 took p1 hook
            03:14 merge 2026-0008 p2 同一事件
              → p2 merges it into 2026-0008: 同一事件
              = closed, round 1, step 1, clock 1 at 04:02
            04:02 due
              → clock 1 is near
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-warning
              = closed, round 1, step 1, clock 1 at 04:12
            04:20 reported superior phone 04:05
              → reported to superior over phone at 04:05, stops clock 1
              = closed, round 1, step 1
            """)
    }
}

extension Timeline {
    /// One with a ladder that is slow enough not to come between its clocks.
    static func ofClocks(_ limits: [ReportLimit], happened: String? = nil) -> Timeline {
        Timeline(
            World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))], limits: limits),
            facts: World.facts(happened: happened.map { Instant(clock: $0) }))
    }
}
