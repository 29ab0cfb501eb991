import Calendars
import Incidents
import Rosters
import Testing

@Suite("How long casualties change the grade, 国令493 art. 13")
struct GradeWindowTests {
    @Test(
        "Thirty days, seven for roads and fires",
        arguments: [
            ("火灾", 7), ("火灾事故", 7), ("道路交通", 7), ("道路交通事故", 7), ("危险化学品", 30), ("煤矿", 30), (nil, 30),
        ])
    func days(type: String?, expected: Int) {
        #expect(GradeWindow.days(type: type) == expected)
    }

    /// An accident at 23:59 on 1 October.
    private static func facts(_ type: String) -> IncidentFacts {
        World.facts(type: type, happened: Instant(clock: "23:59"), received: Instant(clock: "47:00"))
    }

    @Test(
        "Whole days count, the one on which it happened left out: to the last minute of the last day",
        arguments: [("火灾", 8), ("危险化学品", 31)])
    func end(type: String, days: Int) {
        let end = Instant(clock: "\(days * 24):00")
        #expect(GradeWindow.end(of: Self.facts(type), in: .shanghai) == end)
        #expect(GradeWindow.isOpen(at: end - .seconds(1), for: Self.facts(type), in: .shanghai))
        #expect(!GradeWindow.isOpen(at: end, for: Self.facts(type), in: .shanghai))
    }

    @Test("Where it is not known when it happened, the day counts on which it was received")
    func unknownStart() {
        let facts = World.facts(type: "火灾", received: Instant(clock: "25:00"))
        #expect(GradeWindow.end(of: facts, in: .shanghai) == Instant(clock: "\(9 * 24):00"))
    }

    @Test("Inside the window a death raises the grade; after it, it is written down and raises nothing")
    func followUps() throws {
        var timeline = Timeline(
            World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]), facts: Self.facts("火灾"))
        try timeline.expect(
            """
            23:59 report
              → step 1 of default until 24:04
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 24:04
            24:00 close p1 处置完毕
              → p1 closes it: 处置完毕
              → cancels 2026-0007/1/1/p1/hook
              = closed, round 1, step 1
            191:59 follow dead=3
              → follow-up 1, grade III at least
              → begins default: grade raised from IV to III
              = open, round 2, step 0, next 191:59
            192:00 follow dead=10
              → follow-up 2, grade III at least, too late for another
              = open, round 2, step 0, next 191:59
            """)
        #expect(timeline.incident?.facts.casualties.dead == 10)
        #expect(timeline.incident?.grading.computed?.grade == .III)
    }

    @Test("A type that is corrected after the window is graded all the same")
    func corrected() throws {
        var timeline = Timeline(
            World.policy(steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]), facts: Self.facts("环境污染"))
        try timeline.expect(
            """
            23:59 report
              → step 1 of default until 24:04
              → tells p1 over hook: tier:leader, at office/leader
              = open, round 1, step 1, next 24:04
            1000:00 follow type=危险化学品 dead=3
              → follow-up 1, grade III at least
              → begins default: another kind
              → cancels 2026-0007/1/1/p1/hook
              = open, round 2, step 0, next 1000:00
            """)
    }
}
