import Calendars
import Incidents
import Rosters
import Testing

@Suite("A report that went upward")
struct ReportedTests {
    @Test("By phone it stops the clocks for the phone and for any way; the written one runs on")
    func phone() throws {
        var timeline = Timeline.ofClocks([
            World.limit("superior", .phone, minutes: 30), World.limit("superior", .any, minutes: 60),
            World.limit("superior", .written, minutes: 90),
        ])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over phone by 03:42
              → clock 2: superior over any by 04:12
              → clock 3: superior over written by 04:42
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:32
            03:40 reported superior phone
              → reported to superior over phone at 03:40, stops clock 1, clock 2
              = open, round 1, step 1, next 11:32, clock 3 at 04:32
            04:43 reported superior written
              → reported to superior over written at 04:43, stops clock 3 late
              = open, round 1, step 1, next 11:32
            04:44 due
              = open, round 1, step 1, next 11:32
            04:45 reported superior written
              → reported to superior over written at 04:45, stops nothing
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("The unit above is the superior, whichever name is used")
    func parent() throws {
        var timeline = Timeline.ofClocks([
            World.limit("superior", minutes: 30), World.limit("county", minutes: 60),
            World.limit("province", minutes: 60),
        ])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 03:42
              → clock 2: county over any by 04:12
              → clock 3: province over any by 04:12
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:32
            03:20 reported county phone
              → reported to county over phone at 03:20, stops clock 1, clock 2
              = open, round 1, step 1, next 11:32, clock 3 at 04:02
            """)
    }

    @Test("What counts is when it went up, not when somebody wrote that down")
    func writtenDownLater() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 30)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 03:42
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:32
            03:42 due
              → clock 1 is over
              → tells p2 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p3 over hook: tier:duty-officer, at office/officer, of clock-1-overrun
              → tells p1 over hook: tier:leader, at office/leader, of clock-1-overrun
              = open, round 1, step 1, next 11:32
            03:50 reported superior phone 03:42
              → reported to superior over phone at 03:42, stops clock 1
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("A minute after the limit it is late")
    func late() throws {
        var timeline = Timeline.ofClocks([World.limit(minutes: 30)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by 03:42
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32, clock 1 at 03:32
            03:50 reported superior phone 03:43
              → reported to superior over phone at 03:43, stops clock 1 late
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("A clock whose start is not known is stopped too, and a start that is learned later does not start it")
    func unknownStart() throws {
        var timeline = Timeline.ofClocks([World.limit(starts: .verified, minutes: 30)])
        try timeline.expect(
            """
            03:12 report
              → clock 1: superior over any by a time not known
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 reported superior phone
              → reported to superior over phone at 03:20, stops clock 1
              = open, round 1, step 1, next 11:32
            03:30 follow verified=03:25
              → follow-up 1, grade IV at least
              = open, round 1, step 1, next 11:32
            """)
    }
}
