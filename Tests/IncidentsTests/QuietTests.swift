import Calendars
import Incidents
import Rosters
import Testing

@Suite("What is told by day only")
struct QuietTests {
    /// Snow waits for seven o'clock, unless it is graver than 一般.
    private static var policy: Policy {
        var policy = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])
        policy.ungradedAs = .IV
        if let day = ClockWindow("07:00-22:00") {
            policy.quiet = [
                QuietRule(
                    match: IncidentMatch(categories: [.nature], types: ["雪灾"], grades: [.IV]), day: day,
                    reason: "不影响安全")
            ]
        }
        return policy
    }

    private static let snow = World.facts(category: .nature, type: "雪灾")

    @Test("At night it waits for the day, and says why")
    func waits() throws {
        var timeline = Timeline(Self.policy, facts: Self.snow)
        try timeline.expect(
            """
            03:12 report
              → waits until 07:00: 不影响安全
              = open, round 1, step 0, next 07:00
            06:59 due
              = open, round 1, step 0, next 07:00
            07:00 due
              → step 1 of default until 07:05
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 07:05
            """)
    }

    @Test("By day it is told at once; what is left of the ladder then waits for the next morning")
    func byDay() throws {
        var timeline = Timeline(Self.policy, facts: Self.snow)
        try timeline.expect(
            """
            21:59 report
              → step 1 of default until 22:04
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 22:04
            22:04 due
              → waits until 31:00: 不影响安全
              = open, round 1, step 1, next 31:00
            22:09 due
              = open, round 1, step 1, next 31:00
            31:00 due
              → round 1 ends, nobody answered, again 31:05
              = open, round 2, step 0, next 31:05, unreachable
            """)
    }

    @Test("Anything else is told at night")
    func others() throws {
        var timeline = Timeline(Self.policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A graver one waits no more")
    func graver() throws {
        var timeline = Timeline(Self.policy, facts: Self.snow)
        try timeline.expect(
            """
            03:12 report
              → waits until 07:00: 不影响安全
              = open, round 1, step 0, next 07:00
            03:30 follow grade=II
              → follow-up 1, grade II
              → begins default: grade raised from IV to II
              = open, round 2, step 0, next 03:30
            03:30 due
              → step 1 of default until 03:35
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 2, step 1, next 03:35
            """)
    }

    @Test("One that is of another kind after all waits no more, even where the same people are told")
    func anotherKind() throws {
        var timeline = Timeline(Self.policy, facts: Self.snow)
        try timeline.expect(
            """
            03:12 report
              → waits until 07:00: 不影响安全
              = open, round 1, step 0, next 07:00
            03:30 follow type=雪崩
              → follow-up 1, grade unknown
              → begins default: another kind
              = open, round 2, step 0, next 03:30
            03:30 due
              → step 1 of default until 03:35
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 2, step 1, next 03:35
            """)
    }

    @Test("A follow-up that changes nothing of that goes on waiting")
    func sameKind() throws {
        var timeline = Timeline(Self.policy, facts: Self.snow)
        try timeline.expect(
            """
            03:12 report
              → waits until 07:00: 不影响安全
              = open, round 1, step 0, next 07:00
            03:30 follow what=雪深二十厘米
              → follow-up 1, grade unknown
              = open, round 1, step 0, next 07:00
            """)
    }
}
