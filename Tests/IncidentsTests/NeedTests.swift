import Calendars
import Incidents
import Rosters
import Testing

@Suite("A step that needs everybody")
struct NeedTests {
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

    @Test("A step that needs all goes on until everybody has answered")
    func needAll() throws {
        var timeline = Timeline(Self.everybody)
        try timeline.expect(
            Self.toldBoth + """

                03:13 ack p2
                  → p2, told, acknowledges and stops nothing
                  → cancels 2026-0007/1/1/p2/hook
                  = open, round 1, step 1, next 03:17
                03:14 ack p6
                  → p6, not told, acknowledges and stops nothing
                  = open, round 1, step 1, next 03:17
                03:15 ack p3
                  → p3, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p3/hook
                  = acknowledged, round 1, step 1, asks again 05:15
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
                  → cancels 2026-0007/1/1/p2/hook
                  = open, round 1, step 1, next 03:17
                03:17 due
                  → step 2 of default until 03:22
                  → tells p1 over hook: tier:leader, at office/leader
                  = open, round 1, step 2, next 03:22
                03:18 ack p1
                  → p1, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p3/hook, 2026-0007/1/2/p1/hook
                  = acknowledged, round 1, step 2, asks again 05:18
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
                  → cancels 2026-0007/1/1/p2/hook, 2026-0007/2/1/p2/hook
                  = open, round 2, step 1, next 03:27, unreachable
                03:24 ack p3
                  → p3, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p3/hook, 2026-0007/2/1/p3/hook, 2026-0007/2/1/phone:county/call, 2026-0007/2/1/phone:office/call
                  = acknowledged, round 2, step 1, asks again 05:24
                """)
    }

    @Test("Who has answered is not woken again in the next round, and the answer still counts")
    func carriedOver() throws {
        var timeline = Timeline(World.policy(steps: Self.everybody.ladders[0].steps, fallback: []))
        try timeline.expect(
            Self.toldBoth + """

                03:13 ack p2
                  → p2, told, acknowledges and stops nothing
                  → cancels 2026-0007/1/1/p2/hook
                  = open, round 1, step 1, next 03:17
                03:17 due
                  → round 1 ends, nobody answered, again 03:22
                  = open, round 2, step 0, next 03:22, unreachable
                03:22 due
                  → step 1 of default until 03:27
                  → tells p3 over hook: tier:duty-officer, at office/officer
                  → tells p7 over hook: unit-above, at county/leader
                  = open, round 2, step 1, next 03:27, unreachable
                03:23 ack p3
                  → p3, told, acknowledges and stops it
                  → cancels 2026-0007/1/1/p3/hook, 2026-0007/2/1/p3/hook, 2026-0007/2/1/p7/hook
                  = acknowledged, round 2, step 1, asks again 05:23
                """)
    }

    @Test("Where nobody else stands there, who has answered is asked again; silence then takes no answer back")
    func answerOutlivesSilence() throws {
        var timeline = Timeline(
            World.policy(steps: Self.everybody.ladders[0].steps, fallback: []),
            roster: "county officer p2, county officer p3 second 00:00-03:20, county officer p3 second 03:30-24:00",
            facts: World.facts(unit: "county"))
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p2 over hook: tier:duty-officer, at county/officer
              → tells p3 over hook: tier:duty-officer, at county/officer
              = open, round 1, step 1, next 03:17
            03:13 ack p2
              → p2, told, acknowledges and stops nothing
              → cancels 2026-0007/1/1/p2/hook
              = open, round 1, step 1, next 03:17
            03:17 due
              → round 1 ends, nobody answered, again 03:22
              = open, round 2, step 0, next 03:22, unreachable
            03:22 due
              → step 1 of default until 03:27
              → misses unit-above (no unit above)
              → tells p2 over hook: tier:duty-officer, at county/officer
              = open, round 2, step 1, next 03:27, unreachable
            03:27 due
              → round 2 ends, nobody answered, again 03:32
              = open, round 3, step 0, next 03:32, unreachable
            03:32 due
              → step 1 of default until 03:37
              → misses unit-above (no unit above)
              → tells p3 over hook: tier:duty-officer, at county/officer
              = open, round 3, step 1, next 03:37, unreachable
            03:33 ack p3
              → p3, told, acknowledges and stops it
              → cancels 2026-0007/1/1/p3/hook, 2026-0007/2/1/p2/hook, 2026-0007/3/1/p3/hook
              = acknowledged, round 3, step 1, asks again 05:33
            """)
    }

    @Test("When the one who is still missing runs out of ways, the next step is due at once")
    func lastOneOutOfWays() throws {
        var timeline = Timeline(World.policy(steps: Self.everybody.ladders[0].steps, ways: [World.hook]))
        try timeline.expect(
            Self.toldBoth + """

                03:13 fail p3 hook
                  → no way is left to p3
                  = open, round 1, step 1, next 03:17
                03:14 ack p2
                  → p2, told, acknowledges and stops nothing
                  → step 1 is out of ways
                  → cancels 2026-0007/1/1/p2/hook
                  = open, round 1, step 1, next 03:14
                """)
    }

    @Test("An answer that is taken back counts no more")
    func takenBack() throws {
        var timeline = Timeline(Self.everybody)
        try timeline.expect(
            Self.toldBoth + """

                03:13 ack p2
                  → p2, told, acknowledges and stops nothing
                  → cancels 2026-0007/1/1/p2/hook
                  = open, round 1, step 1, next 03:17
                03:14 decline p2 外出
                  → p2, told, declines: 外出; the ladder goes on
                  = open, round 1, step 1, next 03:14
                03:15 ack p3
                  → p3, told, acknowledges and stops nothing
                  → cancels 2026-0007/1/1/p3/hook
                  = open, round 1, step 1, next 03:14
                """)
    }
}
