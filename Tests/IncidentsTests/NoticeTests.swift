import Calendars
import Incidents
import Rosters
import Testing

@Suite("Notices beside the ladder")
struct NoticeTests {
    private static func timeline(_ roster: String, fallback: [Target]) -> Timeline {
        Timeline(
            World.policy(steps: [Step(tell: [.phone("county")], wait: .minutes(500))], fallback: fallback),
            roster: roster)
    }

    @Test("A way that fails gives way to the next one")
    func nextWay() throws {
        var timeline = Self.timeline(World.roster, fallback: [.person("p9")])
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells phone:county over call: phone:county
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:21 fail p4 hook
              → tells p4 over call: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:22 called p4 answered
              → p4 is called: answered
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            """)
    }

    @Test(
        "When its people are out of ways, the duty phone and the fallback hear of it; when they are too, that is said")
    func lastResort() throws {
        var timeline = Self.timeline(World.roster, fallback: [.person("p9")])
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells phone:county over call: phone:county
              = open, round 1, step 1, next 11:32
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:21 fail p4 hook
              → tells p4 over call: person:p4, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:22 called p4 no-answer
              → p4 is called: no-answer
              → no way is left to p4
              → tells phone:office over call: phone:office, of task-1-given
              → tells p9 over hook: person:p9, of task-1-given
              → cancels 2026-0007/task-1-given/p4/call
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:23 called phone:office busy
              → phone:office is called: busy
              → no way is left to phone:office
              → cancels 2026-0007/task-1-given/phone:office/call
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:24 fail p9 hook
              → tells p9 over call: person:p9, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            03:25 fail p9 call
              → no way is left to p9
              → nobody hears of task-1-given: 
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            """)
    }

    @Test("A notice that names nobody goes to the last resort at once")
    func nobody() throws {
        var timeline = Self.timeline("", fallback: [.person("p9")])
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 11:32
              → tells phone:county over call: phone:county
              = open, round 1, step 1, next 11:32
            03:20 task p77 堵漏 06:00 p1
              → task 1 of p1 for p77 by 06:00
              → tells phone:office over call: phone:office, of task-1-given
              → tells p9 over hook: person:p9, of task-1-given
              = open, round 1, step 1, next 11:32, task 1 at 05:50
            """)
    }

    @Test("Where there is no last resort either, that is said")
    func missed() throws {
        var timeline = Self.timeline("", fallback: [])
        timeline.place = World.makePlace(
            units: World.units.map { Unit(id: $0.id, name: $0.name) }, people: World.people)
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: phone:county (no phone)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:20 task p77 堵漏 06:00 p1
              → task 1 of p1 for p77 by 06:00
              → nobody hears of task-1-given: person:p77 (no such person)
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            """)
    }

    @Test("After the acknowledgement a call that nobody answers concerns the notice, not the ladder")
    func afterAck() throws {
        var timeline = Timeline(World.policy(fallback: []))
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
            03:20 task p4 堵漏 06:00 p1
              → task 1 of p1 for p4 by 06:00
              → tells p4 over hook: person:p4, of task-1-given
              = acknowledged, round 1, step 1, asks again 05:20
            03:21 called p4 no-answer
              → p4 is called: no-answer
              → tells p4 over call: person:p4, of task-1-given
              → cancels 2026-0007/task-1-given/p4/hook
              = acknowledged, round 1, step 1, asks again 05:21
            """)
    }
}
