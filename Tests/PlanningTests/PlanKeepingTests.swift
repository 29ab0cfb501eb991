import Calendars
import RosterRules
import Rosters
import Testing

@testable import Planning

/// What stays in a plan, and what stands around it.
@Suite struct PlanKeepingTests {
    @Test func `Names stay where they stand; starting over, only pinned ones do`() {
        var office = PlanOffice()
        office.stand(5, "2026-03-02", PlanOffice.whole)
        office.stand(4, "2026-03-03", PlanOffice.whole, isPinned: true)
        #expect(office.model.problem.slots.map(\.pinned) == [[5], [4]])
        office.isReplacing = true
        let model = office.model
        #expect(model.problem.slots.map(\.pinned) == [[], [4]])
        let roster = model.roster(of: SeatPlan(seats: [[0], [4]]))
        #expect(roster.assignments.map { office.place[$0.person].id } == ["p0", "p4"])
        #expect(roster.assignments.map(\.isPinned) == [false, true])
    }

    @Test func `Starting over, names in shifts that are planned no longer go; other posts' names stay`() {
        var office = PlanOffice()
        office.posts.append(Post(key: "driver", name: "司机", tier: .standby))
        office.stand(5, "2026-03-02", PlanOffice.night)
        office.stand(4, "2026-03-02", PlanOffice.day, post: 1)
        let requirement = UnitRequirement(unit: PlanOffice.unit, posts: [PostRequirement(post: Ordinal(0))])
        var request = office.request
        let period = request.book.roster.period.with(requires: [requirement], received: nil)
        request.book = RosterBook(
            calendar: PlanOffice.calendar, place: office.place,
            roster: Roster(period: period, tables: [], assignments: office.assignments))
        request.isReplacing = true
        let model = PlanModel(request)
        let roster = model.roster(of: model.solved())
        #expect(roster.assignments.count { $0.post == Ordinal(1) } == 1)
        #expect(roster.assignments.allSatisfy { $0.post == Ordinal(1) || $0.interval.wholeMinutes == 1440 })
        #expect(
            model.slots.filter { $0.post == Ordinal(1) }.map(\.kept) == [[Ordinal(4)]],
            "who stands at a post that is not planned stays there, and bears it")
    }

    @Test func `More names than seats stay all`() {
        var office = PlanOffice()
        for person in [3, 1, 2] { office.stand(person, "2026-03-02", PlanOffice.whole) }
        let model = office.model
        #expect(model.slots.map(\.count) == [3, 1])
        let roster = model.roster(of: model.plan(of: office.assignments))
        #expect(roster.assignments.map { office.place[$0.person].id } == ["p3", "p1", "p2"])
        #expect(roster.assignments.map(\.isPrimary) == [true, false, false])
    }

    @Test func `The highest rank comes first in a cell that was empty, kept names before it`() {
        var office = PlanOffice()
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 3)]
        office.people = [0, 2, 1, 2, 0, 0].enumerated().map { PlanOffice.person($0, rank: $1) }
        office.stand(4, "2026-03-02", PlanOffice.whole)
        let roster = office.model.roster(of: SeatPlan(seats: [[2, 1, 4], [0, 3, 2]]))
        #expect(roster.assignments.map { office.place[$0.person].id } == ["p4", "p1", "p2", "p3", "p2", "p0"])
    }

    @Test func `Duties of an overlapping period keep their people busy`() {
        var office = PlanOffice()
        office.rules = RuleSettings([.rest: RuleSetting(hours: 24)])
        let other = [0, 1].map { office.assignment($0, "2026-03-02", PlanOffice.night) }
        office.overlap(PlanOffice.interval("2026-03-02T08:30", "2026-03-04T08:30"), count: 1, assignments: other)
        let model = office.model
        #expect(model.problem.people.map(\.busy.count) == [1, 1, 0, 0, 0, 0])
        for seed in 1...5 {
            let seats = model.solved(seed: UInt64(seed)).seats
            #expect(seats.flatMap { $0 }.allSatisfy { $0 > 1 })
        }
    }

    @Test func `Leaves bar from the shifts that they touch, and are named`() {
        var office = PlanOffice()
        office.absences = [
            PlanOffice.absence(1, "2026-03-02T00:00", "2026-03-03T00:00"),
            PlanOffice.absence(1, "2026-03-03T08:00", "2026-03-03T08:30"),
        ]
        let slots = office.model.problem.slots
        #expect(slots[0].barred == [SeatProblem.Barred(person: 1, leaves: [0, 1])])
        #expect(slots[1].barred.isEmpty)
        #expect(slots.map(\.candidates.count) == [5, 6])
    }

    @Test func `Rank, qualification and employment decide who is a candidate`() {
        var office = PlanOffice()
        office.people = [
            PlanOffice.person(0, rank: 0), PlanOffice.person(1, rank: 1), PlanOffice.person(2, rank: 2),
            PlanOffice.person(3, rank: 2, qualifications: ["急救"]),
            Person(
                id: "p4", name: "某4", unit: PlanOffice.unit, rank: Rank(level: 2), employment: .doorkeeper,
                qualifications: ["急救"]),
        ]
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, rank: Rank(level: 1))]
        #expect(office.model.problem.slots[0].candidates.map(\.person) == [0, 1, 2])
        #expect(office.model.members.map { office.place[$0].id } == ["p1", "p2", "p3"])
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, qualifications: ["急救"])]
        #expect(office.model.members.map { office.place[$0].id } == ["p3"])
    }

    @Test func `A post that another unit lends to draws on that unit, and who could be lent further is asked for`() {
        var office = PlanOffice()
        let place = office.place
        let units = place.units + [Unit(id: "zone", name: "支援单位", posts: [])]
        let guest = Person(id: "q0", name: "客", unit: Ordinal(1), employment: .established)
        office.people.append(guest)
        var request = office.request
        request.book = request.book.with(place: place.with(units: units, people: office.people))
        #expect(PlanModel(request).members.count == 6)
        let model = PlanModel(request, lendingTo: [1])
        #expect(model.members.map { model.place[$0].id } == ["p0", "p1", "p2", "p3", "p4", "p5", "q0"])
        #expect(model.lenders == [[6], [6]])
        #expect(model.problem.slots.allSatisfy { $0.candidates.count == 6 })
    }
}
