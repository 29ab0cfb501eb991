import Calendars
import Incidents
import Rosters
import Testing

@Suite("What the routing proof finds, and what it leaves alone")
struct RouteRuleTests {
    @Test("The design's example place is without errors")
    func designExample() {
        let report = SmallPlace().prove()
        #expect(report.errors.isEmpty)
        #expect(report.window == SmallPlace.window)
        let empty = report.findings.filter { $0.rule == .stepEmpty }
        #expect(empty.map(\.severity) == [.warning] && empty.map(\.step) == [2])
        #expect(empty.first?.interval == SmallPlace.window)
        #expect(!report.findings.contains { $0.rule == .endsInside || $0.rule == .leaderLate })
    }

    @Test("Nobody told: neither step nor fallback; a person of the unit who can be called is proposed")
    func nobodyTold() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .post("hazmat"))])
        place.policy.fallback = []
        place.stands.removeLast()
        place.units = [Unit(id: "office", name: "局", posts: [Ordinal(0), Ordinal(1), Ordinal(2)])]
        let found = place.findings(.nobodyTold)
        #expect(found.map(\.severity) == [.error] && found.first?.interval == SmallPlace.window)
        #expect(found.first?.kinds.count == 5 && found.first?.grades.count == 5)
        #expect(found.first?.remedies.first?.action == .addTarget(.tier(.leader), step: nil))
        place.policy.fallback = [.person("p6")]
        #expect(place.findings(.nobodyTold).isEmpty)
    }

    @Test("An empty step is found for exactly the reports that meet it, its wait reckoned in")
    func stepEmpty() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.dutyOfficer)), Step(10, .tier(.leader))])
        place.stands[0].4 = "11-07 20:00"
        place.stands.append(("office", "leader", 5, "11-07 22:00", ""))
        let found = place.findings(.stepEmpty)
        #expect(found.map(\.interval) == [SmallPlace.during("11-07 19:55", "11-07 21:55")])
        #expect(found.map(\.severity) == [.error] && found.first?.step == 2 && found.first?.ladder == "default")
        #expect(found.first?.remedies.map(\.action).contains(.addTarget(.tier(.dutyOfficer), step: 2)) == true)
        #expect(found.first?.remedies.contains { $0.target == .tier(.leader) } == false)
        place.stands[0].4 = ""
        #expect(place.findings(.stepEmpty).isEmpty)
    }

    @Test("A handover closes the edges of a gap by as much as the policy says")
    func handover() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader))])
        place.policy.handover = .minutes(10)
        place.stands[0].4 = "11-07 20:00"
        place.stands.append(("office", "leader", 5, "11-07 22:00", ""))
        #expect(place.findings(.stepEmpty).map(\.interval) == [SmallPlace.during("11-07 20:10", "11-07 21:50")])
    }

    @Test("One number behind every step, whoever carries it")
    func oneNumber() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .person("p6"))])
        place.policy.fallback = [.person("p6")]
        place.people[5] = SmallPlace.person(6, mobile: "10000000001")
        let found = place.findings(.oneNumber)
        #expect(found.map(\.severity) == [.error] && found.first?.people == ["p1"])
        #expect(found.first?.remedies.first?.action == .addTarget(.tier(.dutyOfficer), step: 1))
        place.policy.fallback = [.phone("office")]
        #expect(place.findings(.oneNumber).map(\.severity) == [.error], "the fallback is no step")
        place.policy.ladders = SmallPlace.policy([Step(5, .tier(.leader))]).ladders
        #expect(place.findings(.oneNumber).isEmpty, "one step, and then another number")
    }

    @Test("A leader told later than the policy demands; shorter waits are tried and proposed")
    func leaderLate() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(20, .tier(.dutyOfficer)), Step(5, .tier(.leader))])
        place.policy.leaderWithin = .minutes(15)
        let found = place.findings(.leaderLate)
        #expect(found.map(\.measured) == [20] && found.map(\.limit) == [15] && found.map(\.severity) == [.error])
        #expect(found.first?.remedies.map(\.action).first == .shortenWaits([15]))
        #expect(found.first?.remedies.map(\.action).contains(.addTarget(.tier(.leader), step: 1)) == true)
        place.policy.leaderWithin = .minutes(20)
        #expect(place.findings(.leaderLate).isEmpty)
        place.policy = SmallPlace.policy([
            Step(1, .tier(.dutyOfficer)), Step(1, .tier(.keyPost)), Step(5, .tier(.leader)),
        ])
        place.policy.leaderWithin = .minutes(1)
        #expect(place.findings(.leaderLate).map(\.measured) == [2])
        #expect(place.findings(.leaderLate).first?.remedies.allSatisfy { $0.target != nil } == true)
    }

    @Test("No leader ever told is late too; the leader in charge of the field is one")
    func noLeader() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.dutyOfficer), .fieldLeader)])
        place.policy.fallback = []
        place.policy.leaderWithin = .minutes(15)
        #expect(place.findings(.leaderLate).map(\.measured) == [nil])
        let kinds = Category.allCases.map { IncidentKind(category: $0, type: nil) }
        place.people[5] = Person(
            id: "p6", name: "分管", unit: Ordinal(0), mobile: "10000000006", inCharge: kinds)
        #expect(place.findings(.leaderLate).isEmpty)
    }

    @Test("A type that the policy names and no post handles, where the ladder asks for one that does")
    func typeUnhandled() {
        var place = SmallPlace()
        place.policy.limits = [
            ReportLimit(
                profile: "national", categories: [.accident], types: ["煤矿"], to: "superior", starts: .received,
                within: .minutes(60), source: "示例")
        ]
        let found = place.findings(.typeUnhandled)
        #expect(
            found.filter { $0.severity == .error }.map(\.kinds) == [[IncidentKind(category: .accident, type: "煤矿")]])
        let categories = Category.allCases.map { [IncidentKind(category: $0, type: nil)] }
        #expect(Set(found.filter { $0.severity == .warning }.map(\.kinds)) == Set(categories))
        #expect(found.first?.remedies.first?.action == .handle("hazmat"))
        place.policy.ladders = [Ladder(name: "default", steps: [Step(5, .tier(.leader))])]
        #expect(place.findings(.typeUnhandled).isEmpty)
        place = SmallPlace()
        place.posts[2] = Post(
            key: "hazmat", name: "监管岗", tier: .keyPost,
            handles: Category.allCases.map { IncidentKind(category: $0, type: nil) })
        #expect(place.findings(.typeUnhandled).isEmpty)
    }

    @Test("A ladder that ends inside a unit which has one above it")
    func endsInside() {
        var place = SmallPlace()
        place.addTown()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .tier(.dutyOfficer))])
        place.policy.fallback = []
        let found = place.findings(.endsInside)
        #expect(found.map(\.unit) == ["town"] && found.map(\.severity) == [.error])
        #expect(found.first?.remedies.map(\.action).contains(.addTarget(.unitAbove, step: 2)) == true)
        place.policy.fallback = [.phone("office")]
        #expect(place.findings(.endsInside).map(\.severity) == [.warning], "the fallback comes after a round in vain")
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .unitAbove)])
        place.policy.fallback = []
        #expect(place.findings(.endsInside).isEmpty)
    }

    @Test("Somebody named while on leave: an error only where the step tells nobody else")
    func personOnLeave() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .person("p6"))])
        place.policy.fallback = []
        place.absences = [(6, "11-08 00:00", "11-08 12:00")]
        let found = place.findings(.personOnLeave)
        #expect(found.map(\.interval) == [SmallPlace.during("11-07 23:55", "11-08 11:55")])
        #expect(found.map(\.severity) == [.error] && found.first?.step == 2 && found.first?.person == "p6")
        #expect(found.first?.remedies.map(\.person) == ["p1", "p2", "p3"])
        place.policy = SmallPlace.policy([Step(5, .person("p6"), .tier(.leader))])
        place.policy.fallback = []
        #expect(place.findings(.personOnLeave).map(\.severity) == [.warning])
        place.absences = []
        #expect(place.findings(.personOnLeave).isEmpty)
    }

    @Test("A person without any way: a warning for the person, an error where it empties the step")
    func noWay() {
        var place = SmallPlace()
        place.people[1] = SmallPlace.person(2, mobile: "")
        #expect(place.findings(.noWay).isEmpty)
        place.policy = SmallPlace.policy([Step(5, .tier(.dutyOfficer))])
        #expect(place.findings(.noWay).map(\.person) == ["p2"])
        #expect(place.findings(.noWay).map(\.severity) == [.warning] && place.findings(.stepEmpty).isEmpty)
        #expect(place.findings(.noWay).first?.remedies.map(\.action) == [.giveNumber("p2")])
        place.people[2] = SmallPlace.person(3, mobile: "")
        #expect(place.findings(.stepEmpty).map(\.severity) == [.error])
    }

    @Test("Numbers that nobody has tried lately, where the policy asks for that")
    func wayUntested() {
        var place = SmallPlace()
        place.people[0] = SmallPlace.person(1, testedOn: "2026-10-08")
        place.people[3] = SmallPlace.person(4, testedOn: "2026-10-07")
        #expect(place.findings(.wayUntested).isEmpty)
        place.policy.testedWithinDays = 30
        #expect(place.findings(.wayUntested).map(\.person) == ["p4"])
        #expect(place.findings(.wayUntested).map(\.measured) == [31])
        place.people[0] = SmallPlace.person(1)
        #expect(place.findings(.wayUntested).map(\.measured).contains(nil))
    }

    @Test("A named post without people: an error alone in its step, a warning beside others")
    func postUnstaffed() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .post("hazmat"), .tier(.leader))])
        #expect(place.findings(.postUnstaffed).isEmpty)
        place.stands[3].4 = "11-08 08:30"
        let found = place.findings(.postUnstaffed)
        #expect(found.map(\.interval) == [SmallPlace.during("11-08 08:30", "11-09 08:30")])
        #expect(found.map(\.post) == ["hazmat"] && found.map(\.severity) == [.warning])
        place.policy = SmallPlace.policy([Step(5, .post("hazmat"))])
        #expect(place.findings(.postUnstaffed).map(\.severity) == [.error])
    }

    @Test("Units that lend each other the same people in a ring")
    func unitCycle() {
        var place = SmallPlace()
        place.addTown()
        place.posts += [
            Post(key: "lent", name: "带班", tier: .leader, from: "town"),
            Post(key: "back", name: "带班", tier: .leader, from: "office"),
        ]
        place.units = [
            Unit(id: "office", name: "局", dutyPhone: "0000-5550110", posts: [Ordinal(3), Ordinal(1), Ordinal(2)]),
            Unit(id: "town", name: "镇", parent: Ordinal(0), posts: [Ordinal(4), Ordinal(1)]),
        ]
        let found = place.findings(.unitCycle)
        #expect(found.map(\.ring) == [["office", "town"]] && found.map(\.severity) == [.error])
        place.units[1] = Unit(id: "town", name: "镇", parent: Ordinal(0), posts: [Ordinal(0), Ordinal(1)])
        #expect(place.findings(.unitCycle).isEmpty)
    }
}
