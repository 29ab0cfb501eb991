import Calendars
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

    @Test(arguments: 0..<120)
    func `A repair changes no more seats than it must`(seed: Int) throws {
        guard let (office, absence) = broken(seed) else { return }
        let desk = RepairDesk(office.request, absences: [absence])
        let model = desk.wide()
        let start = desk.start(of: model)
        let old = model.plan(of: office.assignments).seats
        let plan = model.solved(moves: 30_000, seed: 3, from: start)
        let repair = desk.repair(plan, of: model)
        #expect(NaiveRules(model.problem).allow(plan))
        #expect(repair.changes.allSatisfy { $0.to != absence.person || !$0.slot.interval.overlaps(absence.interval) })
        let isFull = plan.seats.allSatisfy { !$0.contains(-1) }
        let wasFull = old.allSatisfy { !$0.contains(-1) }
        if wasFull, let least = least(model, old) {
            #expect(isFull)
            #expect(repair.changes.count == least)
        } else if wasFull {
            #expect(!isFull)
        }
    }

    @Test(arguments: 0..<60)
    func `With only the holes open nobody else moves, and every other way differs`(seed: Int) {
        guard let (office, absence) = broken(seed) else { return }
        let desk = RepairDesk(office.request, absences: [absence])
        let model = desk.narrow()
        var ways: [Repair] = []
        for _ in 0..<3 {
            var search = SeatSearch(model.avoiding(ways), seed: 1, from: desk.start(of: model))
            search.run(moves: 5_000, progress: 1)
            let way = desk.repair(search.best, of: model)
            #expect(way.changes.allSatisfy { $0.from == absence.person || $0.from == nil })
            #expect(NaiveRules(model.problem).allow(search.best))
            guard !way.changes.isEmpty, way.changes.allSatisfy({ $0.to != nil }) else { break }
            // Another way exists where any changed seat has another candidate free for it.
            if ways.contains(where: { Set($0.changes) == Set(way.changes) }) {
                #expect(!hasOther(model, than: ways))
                break
            }
            ways.append(way)
        }
    }

    /// Whether a full plan exists that gives none of the seats to those who have them in the ways known.
    private func hasOther(_ model: PlanModel, than ways: [Repair]) -> Bool {
        var problem = model.problem
        for change in ways.flatMap(\.changes) {
            guard let to = change.to.flatMap(model.number(of:)),
                let slot = model.slots.firstIndex(where: { SlotKey($0) == SlotKey(change.slot) })
            else { continue }
            problem.slots[slot].candidates.removeAll { $0.person == to }
        }
        if case .possible = Feasibility.decide(problem) { return true }
        return false
    }

    @Test func `A pinned name moves only where its own absence asks for it`() {
        var office = PlanOffice()
        office.stand(0, "2026-03-02", PlanOffice.whole, isPinned: true)
        office.stand(1, "2026-03-03", PlanOffice.whole, isPinned: true)
        let absence = PlanOffice.absence(0, "2026-03-02T00:00", "2026-03-03T00:00")
        let desk = RepairDesk(office.request, absences: [absence])
        for model in [desk.narrow(), desk.wide()] {
            #expect(model.problem.slots.map(\.pinned) == [[], [1]])
            let repair = desk.repair(model.solved(from: desk.start(of: model)), of: model)
            #expect(repair.changes.map(\.from) == [Ordinal(0)])
            #expect(repair.changes.allSatisfy { $0.to != nil && $0.to != Ordinal(0) })
        }
    }

    @Test func `An absence that touches no duty changes nothing`() {
        var office = PlanOffice()
        office.stand(0, "2026-03-02", PlanOffice.whole)
        office.stand(1, "2026-03-03", PlanOffice.whole)
        let absence = PlanOffice.absence(0, "2026-03-03T08:30", "2026-03-09T00:00")
        let desk = RepairDesk(office.request, absences: [absence])
        let model = desk.narrow()
        #expect(desk.repair(model.solved(from: desk.start(of: model)), of: model).changes.isEmpty)
    }
}
