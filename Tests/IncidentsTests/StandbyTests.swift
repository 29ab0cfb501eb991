import Calendars
import Incidents
import Rosters
import Testing

@Suite("A standing warning")
struct StandbyTests {
    @Test("It is told like an incident, and puts its posts on standby: whoever stands there, and each later shift")
    func orders() throws {
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
            12:00 due
              → standby of flood, again 18:00
              → tells p6 over hook: post:flood, at town-a/flood, of standby
              = acknowledged, round 1, step 1, asks again 59:12, standby at 18:00
            18:00 due
              → standby of flood, for the last time
              → tells p3 over hook: post:flood, at town-a/flood, of standby
              = acknowledged, round 1, step 1, asks again 59:12
            18:01 follow what=雨量加大
              → follow-up 1, grade unknown
              = acknowledged, round 1, step 1, asks again 68:01, standby at 18:01
            18:01 due
              → standby of flood, for the last time
              = acknowledged, round 1, step 1, asks again 68:01
            """)
    }

    @Test("Once it is closed nobody is put on standby any more, unless it is opened again")
    func closed() throws {
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
            09:12 close p2 解除预警
              → p2 closes it: 解除预警
              = closed, round 1, step 1
            12:00 due
              = closed, round 1, step 1
            12:10 reopen p2 再次发布
              → p2 reopens it: 再次发布
              = open, round 2, step 0, next 12:10
            12:10 due
              → step 1 of default until 12:15
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 2, step 1, next 12:15, standby at 12:10
            12:10 due
              → standby of flood, again 18:00
              → tells p6 over hook: post:flood, at town-a/flood, of standby
              = open, round 2, step 1, next 12:15
            """)
    }

    @Test("An engine that comes back after its end orders nothing more")
    func over() throws {
        var timeline = Timeline.ofWarning(until: "12:30")
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
            13:00 due
              → standby of nobody, for the last time
              = acknowledged, round 1, step 1, asks again 59:12
            13:00 due
              = acknowledged, round 1, step 1, asks again 59:12
            """)
    }

    @Test("Without an end it goes on until it is lifted; where nobody stands, the desk looks again in an hour")
    func noEnd() throws {
        var timeline = Timeline.ofWarning(until: nil)
        try timeline.expect(
            """
            47:50 report
              → step 1 of default until 47:55
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 47:55, standby at 47:50
            47:50 due
              → standby of flood, again 48:00
              → tells p3 over hook: post:flood, at town-a/flood, of standby
              = open, round 1, step 1, next 47:55
            47:51 took p1 hook
            47:52 ack p1
              → p1, told, acknowledges and stops it
              = acknowledged, round 1, step 1, asks again 97:52, standby at 48:00
            48:00 due
              → standby of flood, again 49:00, misses post:flood (nobody on duty)
              = acknowledged, round 1, step 1, asks again 97:52, standby at 49:00
            """)
    }
}

extension Timeline {
    /// A yellow warning until 20:00 puts the flood posts on standby, a red one the leaders too.
    static func ofWarning(until: String? = "20:00", level: WarningLevel = .yellow) -> Timeline {
        var policy = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])
        policy.askAgain = .minutes(3000)
        policy.ladders.insert(
            Ladder(
                name: "red", match: IncidentMatch(warnings: [.red]),
                steps: [Step(tell: [.unitAbove], wait: .minutes(5))]),
            at: 0)
        policy.standby = [
            StandbyRule(match: IncidentMatch(warnings: []), posts: ["flood"]),
            StandbyRule(match: IncidentMatch(warnings: [.red]), posts: ["flood", "leader"]),
        ]
        let warning = WarningNotice(
            kind: "暴雨", level: level, from: Instant(clock: "10:00"), until: until.map { Instant(clock: $0) },
            area: "全县", measures: "转移危险区群众", issuer: "县气象局", issuedAt: Instant(clock: "09:00"))
        return Timeline(
            policy,
            roster: """
                office leader p1, county leader p7, town-a flood p5 00:00-12:00, town-a flood p6 12:00-18:00,
                town-b flood p5 12:00-18:00, town-a flood p3 18:00-48:00, mine leader p8
                """,
            facts: World.facts(category: .nature, type: "暴雨", warning: warning))
    }
}
