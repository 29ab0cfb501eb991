import Calendars
import Incidents
import Rosters
import Testing

@Suite("Reports that may be of one incident")
struct DuplicateTests {
    private static func incident(
        _ sequence: Int, at clock: String, place: String = "幸福路化工厂", category: Category? = .accident,
        phase: Escalation.Phase = .open
    ) -> Incident {
        var facts = World.facts(category: category, received: Instant(clock: clock))
        facts.place = place
        let grading = Grading(computed: nil, chosen: nil)
        return Incident(
            number: IncidentNumber(year: 2026, sequence: sequence), facts: facts, grading: grading,
            plan: EscalationPlan(
                origin: .policy, ladder: Ladder(name: "", steps: []), fallback: [], roundPause: .minutes(5), ways: []),
            policy: Policy(), escalation: Escalation(phase: phase, nextStepAt: nil))
    }

    private static func candidates(_ others: [Incident], place: String = "化工厂", category: Category? = .accident)
        -> [Int]
    {
        var facts = World.facts(category: category, received: Instant(clock: "04:00"))
        facts.place = place
        return Duplicates.candidates(for: facts, among: others, within: .minutes(60)).map(\.sequence)
    }

    @Test("Those of the same place and category within the window, before or after, nearest first")
    func nearest() {
        let others = [
            Self.incident(1, at: "03:00"), Self.incident(2, at: "02:59"), Self.incident(3, at: "03:50"),
            Self.incident(4, at: "05:00"), Self.incident(5, at: "05:01"), Self.incident(6, at: "04:10"),
        ]
        #expect(Self.candidates(others) == [3, 6, 1, 4])
    }

    @Test("One place name may say more than the other, spaces aside; another place is another incident")
    func places() {
        let others = [
            Self.incident(1, at: "04:00", place: "幸福路 化工厂 南门"), Self.incident(2, at: "04:00", place: "化工"),
            Self.incident(3, at: "04:00", place: "水库"), Self.incident(4, at: "04:00", place: ""),
        ]
        #expect(Self.candidates(others) == [1, 2])
        #expect(Self.candidates(others, place: " ").isEmpty)
    }

    @Test("A category that is not known yet may be the same")
    func categories() {
        let others = [Self.incident(1, at: "04:00", category: nil), Self.incident(2, at: "04:00", category: .nature)]
        #expect(Self.candidates(others) == [1])
        #expect(Self.candidates(others, category: nil) == [1, 2])
    }

    @Test("What is closed, or a standing warning, is nobody's duplicate; what is acknowledged may be")
    func states() {
        var warning = Self.incident(3, at: "04:00")
        warning.facts.warning = WarningNotice(
            kind: "暴雨", level: .red, from: .midnight, until: nil, area: "", measures: "", issuer: "",
            issuedAt: .midnight)
        let others = [
            Self.incident(1, at: "04:00", phase: .closed), Self.incident(2, at: "04:00", phase: .acknowledged), warning,
        ]
        #expect(Self.candidates(others) == [2])
    }
}
