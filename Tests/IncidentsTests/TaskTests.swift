import Calendars
import Incidents
import Rosters
import Testing

@Suite("Instructions and tasks")
struct TaskTests {
    @Test(
        "The owner is told at once and reminded ten minutes before; when it is overdue, the giver and the desk hear of it"
    )
    func overdue() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            05:49 due
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            05:50 due
              → task 1 is near
              → tells p4 over hook: person:p4, of task-1-reminder
              = open, round 1, step 1, next 11:32, task 1 at 06:00
            06:00 due
              → task 1 is overdue
              → tells p4 over hook: person:p4, of task-1-overdue
              → tells p1 over hook: person:p1, of task-1-overdue
              → tells p2 over hook: tier:duty-officer, at office/officer, of task-1-overdue
              → tells p3 over hook: tier:duty-officer, at office/officer, of task-1-overdue
              = open, round 1, step 1, next 11:32
            06:30 due
              = open, round 1, step 1, next 11:32
            06:40 done 1 p4 已堵漏
              → p4 has done task 1: 已堵漏
              = open, round 1, step 1, next 11:32
            06:50 close-task 1 p2 现场核实
              → p2 closes task 1: 现场核实
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("What is done is not asked for any more")
    func done() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:30 done 1 p4 已堵漏
              → p4 has done task 1: 已堵漏
              = open, round 1, step 1, next 11:32
            05:50 due
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("One that is due within ten minutes is not announced twice")
    func short() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 03:30 p1
              → task 1 of p1 for p4 by 03:30
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 03:30
            03:21 due
              = open, round 1, step 1, next 11:32, task 1 at 03:30
            03:30 due
              → task 1 is overdue
              → tells p4 over hook: person:p4, of task-1-overdue
              → tells p1 over hook: person:p1, of task-1-overdue
              → tells p2 over hook: tier:duty-officer, at office/officer, of task-1-overdue
              → tells p3 over hook: tier:duty-officer, at office/officer, of task-1-overdue
              = open, round 1, step 1, next 11:32
            """)
    }

    @Test("Only what is done can be closed, by a second person, once")
    func conflicts() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:21 close-task 1 p2 现场核实
              → conflict: task 1 is not done
            03:22 done 2 p4 已堵漏
              → conflict: no task 2
            03:23 done 1 p5 已堵漏
              → p5 has done task 1: 已堵漏
              = open, round 1, step 1, next 11:32
            03:24 done 1 p5 已堵漏
              → conflict: task 1 is done
            03:25 close-task 1 p5 现场核实
              → conflict: a second person is needed beside p5
            03:26 close-task 1 p4 现场核实
              → conflict: a second person is needed beside p5
            03:27 close-task 1 p1 现场核实
              → p1 closes task 1: 现场核实
              = open, round 1, step 1, next 11:32
            03:28 close-task 1 p1 现场核实
              → conflict: task 1 is closed
            03:29 done 1 p4 已堵漏
              → conflict: task 1 is closed
            """)
    }

    @Test("After the close a task goes on, and new ones may follow")
    func afterClose() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(500))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 11:32
            03:13 took p1 hook
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:21 took p4 hook
            03:30 close p1 处置完毕
              → p1 closes it: 处置完毕
              = closed, round 1, step 1, task 1 at 05:50
            05:50 due
              → task 1 is near
              → tells p4 over hook: person:p4, of task-1-reminder
              = closed, round 1, step 1, task 1 at 06:00
            05:51 task p5 清点 12:00 p1
              → task 2 of p1 for p5 by 12:00
              → tells p5 over hook: person:p5, of task-2-given
              = closed, round 1, step 1, task 1 at 06:00
            """)
    }
}
