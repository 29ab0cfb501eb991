import Calendars
import Incidents
import Rosters
import Testing

@Suite("Routes, the weakest first, and the table that a leader signs")
struct RouteTests {
    @Test("A route says how soon the first person and leader are told, how many telephones, and whether it leaves")
    func values() {
        var place = SmallPlace()
        place.addTown()
        place.policy = SmallPlace.policy([
            Step(20, .tier(.keyPost)), Step(10, .tier(.dutyOfficer)), Step(5, .tier(.leader)),
        ])
        place.policy.fallback = []
        place.stands[3].4 = "11-08 08:30"
        let routes = place.prove().routes
        #expect(routes.map(\.unit) == ["office", "town"])
        let office = routes[0]
        #expect(office.firstTold == .zero && office.firstLeader == .minutes(30) && office.people == 3)
        #expect(!office.leavesUnit && office.ladder == "default" && office.kinds.count == 5)
        #expect(routes[1].firstLeader == .minutes(10) && routes[1].people == 3)
        #expect(office.weakestAt == SmallPlace.window.start)
    }

    @Test("Nobody told is weaker than a late leader, and that than few people")
    func order() {
        var place = SmallPlace()
        place.policy.ladders = [
            Ladder(
                name: "strong", match: IncidentMatch(categories: [.nature]),
                steps: [Step(5, .tier(.leader), .tier(.dutyOfficer))]),
            Ladder(name: "few", match: IncidentMatch(categories: [.health]), steps: [Step(5, .tier(.leader))]),
            Ladder(
                name: "late", match: IncidentMatch(categories: [.accident]),
                steps: [Step(5, .tier(.dutyOfficer)), Step(5, .tier(.leader))]),
            Ladder(name: "nobody", match: IncidentMatch(categories: [.security]), steps: [Step(5, .tier(.standby))]),
        ]
        place.policy.fallback = []
        let routes = place.prove().routes
        #expect(routes.map(\.ladder) == ["nobody", "late", "few", "strong"])
        #expect(routes.map(\.firstTold) == [nil, .zero, .zero, .zero])
    }

    @Test("The instant at which a route is weakest is the start of its worst stretch")
    func weakestAt() {
        var place = SmallPlace()
        place.policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .tier(.dutyOfficer))])
        place.stands[0].4 = "11-07 20:00"
        place.stands.append(("office", "leader", 5, "11-07 22:00", ""))
        let route = place.prove().routes.first
        #expect(route?.weakestAt == SmallPlace.at("11-07 20:00"))
    }

    @Test("A quiet rule holds by night: told late, and yet not counted as a late leader")
    func quiet() throws {
        var place = SmallPlace()
        let day = try #require(ClockWindow("08:00-20:00"))
        place.policy.leaderWithin = .minutes(5)
        place.policy.quiet = [
            QuietRule(match: IncidentMatch(categories: [.health]), day: day, reason: "夜间不告知")
        ]
        let report = place.prove()
        #expect(!report.findings.contains { $0.rule == .leaderLate })
        let held = try #require(report.routes.first { $0.kinds.first?.category == .health })
        #expect(held.isHeld && held.firstTold == .minutes(12 * 60))
        #expect(report.routes.filter { $0.kinds != held.kinds }.allSatisfy { !$0.isHeld && $0.firstTold == .zero })
    }

    @Test("The table has a row for each way of telling and a column for each change of people")
    func matrix() throws {
        var place = SmallPlace()
        place.policy.handover = .minutes(10)
        place.stands[0].4 = "11-08 08:30"
        place.stands.append(("office", "leader", 5, "11-08 08:30", ""))
        let matrix = try #require(RouteMatrix(place.book, policy: place.policy, unit: "office"))
        #expect(
            matrix.columns == [
                SmallPlace.during("11-07 08:30", "11-08 08:30"), SmallPlace.during("11-08 08:30", "11-09 08:30"),
            ])
        let hazmat = try #require(matrix.rows.first { $0.kinds == [SmallPlace.hazmat] })
        #expect(hazmat.cells.map { $0.map { $0.map(\.text) } } == [[["p1", "p4"], []], [["p5", "p4"], []]])
        let others = try #require(matrix.rows.first { $0.kinds.contains(SmallPlace.other) })
        #expect(others.kinds.count == 4 && others.cells.map { $0[0].map(\.text) } == [["p1"], ["p5"]])
        #expect(RouteMatrix(place.book, policy: place.policy, unit: "nowhere") == nil)
    }
}
