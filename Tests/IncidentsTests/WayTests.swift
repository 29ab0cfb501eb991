import Calendars
import Incidents
import Rosters
import Testing

@Suite("The ways to a person")
struct WayTests {
    @Test("A way that fails gives way to the person's next one at once; the step keeps its time")
    func nextWay() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 fail p1 hook
              → tells p1 over call: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:14 fail p1 call
              → no way is left to p1
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("When every way of everybody told has failed, the next step is due at once")
    func hurried() throws {
        var timeline = Timeline()
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              → tells p4 over hook: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:13 fail p1 hook
              → tells p1 over call: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 fail p4 hook
              → tells p4 over call: handling, at office/hazmat
              = open, round 1, step 1, next 03:17
            03:14 fail p1 call
              → no way is left to p1
              = open, round 1, step 1, next 03:17
            03:15 fail p4 call
              → no way is left to p4
              → step 1 is out of ways
              = open, round 1, step 1, next 03:15
            03:15 due
              → step 2 of default until 03:25
              → tells p7 over hook: unit-above, at county/leader
              = open, round 1, step 2, next 03:25
            """)
    }

    @Test("Only the present step is hurried: a way of an earlier one that fails late changes no time")
    func earlierStep() throws {
        let policy = World.policy(
            steps: [Step(tell: [.tier(.leader)], wait: .minutes(5)), Step(tell: [.person("p9")], wait: .minutes(5))],
            ways: [World.hook])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:17 due
              → step 2 of default until 03:22
              → tells p9 over hook: person:p9
              = open, round 1, step 2, next 03:22
            03:18 fail p9 hook
              → no way is left to p9
              → step 2 is out of ways
              = open, round 1, step 2, next 03:18
            03:19 fail p1 hook
              → no way is left to p1
              = open, round 1, step 2, next 03:18
            """)
    }

    @Test("A failure that is reported twice, or of a message of a round that is over, changes nothing")
    func staleFailure() throws {
        let policy = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))], ways: [World.hook])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 fail p1 hook
              → no way is left to p1
              → step 1 is out of ways
              = open, round 1, step 1, next 03:13
            03:14 fail p1 hook
              = open, round 1, step 1, next 03:13
            03:15 due
              → round 1 ends, nobody answered, again 03:20
              = open, round 2, step 0, next 03:20, unreachable
            03:16 fail p1 hook
              = open, round 2, step 0, next 03:20, unreachable
            """)
    }

    @Test("Somebody without a number is not called: the step says so and tells the others")
    func noNumber() throws {
        let policy = World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))], ways: [World.call])
        var timeline = Timeline(policy, roster: "office leader q1, office leader p2 second")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses tier:leader (no way to q1)
              → tells p2 over call: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("Somebody without a number has only the other ways")
    func noNumberButHook() throws {
        var timeline = Timeline(World.policy(ways: [World.call, World.hook]), roster: "office leader q1")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses handling (nobody on duty)
              → tells q1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 fail q1 hook
              → no way is left to q1
              → step 1 is out of ways
              = open, round 1, step 1, next 03:13
            """)
    }

    @Test("A step in which nobody has a number is empty, and gives way at once")
    func onlyNumberless() throws {
        var timeline = Timeline(
            World.policy(ways: [World.call]), roster: "office leader q1, office hazmat q2, county officer p8")
        try timeline.expect(
            """
            03:12 report
              → step 1 tells nobody: tier:leader (no way to q1); handling (no way to q2)
              → step 2 of default until 03:22
              → tells p8 over call: unit-above, at county/officer
              = open, round 1, step 2, next 03:22
            """)
    }

    @Test("A policy that names one way twice uses it once, so that no message id returns")
    func repeatedWay() throws {
        var timeline = Timeline(World.policy(ways: [World.hook, World.hook, World.call]), roster: "office leader p1")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses handling (nobody on duty)
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            03:13 fail p1 hook
              → tells p1 over call: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A place that names no way has its people dialled")
    func noWays() throws {
        var timeline = Timeline(World.policy(ways: []), roster: "office leader p1")
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → misses handling (nobody on duty)
              → tells p1 over call: tier:leader, at office/leader
              = open, round 1, step 1, next 03:17
            """)
    }

    @Test("A duty phone is dialled even where people are reached over other ways only")
    func phoneIsDialled() throws {
        let policy = World.policy(steps: [Step(tell: [.phone("town-a")], wait: .minutes(5))], ways: [World.hook])
        var timeline = Timeline(policy)
        try timeline.expect(
            """
            03:12 report
              → step 1 of default until 03:17
              → tells phone:town-a over call: phone:town-a
              = open, round 1, step 1, next 03:17
            03:13 fail phone:town-a call
              → no way is left to phone:town-a
              → step 1 is out of ways
              = open, round 1, step 1, next 03:13
            """)
    }
}
