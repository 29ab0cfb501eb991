import Calendars
import Incidents
import Rosters
import Testing

@Suite("What a step takes with it, and what it looks up anew")
struct SnapshotTests {
    @Test("The policy of the report holds to the end: a later edit does not reach the incident")
    func snapshot() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            """)
        timeline.policy = World.policy(steps: [], fallback: [], ways: [])
        timeline.isInPeriod = false
        try timeline.expect(
            """
            03:17 due
              → step 2 of default until 03:27
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 03:27
            """)
    }

    @Test("The same person in two steps is told twice, once in each")
    func samePersonInTwoSteps() throws {
        let policy = World.policy(steps: [
            Step(tell: [.tier(.leader), .post("leader"), .person("p1")], wait: .minutes(5)),
            Step(tell: [.person("p1")], wait: .minutes(5)),
        ])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:17 due
              → step 2 of default until 03:22
              → tells p1 over hook: person:p1
              = open, round 1, step 2, next 03:22
            """)
    }
}
