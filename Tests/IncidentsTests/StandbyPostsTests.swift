import Calendars
import Incidents
import Rosters
import Testing

@Suite("Whom a standing warning puts on standby")
struct StandbyPostsTests {
    @Test("A graver level tells the posts of that level, and begins the ladder that is for it")
    func graver() throws {
        var timeline = Timeline.ofWarning()
        try timeline.expect(
            """
            09:10 report
              → step 1 of default until 09:15
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 09:15, standby at 09:10
            09:10 due
              → standby of flood, again 12:00
              → tells p5 over hook: post:flood, at town-a/flood, of standby
              = open, round 1, step 1, next 09:15
            09:11 took p1 hook
            09:12 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 59:12, standby at 12:00
            10:30 follow warning=red
              → follow-up 1, grade unknown
              → begins red: another kind
              = open, round 2, step 0, next 10:30
            10:30 due
              → step 1 of red until 10:35
              → tells p7 over hook: unit-above, at county/leader
              = open, round 2, step 1, next 10:35, standby at 10:30
            10:30 due
              → standby of flood, leader, again 12:00
              → tells p1 over hook: post:leader, at office/leader, of standby
              → tells p8 over hook: post:leader, at mine/leader, of standby
              = open, round 2, step 1, next 10:35
            """)
    }

    @Test("Posts of one kind are put on standby everywhere, not only in the nearest unit")
    func everywhere() throws {
        var timeline = Timeline.ofWarning(level: .red)
        try timeline.expect(
            """
            09:10 report
              → step 1 of red until 09:15
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 1, next 09:15, standby at 09:10
            09:10 due
              → standby of flood, leader, again 12:00
              → tells p5 over hook: post:flood, at town-a/flood, of standby
              → tells p1 over hook: post:leader, at office/leader, of standby
              → tells p8 over hook: post:leader, at mine/leader, of standby
              = open, round 1, step 1, next 09:15
            """)
    }

    @Test("A post that nobody stands at is named")
    func nobody() throws {
        var timeline = Timeline.ofWarning()
        timeline.place = World.makePlace(units: Array(World.units.prefix(2)), people: World.people)
        try timeline.expect(
            """
            09:10 report
              → step 1 of default until 09:15
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 09:15, standby at 09:10
            09:10 due
              → standby of flood, again 12:00, misses post:flood (nobody on duty)
              = open, round 1, step 1, next 09:15
            """)
    }
}
