import Calendars
import Incidents
import Rosters
import Testing

@Suite("The answers")
struct AnswerTests {
    /// One step, one person: p1.
    private static let short = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))])
    private static let told = """
        03:12 report
          → step 1 of default until 03:17
          → tells p1 over hook: tier:leader, at office/leader
          = open, round 1, step 1, next 03:17
        """

    @Test("An acknowledgement stops the ladder: what was due does nothing any more")
    func acknowledged() throws {
        var timeline = Timeline(Self.short)
        try timeline.expect(
            Self.told + """

                03:14 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook
                  = acknowledged, round 1, step 1, asks again 05:14
                03:15 fail p1 hook
                  = acknowledged, round 1, step 1, asks again 05:14
                03:17 due
                  = acknowledged, round 1, step 1, asks again 05:14
                """)
    }

    @Test("An acknowledgement by somebody who was not told is recorded as such and stops nothing")
    func stranger() throws {
        var timeline = Timeline(Self.short)
        try timeline.expect(
            Self.told + """

                03:14 ack p6
                  → p6, not told, acknowledges and stops nothing
                  = open, round 1, step 1, next 03:17
                """)
    }

    @Test("A second acknowledgement is recorded and stops nothing")
    func twice() throws {
        var timeline = Timeline(Self.short)
        try timeline.expect(
            Self.told + """

                03:14 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook
                  = acknowledged, round 1, step 1, asks again 05:14
                03:15 ack p1
                  → p1, told, acknowledges and stops nothing
                  = acknowledged, round 1, step 1, asks again 05:15
                03:16 ack p6
                  → p6, not told, acknowledges and stops nothing
                  = acknowledged, round 1, step 1, asks again 05:16
                """)
    }

    @Test("Somebody who answers after the round was over had been told, and stops the next one")
    func afterTheRound() throws {
        var timeline = Timeline(Self.short, roster: "office leader p1 00:00-03:20, office leader p5 03:20-24:00")
        try timeline.expect(
            Self.told + """

                03:17 due
                  → round 1 ends, nobody answered, again 03:22
                  = open, round 2, step 0, next 03:22, unreachable
                03:22 due
                  → step 1 of default until 03:27
                  → tells p5 over hook: tier:leader, at office/leader
                  → tells phone:county over call: unit-above
                  → tells p9 over hook: person:p9
                  → tells phone:office over call: phone:office
                  = open, round 2, step 1, next 03:27, unreachable
                03:23 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook, 2026-0007/2/1/p5/hook, 2026-0007/2/1/phone:county/call, 2026-0007/2/1/p9/hook, 2026-0007/2/1/phone:office/call
                  = acknowledged, round 2, step 1, asks again 05:23
                """)
    }

    @Test("Between two rounds the answer of somebody who was told stops it")
    func betweenRounds() throws {
        var timeline = Timeline(Self.short)
        try timeline.expect(
            Self.told + """

                03:17 due
                  → round 1 ends, nobody answered, again 03:22
                  = open, round 2, step 0, next 03:22, unreachable
                03:18 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook
                  = acknowledged, round 2, step 0, asks again 05:18
                """)
    }

    @Test("An unroutable incident is stopped by whoever comes")
    func unroutable() throws {
        var timeline = Timeline(Self.short, roster: "")
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (nobody on duty)
              → round 1 ends, told nobody, again 03:17
              = open, round 2, step 0, next 03:17, unroutable, unreachable
            03:13 ack p6
              → p6, not told, acknowledges and stops it
              = acknowledged, round 2, step 0, asks again 05:13
            """)
    }

    @Test("A duty phone cannot acknowledge: whoever of its unit answers it does")
    func phone() throws {
        let policy = World.policy(steps: [Step(tell: [.phone("office")], need: .all, wait: .minutes(5))])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells phone:office over call: phone:office
              = open, round 1, step 1, next 03:17
            03:13 ack p2
              → p2, told, acknowledges for phone:office and stops it
              → cancels 2026-0007/1/1/phone:office/call
              = acknowledged, round 1, step 1, asks again 05:13
            """)
    }

    @Test("Where the policy takes anyone's answer, somebody who was not told stops it too")
    func anyone() throws {
        var policy = Self.short
        policy.ackBy = .anyone
        var timeline = Timeline(policy)
        try timeline.expect(
            Self.told + """

                03:14 ack p6
                  → p6, not told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook
                  = acknowledged, round 1, step 1, asks again 05:14
                """)
    }

    @Test("Somebody of another unit does not answer for a duty phone that was called")
    func anotherPhone() throws {
        var timeline = Timeline(World.policy(steps: [Step(tell: [.phone("town-a")], wait: .minutes(5))]))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells phone:town-a over call: phone:town-a
              = open, round 1, step 1, next 03:17
            03:13 ack p2
              → p2, not told, acknowledges and stops nothing
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("Whoever stands in the unit whose duty phone was called answers for it, wherever they belong")
    func standsThere() throws {
        var timeline = Timeline(
            World.policy(steps: [Step(tell: [.phone("town-a")], wait: .minutes(5))]), roster: "town-a flood p2")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells phone:town-a over call: phone:town-a
              = open, round 1, step 1, next 03:17
            03:13 ack p2
              → p2, told, acknowledges for phone:town-a and stops it
              → cancels 2026-0007/1/1/phone:town-a/call
              = acknowledged, round 1, step 1, asks again 05:13
            """)
    }
}
