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
    /// One step that needs everybody: p2 and p3.
    private static let everybody = World.policy(
        steps: [Step(tell: [.tier(.dutyOfficer)], need: .all, wait: .minutes(5))], fallback: [.phone("office")])
    private static let toldBoth = """
        03:12 report
          → step 1 of default until 03:17
          → tells p2 over hook: tier:duty-officer, at office/officer
          → tells p3 over hook: tier:duty-officer, at office/officer
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
                  = acknowledged, round 1, step 1
                03:15 fail p1 hook
                  = acknowledged, round 1, step 1
                03:17 due
                  = acknowledged, round 1, step 1
                """)
    }

    @Test("An acknowledgement by somebody who was not told stops it too, and is recorded as such")
    func stranger() throws {
        var timeline = Timeline(Self.short)
        try timeline.expect(
            Self.told + """

                03:14 ack p6
                  → p6, not told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p1/hook
                  = acknowledged, round 1, step 1
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
                  = acknowledged, round 1, step 1
                03:15 ack p1
                  → p1, told, acknowledges and stops nothing
                  = acknowledged, round 1, step 1
                03:16 ack p6
                  → p6, not told, acknowledges and stops nothing
                  = acknowledged, round 1, step 1
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
                  = acknowledged, round 2, step 1
                """)
    }

    @Test("Between two rounds anybody's answer stops it")
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
                  = acknowledged, round 2, step 0
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
              = acknowledged, round 2, step 0
            """)
    }

    @Test("A duty phone cannot acknowledge: whoever answers it does, without having been told by name")
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
              → p2, not told, acknowledges and stops it
              → cancels 2026-0007/1/1/phone:office/call
              = acknowledged, round 1, step 1
            """)
    }

    @Test("A step that needs all goes on until everybody has answered")
    func needAll() throws {
        var timeline = Timeline(Self.everybody)
        try timeline.expect(
            Self.toldBoth + """

                03:13 ack p2
                  → p2, told, acknowledges and stops nothing
                  = open, round 1, step 1, next 03:17
                03:14 ack p6
                  → p6, not told, acknowledges and stops nothing
                  = open, round 1, step 1, next 03:17
                03:15 ack p3
                  → p3, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p2/hook, 2026-0007/1/1/p3/hook
                  = acknowledged, round 1, step 1
                """)
    }

    @Test("A step that needs all climbs on when one is missing, and the next step's answer stops it")
    func needAllMissingOne() throws {
        let policy = World.policy(steps: [
            Step(tell: [.tier(.dutyOfficer)], need: .all, wait: .minutes(5)),
            Step(tell: [.tier(.leader)], wait: .minutes(5)),
        ])
        var timeline = Timeline(policy)
        try timeline.expect(
            Self.toldBoth + """

                03:13 ack p2
                  → p2, told, acknowledges and stops nothing
                  = open, round 1, step 1, next 03:17
                03:17 due
                  → step 2 of default until 03:22
                  → tells p1 over hook: tier:leader, at office/leader
                  = open, round 1, step 2, next 03:22
                03:18 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p2/hook, 2026-0007/1/1/p3/hook, 2026-0007/1/2/p1/hook
                  = acknowledged, round 1, step 2
                """)
    }

    @Test("A duty phone that the second round adds does not keep a step that needs all from being met")
    func needAllWithPhone() throws {
        var timeline = Timeline(Self.everybody, roster: "office officer p2, office officer p3 second")
        try timeline.expect(
            Self.toldBoth + """

                03:17 due
                  → round 1 ends, nobody answered, again 03:22
                  = open, round 2, step 0, next 03:22, unreachable
                03:22 due
                  → step 1 of default until 03:27
                  → tells p2 over hook: tier:duty-officer, at office/officer
                  → tells p3 over hook: tier:duty-officer, at office/officer
                  → tells phone:county over call: unit-above
                  → tells phone:office over call: phone:office
                  = open, round 2, step 1, next 03:27, unreachable
                03:23 ack p2
                  → p2, told, acknowledges and stops nothing
                  = open, round 2, step 1, next 03:27, unreachable
                03:24 ack p3
                  → p3, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p2/hook, 2026-0007/1/1/p3/hook, 2026-0007/2/1/p2/hook, 2026-0007/2/1/p3/hook, 2026-0007/2/1/phone:county/call, 2026-0007/2/1/phone:office/call
                  = acknowledged, round 2, step 1
                """)
    }
}
