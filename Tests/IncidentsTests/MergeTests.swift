import Calendars
import Incidents
import Rosters
import Testing

@Suite("Two reports of one incident")
struct MergeTests {
    @Test("The one that is merged rests, and takes nothing but what concerns its own clocks and tasks")
    func merged() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 merge 2026-0007 p2 同一事件
              → conflict: it is itself
            03:14 merge 2026-0008 p2 同一事件
              → p2 merges it into 2026-0008: 同一事件
              → cancels 2026-0007/1/1/p1/hook, 2026-0007/1/1/p4/hook
              = closed, round 1, step 1
            03:15 due
              = closed, round 1, step 1
            03:16 ack p1
              → conflict: it is part of 2026-0008
            03:17 decline p1 外出
              → conflict: it is part of 2026-0008
            03:18 follow dead=3
              → conflict: it is part of 2026-0008
            03:19 reopen p2 复燃
              → conflict: it is part of 2026-0008
            03:20 close p2 误报
              → conflict: it is part of 2026-0008
            03:21 merge 2026-0009 p2 同一事件
              → conflict: it is part of 2026-0008
            03:22 absorb 2026-0009 p2
              → conflict: it is part of 2026-0008
            03:23 task p4 堵漏 06:00 p1
              → conflict: it is part of 2026-0008
            """)
    }

    @Test("Split again, its ladder begins anew at once")
    func split() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 split p2 另一事件
              → conflict: it is no part of another
            03:14 merge 2026-0008 p2 同一事件
              → p2 merges it into 2026-0008: 同一事件
              → cancels 2026-0007/1/1/p1/hook, 2026-0007/1/1/p4/hook
              = closed, round 1, step 1
            03:20 split p2 另一事件
              → p2 splits it from 2026-0008: 另一事件
              = open, round 2, step 0, next 03:20
            03:20 due
              → step 1 of default until 03:25
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 2, step 1, next 03:25
            """)
    }

    @Test("The one that takes it up goes on as before, and lets it go again")
    func absorbs() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:14 absorb 2026-0008 p2
              → p2 takes 2026-0008 up
              = open, round 1, step 1, next 03:17
            03:15 close p1 误报
              → p1 closes it: 误报
              → cancels 2026-0007/1/1/p1/hook, 2026-0007/1/1/p4/hook
              = closed, round 1, step 1
            03:16 absorb 2026-0009 p2
              → conflict: it is closed
            03:17 release 2026-0008 p2
              → p2 lets 2026-0008 go
              = closed, round 1, step 1
            03:18 merge 2026-0009 p2 同一事件
              → conflict: it is closed
            """)
    }
}
