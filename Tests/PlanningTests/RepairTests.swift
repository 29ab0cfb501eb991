import Calendars
import RosterRules
import Rosters
import TestSupport
import Testing

@testable import Planning

@Suite struct RepairTests {
    /// A small roster that keeps its rules, from a seed, and an absence of somebody who stands in it.
    private func broken(_ seed: Int) -> (office: PlanOffice, absence: Absence)? {
        var random = SplitMix64(seed: UInt64(seed))
        var office = PlanOffice()
        office.people = (0..<random.number(4...5)).map { PlanOffice.person($0) }
        office.rules = RuleSettings([.rest: RuleSetting(hours: random.pick([12, 24]))])
        office.window = PlanOffice.interval("2026-03-02T08:30", random.pick(["2026-03-05T08:30", "2026-03-06T08:30"]))
        if random.chance(40) {
            office.posts[0] = Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2)
            office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-04T08:30")
        }
        if random.chance(30) {
            // Days and nights in turn, which may be one duty of 24 h.
            office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-05T08:30")
            office.rows = ["2026-03-02", "2026-03-03", "2026-03-04"].flatMap { date in
                [PlanOffice.day, PlanOffice.night].map { TableSlot(date: PlanOffice.date(date), shift: $0) }
            }
        }
        let model = office.model
        let plan = model.solved(moves: 500, seed: UInt64(seed))
        office.assignments = model.roster(of: plan).assignments
        guard let one = office.assignments.first(where: { _ in random.chance(50) }) else { return nil }
        let length = random.pick([24, 24, 48])
        return (
            office,
            Absence(
                person: one.person,
                interval: Interval(start: one.interval.start, end: one.interval.start + .minutes(length * 60)),
                reason: "")
        )
    }

    /// The least number of changed seats over every plan that is as full as can be; nil where none fills every seat.
    private func least(_ model: PlanModel, _ old: [[Int32]]) -> Int? {
        let problem = model.problem
        let rules = NaiveRules(problem)
        var best: Int?
        func visit(_ seats: [[Int32]], _ changed: Int) {
            guard changed < best ?? .max else { return }
            guard seats.count < problem.slots.count else {
                if rules.allow(SeatPlan(seats: seats)) { best = changed }
                return
            }
            let slot = problem.slots[seats.count]
            let people = slot.candidates.map(\.person)
            for set in 0..<(1 << people.count) where set.nonzeroBitCount == slot.count {
                let chosen = people.indices.filter { set >> $0 & 1 == 1 }.map { people[$0] }
                let new = chosen.count { !old[seats.count].contains($0) }
                visit(seats + [chosen], changed + new)
            }
        }
        visit([], 0)
        return best
    }

    private func ways(_ desk: RepairDesk) -> [Repair] {
        desk.ways(most: 3, seed: 1) { $0 < 100_000 }
    }

    @Test(arguments: 0..<120)
    func `A repair changes no more seats than it must`(seed: Int) throws {
        guard let (office, absence) = broken(seed) else { return }
        let desk = RepairDesk(office.request, absences: [absence])
        let old = desk.model.plan(of: office.assignments).seats
        let ways = ways(desk)
        let best = try #require(ways.first)
        #expect(best.isComplete == (least(desk.model, old) != nil))
        if let least = least(desk.model, old) { #expect(best.changes.count == least) }
        #expect(ways.map(\.changes.count) == ways.map(\.changes.count).sorted())
        #expect(Set(ways.map { Set($0.changes) }).count == ways.count, "ways differ")
        for way in ways {
            #expect(NaiveRules(desk.model.problem).allow(way.plan))
            #expect(way.changes.allSatisfy { $0.to != absence.person || !$0.slot.interval.overlaps(absence.interval) })
        }
    }

    @Test func `Whoever stands a day and a night on end is unseated from both`() throws {
        var office = PlanOffice()
        office.people = (0..<3).map { PlanOffice.person($0) }
        office.shifts = ["08:30-17:30", "17:30-08:30"]
        office.rules = RuleSettings([.rest: RuleSetting(hours: 12)])
        office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-05T08:30")
        for (person, date) in [(1, "2026-03-02"), (2, "2026-03-03"), (0, "2026-03-04")] {
            office.stand(person, date, PlanOffice.day)
            office.stand(person, date, PlanOffice.night)
        }
        let absence = PlanOffice.absence(2, "2026-03-03T00:00", "2026-03-04T00:00")
        let way = try #require(ways(RepairDesk(office.request, absences: [absence])).first)
        #expect(way.isComplete && way.changes.count == 4)
    }

    @Test(arguments: 0..<40)
    func `Where a hole can be filled at once, every other way that is told is as short`(seed: Int) {
        guard let (office, absence) = broken(seed) else { return }
        let ways = ways(RepairDesk(office.request, absences: [absence]))
        guard let first = ways.first, first.isComplete, !first.changes.isEmpty else { return }
        let own = first.changes.allSatisfy { $0.from == absence.person }
        guard own else { return }
        let roster = first.roster
        #expect(roster.assignments.count == office.assignments.count)
        #expect(
            zip(roster.assignments, office.assignments).count { $0.person != $1.person } == first.changes.count,
            "names that stay keep their order")
    }

    @Test func `Gaps, older faults and what has begun already stay as they are`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-08T08:30")
        office.rules = RuleSettings([.rest: RuleSetting(hours: 24)])
        // 2 stands while away, 3 stands two days running, nobody stands on the 6th.
        for (person, day) in [(0, 2), (2, 3), (3, 4), (3, 5), (1, 7)] {
            office.stand(person, "2026-03-0\(day)", PlanOffice.whole)
        }
        office.absences = [PlanOffice.absence(2, "2026-03-03T00:00", "2026-03-04T00:00")]
        let absence = PlanOffice.absence(1, "2026-03-07T00:00", "2026-03-08T00:00")
        let ways = ways(RepairDesk(office.request, absences: [absence]))
        #expect(ways.count == 3)
        for way in ways {
            #expect(way.changes.map(\.from) == [Ordinal(1)])
            #expect(way.changes.map { $0.slot.date.description } == ["2026-03-07"])
        }
        let begun = PlanOffice.at("2026-03-07T09:00")
        #expect(self.ways(RepairDesk(office.request, absences: [absence], from: begun)).map(\.changes) == [[]])
    }

    @Test func `What nobody can take is told with what keeps each of them`() throws {
        var office = PlanOffice()
        office.people = (0..<3).map { PlanOffice.person($0) }
        office.rules = RuleSettings([.rest: RuleSetting(hours: 24)])
        office.stand(0, "2026-03-02", PlanOffice.whole)
        office.stand(1, "2026-03-03", PlanOffice.whole)
        office.absences = [PlanOffice.absence(2, "2026-03-01T00:00", "2026-03-09T00:00")]
        let absence = PlanOffice.absence(0, "2026-03-02T00:00", "2026-03-09T00:00")
        let way = try #require(ways(RepairDesk(office.request, absences: [absence])).first)
        #expect(way.changes.map(\.to) == [nil])
        let reasons = try #require(way.exclusions.first).reasons
        #expect(reasons.map(\.people) == [[Ordinal(0), Ordinal(2)], [Ordinal(1)]])
        #expect(way.roster.assignments.map(\.person) == [Ordinal(1)])
    }

    @Test func `Many holes at once are filled, and each by its own least change`() throws {
        var office = PlanOffice()
        office.people = (0..<12).map { PlanOffice.person($0) }
        office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-26T08:30")
        office.rules = RuleSettings([.rest: RuleSetting(hours: 24)])
        for day in 2...25 { office.stand(day % 12, "2026-03-\(day < 10 ? "0" : "")\(day)", PlanOffice.whole) }
        let absences = (0..<5).map { PlanOffice.absence($0, "2026-03-01T00:00", "2026-03-27T00:00") }
        let way = try #require(ways(RepairDesk(office.request, absences: absences)).first)
        #expect(way.isComplete)
        #expect(way.changes.count == 10)
    }

    @Test func `A pinned name moves only where its own absence asks for it`() {
        var office = PlanOffice()
        office.stand(0, "2026-03-02", PlanOffice.whole, isPinned: true)
        office.stand(1, "2026-03-03", PlanOffice.whole, isPinned: true)
        let absence = PlanOffice.absence(0, "2026-03-02T00:00", "2026-03-03T00:00")
        let desk = RepairDesk(office.request, absences: [absence])
        #expect(desk.model.problem.slots.map(\.pinned) == [[], [1]])
        for repair in ways(desk) {
            #expect(repair.changes.map(\.from) == [Ordinal(0)])
            #expect(repair.changes.allSatisfy { $0.to != nil && $0.to != Ordinal(0) })
        }
    }

    @Test func `An absence that touches no duty changes nothing`() {
        var office = PlanOffice()
        office.stand(0, "2026-03-02", PlanOffice.whole)
        office.stand(1, "2026-03-03", PlanOffice.whole)
        let absence = PlanOffice.absence(0, "2026-03-03T08:30", "2026-03-09T00:00")
        #expect(ways(RepairDesk(office.request, absences: [absence])).map(\.changes) == [[]])
    }
}
