import Calendars
import Incidents
import Rosters
import Testing

@Suite("Closing and reopening")
struct CloseTests {
    private static let told = """
        03:12 report
          → step 1 of default until 03:17
          → tells p1 over hook: tier:leader, at office/leader
          → tells p4 over hook: handling, at office/hazmat
          = open, round 1, step 1, next 03:17
        """

    @Test("Closing stops the ladder and cancels the messages that no channel has taken yet")
    func cancels() throws {
        var timeline = Timeline()
        try timeline.expect(
            Self.told + """

                03:13 took p1 hook
                03:13 retry p4 hook
                03:17 due
                  → step 2 of default until 03:27
                  → tells p7 over hook: unit-above, at county/leader
                  = open, round 1, step 2, next 03:27
                03:18 close p2 误报
                  → p2 closes it: 误报
                  → cancels 2026-0007/1/1/p4/hook, 2026-0007/1/2/p7/hook
                  = closed, round 1, step 2
                03:27 due
                  = closed, round 1, step 2
                03:28 fail p7 hook
                  = closed, round 1, step 2
                """)
    }

    @Test("Closing an unreachable incident takes its loud states away")
    func closesUnreachable() throws {
        var timeline = Timeline(roster: "", place: nil)
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (no such unit); handling (no such unit)
              → step 2 tells nobody: unit-above (no such unit)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:13 close p2 误报
              → p2 closes it: 误报
              = closed, round 2, step 0
            """)
    }

    @Test("What was acknowledged can be closed")
    func closesAcknowledged() throws {
        var timeline = Timeline()
        try timeline.expect(
            Self.told + """

                03:13 took p1 hook
                03:13 took p4 hook
                03:14 ack p1
                  → p1, told, acknowledges and stops it
                  = acknowledged, round 1, step 1, asks again 05:14
                05:00 close p1 处置完毕
                  → p1 closes it: 处置完毕
                  = closed, round 1, step 1
                """)
    }

    @Test("Reopening begins the ladder anew, at once")
    func reopens() throws {
        var timeline = Timeline()
        try timeline.expect(
            Self.told + """

                03:13 took p1 hook
                03:13 took p4 hook
                03:14 close p1 处置完毕
                  → p1 closes it: 处置完毕
                  = closed, round 1, step 1
                09:00 reopen p2 复燃
                  → p2 reopens it: 复燃
                  = open, round 2, step 0, next 09:00
                09:00 due
                  → step 1 of default until 09:05
                  → tells p1 over hook: tier:leader, at office/leader
                  → tells p4 over hook: handling, at office/hazmat
                  = open, round 2, step 1, next 09:05
                """)
    }

    @Test("A closed incident is neither acknowledged nor closed again: a conflict, and nothing changes")
    func conflictsWhenClosed() throws {
        var timeline = Timeline()
        try timeline.expect(
            Self.told + """

                03:13 took p1 hook
                03:13 took p4 hook
                03:14 close p1 误报
                  → p1 closes it: 误报
                  = closed, round 1, step 1
                03:15 ack p1
                  → conflict: it is closed
                03:16 close p2 误报
                  → conflict: it is closed
                03:17 reopen p2 复燃
                  → p2 reopens it: 复燃
                  = open, round 2, step 0, next 03:17
                """)
    }

    @Test("Only what is closed can be reopened")
    func conflictsWhenOpen() throws {
        var timeline = Timeline()
        try timeline.expect(
            Self.told + """

                03:13 reopen p1 复燃
                  → conflict: it is open
                03:14 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook, 2026-0007/1/1/p4/hook
                  = acknowledged, round 1, step 1, asks again 05:14
                03:15 reopen p1 复燃
                  → conflict: it is acknowledged
                """)
    }
}
