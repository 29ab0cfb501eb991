import Calendars
import Incidents
import Rosters
import Testing

@Suite("When a clock starts")
struct ClockStartTests {
    @Test("A start that is not known is said; a follow-up sets it, and a later one does not change it")
    func unknownStart() throws {
        var timeline = Timeline.ofClocks([World.limit(starts: .happened, minutes: 60)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by a time not known
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 follow happened=03:00
              → follow-up 1, grade IV at least
              → clock 1 is due 04:00
              = open, round 1, step 1, next 11:32, clock 1 at 03:50
            03:30 follow happened=02:30
              → follow-up 2, grade IV at least
              = open, round 1, step 1, next 11:32, clock 1 at 03:50
            """)
    }

    @Test("A time of the event that is corrected resets no clock that runs")
    func corrected() throws {
        var timeline = Timeline.ofClocks([World.limit(starts: .happened, minutes: 60)], happened: "03:00")
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 04:00
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:50
            03:30 follow happened=03:10
              → follow-up 1, grade IV at least
              = open, round 1, step 1, next 11:32, clock 1 at 03:50
            """)
    }

    @Test("A raised grade adds its clocks, counted from the same report, and leaves the first as it is")
    func raised() throws {
        var timeline = Timeline.ofClocks([
            World.limit(minutes: 120), World.limit("province", grades: [.I, .II, .III], minutes: 60),
        ])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 05:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 05:02
            03:20 follow dead=3
              → follow-up 1, grade III at least
              → clock 2: province over any by 04:12
              → begins default: grade raised from IV to III
              → cancels 2026-0007/1/1/p1/hook
              = open, round 2, step 0, next 03:20
            03:30 follow grade=IV
              → follow-up 2, grade IV
              = open, round 2, step 0, next 03:20
            03:40 follow dead=10
              → follow-up 3, grade II at least, no longer IV
              → begins default: grade raised from IV to II
              = open, round 3, step 0, next 03:40
            """)
    }
}
