import Calendars
import Incidents
import Rosters
import Testing

@Suite("How grave the proof takes it, and in which order it says it")
struct SeverityTests {
    @Test("Without a ladder a place is warned at most, unless nobody at all is told")
    func bare() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([])
        place.policy.leaderWithin = .minutes(15)
        place.units = [Unit(id: "office", name: "局", posts: [Ordinal(0)])]
        place.policy.fallback = [.person("p1")]
        let report = place.prove()
        #expect(report.errors.isEmpty)
        #expect(Set(report.findings.map(\.rule)) == [.stepEmpty, .oneNumber])
        place.policy.fallback = []
        #expect(place.prove().errors.map(\.rule) == [.nobodyTold])
    }

    @Test("An empty step whose posts need no cover at that time is warned of only")
    func notWanted() throws {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .tier(.dutyOfficer))])
        place.stands[0].4 = "11-07 17:30"
        #expect(place.findings(.stepEmpty).map(\.severity) == [.error])
        let day = try #require(ClockWindow("08:30-17:30"))
        place.posts[0] = Post(
            key: "leader", name: "带班", tier: .leader, cover: .windows([.kind(.workday): [day], .kind(.restday): [day]]))
        place.stands.append(("office", "leader", 5, "11-08 08:30", "11-08 17:30"))
        #expect(place.findings(.stepEmpty).map(\.severity) == [.warning, .warning])
    }

    @Test("Of a unit that the period does not require, only a report that nobody hears of counts")
    func notRequired() {
        var place = SmallPlace()
        place.addTown()
        place.required = ["office"]
        place.policy = SmallPlace.policy([Step(5, .tier(.keyPost)), Step(5, .tier(.leader))])
        #expect(!place.prove().findings.contains { $0.unit == "town" })
        place.policy = SmallPlace.policy([Step(5, .tier(.keyPost))])
        place.policy.fallback = []
        place.units[0] = Unit(id: "office", name: "局", posts: [Ordinal(2)])
        #expect(place.findings(.nobodyTold).map(\.unit) == ["town"])
        #expect(place.prove().findings.filter { $0.unit == "town" }.count == 1)
    }

    @Test("The policy says how grave a rule is, or switches it off")
    func levels() {
        var place = SmallPlace()
        place.policy.proof = [.stepEmpty: .error, .typeUnhandled: .off]
        #expect(place.prove().findings.map(\.rule) == [.stepEmpty])
        #expect(place.prove().errors.map(\.rule) == [.stepEmpty])
    }

    @Test("Errors come first, then the earlier, and each finding has an identity of its own")
    func order() {
        var place = SmallPlace()
        place.addTown()
        place.policy.leaderWithin = .minutes(1)
        place.policy.testedWithinDays = 10
        place.stands[0].4 = "11-07 20:00"
        place.stands[3].4 = "11-07 22:00"
        place.absences = [(1, "11-08 00:00", "11-08 12:00")]
        let findings = place.prove().findings
        let errors = findings.prefix { $0.severity == .error }
        #expect(!errors.isEmpty && findings.dropFirst(errors.count).allSatisfy { $0.severity == .warning })
        #expect(errors.map(\.interval.start) == errors.map(\.interval.start).sorted())
        let identities = findings.map { $0.identity(in: .shanghai) }
        #expect(Set(identities).count == identities.count)
        #expect(place.prove().findings == findings)
    }

    @Test("An identity names rule, unit, subject, kinds, grades and times")
    func identity() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader))])
        place.stands[0].4 = "11-07 20:00"
        let first = place.findings(.stepEmpty).first
        #expect(
            first?.identity(in: .shanghai)
                == "step-empty|office|default/1|nature,accident,accident/危险化学品,health,security|I,II,III,IV,ungraded|"
                + "2026-11-07T20:00:00+08:00|2026-11-09T08:30:00+08:00|")
    }

    @Test("Kinds that share a broken link share a finding; a ladder of their own keeps them apart")
    func kinds() {
        var place = SmallPlace()
        place.policy.ladders = [
            Ladder(
                name: "grave", match: IncidentMatch(categories: [.accident], grades: [.I, .II]),
                steps: [Step(5, .tier(.keyPost)), Step(5, .tier(.standby))]),
            Ladder(name: "default", steps: [Step(5, .tier(.leader)), Step(5, .tier(.overallLeader))]),
        ]
        let found = place.findings(.stepEmpty)
        #expect(found.map(\.ladder).sorted { ($0 ?? "") < ($1 ?? "") } == ["default", "grave"])
        let grave = found.first { $0.ladder == "grave" }
        #expect(grave?.kinds == [SmallPlace.other, SmallPlace.hazmat] && grave?.grades == [.I, .II])
    }
}
