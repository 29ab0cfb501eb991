import Calendars
import Rosters
import Testing

@testable import Planning

@Suite struct LendingTests {
    private static let officer = Ordinal<Post>(0)
    private static let leader = Ordinal<Post>(1)

    /// A county over two bureaus; the second bureau's officer's post needs people, whom all others could lend.
    private func request(_ change: (inout [Person]) -> Void = { _ in }) -> PlanRequest {
        var people = [
            person(0, unit: 0, rank: 2), person(1, unit: 0, rank: 0), person(2, unit: 1, rank: 1),
            person(3, unit: 1, rank: 0), person(4, unit: 1, rank: 0), person(5, unit: 3, rank: 0),
        ]
        change(&people)
        let posts = [
            Post(key: "officer", name: "值班员", tier: .dutyOfficer),
            Post(key: "leader", name: "带班领导", tier: .leader, rank: Rank(level: 2)),
        ]
        let units = [
            Unit(id: "county", name: "县", posts: [Self.officer, Self.leader]),
            Unit(id: "water", name: "水利局", parent: Ordinal(0), posts: [Self.officer]),
            Unit(id: "road", name: "交通局", parent: Ordinal(0), posts: [Self.officer]),
            Unit(id: "team", name: "养护队", parent: Ordinal(2), posts: [Self.officer]),
        ]
        let place = Place(
            key: "county", name: "试验县", zone: .shanghai, ranks: ["科员", "股级", "科级"],
            shifts: [ShiftPattern(key: "whole", name: "全天班", window: PlanOffice.window("08:30-08:30"))],
            posts: posts, units: units, people: people, absences: [], rules: RuleSettings())
        let requirement = UnitRequirement(unit: Ordinal(2), posts: [PostRequirement(post: Self.officer)])
        let period = Period(
            key: "main", kind: .ordinary,
            span: .exact(PlanOffice.interval("2026-03-02T08:30", "2026-03-03T08:30")), requires: [requirement])
        let book = RosterBook(
            calendar: PlanOffice.calendar, place: place, roster: Roster(period: period, tables: [], assignments: []))
        return PlanRequest(book: book)
    }

    private func person(_ number: Int, unit: Int, rank: Int) -> Person {
        Person(
            id: PersonID("p\(number)"), name: "某\(number)", unit: Ordinal(unit), rank: Rank(level: rank),
            employment: .established)
    }

    private func lenders(_ request: PlanRequest, standing: [Assignment] = []) -> [String] {
        let model = PlanModel(request, lendingTo: [0], standing: standing)
        return model.lenders[0].map { model.place[model.person($0)].id.text }
    }

    private func duty(_ person: Int, _ start: String, _ end: String) -> Assignment {
        let interval = PlanOffice.interval(start, end)
        return Assignment(
            person: Ordinal(person), unit: Ordinal(1), post: Self.officer,
            date: PlanOffice.date(String(start.prefix(10))),
            interval: interval)
    }

    @Test func `Whoever is no leader and of no higher rank comes first, then whoever is nearest, then by id`() {
        #expect(lenders(request()) == ["p1", "p5", "p3", "p4", "p2", "p0"])
    }

    @Test
    func `Whoever stands at that time comes after whoever is free, and whoever bears more after whoever bears less`() {
        let standing = [
            duty(1, "2026-03-02T08:30", "2026-03-03T08:30"), duty(5, "2026-03-04T08:30", "2026-03-05T08:30"),
        ]
        #expect(lenders(request(), standing: standing) == ["p3", "p4", "p5", "p1", "p2", "p0"])
        var loaded = request()
        loaded.past.stretches = [PlanOffice.past(3, "2025-10-01")]
        #expect(lenders(loaded) == ["p1", "p5", "p4", "p3", "p2", "p0"])
    }

    @Test func `No rest below an hour is offered, for nobody can write it`() {
        func ways(gap hours: Int64) -> [WayOut] {
            let slots = [0, 1].map { number in
                SeatProblem.Slot(
                    station: Int32(number), start: Int64(number) * (12 + hours) * 3600,
                    end: (Int64(number) * (12 + hours) + 12) * 3600, day: Int32(number), load: 1,
                    candidates: [SeatProblem.Candidate(0)])
            }
            let problem = SeatProblem(
                slots: slots, people: [SeatProblem.Member()], limits: SeatProblem.Limits(rest: 4 * 3600))
            let contradictions = Feasibility.contradictions(problem, empty: [1]).contradictions
            return contradictions.flatMap { WaysOut.find(outOf: $0, in: problem) }
        }
        func rests(_ ways: [WayOut]) -> [Int64] {
            ways.compactMap { if case .shortenRest(let rest, _) = $0 { rest } else { nil } }
        }
        #expect(rests(ways(gap: 2)) == [3600])
        #expect(rests(ways(gap: 0)) == [])
    }
}
