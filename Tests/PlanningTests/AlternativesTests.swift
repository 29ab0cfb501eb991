import Calendars
import RosterRules
import Rosters
import TestSupport
import Testing

@testable import Planning

@Suite struct AlternativesTests {
    private func office(_ seed: Int) -> PlanOffice {
        var random = SplitMix64(seed: UInt64(seed))
        var office = PlanOffice()
        office.people = (0..<random.number(4...6)).map {
            PlanOffice.person($0, rank: random.number(0...2), team: random.pick(["", "甲", "乙"]))
        }
        office.posts = [
            Post(key: "leader", name: "带班领导", tier: .leader, rank: Rank(level: 1)),
            Post(key: "officer", name: "值班员", tier: .dutyOfficer),
        ]
        office.rules = RuleSettings([
            .rest: RuleSetting(hours: random.pick([12, 24])), .mostDuties: RuleSetting(count: random.number(2...3)),
        ])
        office.plan.weights.teams = Hundredths(random.pick([0, 100]))
        office.window = PlanOffice.interval("2026-02-15T08:30", "2026-02-18T08:30")
        let date = PlanOffice.date("2026-02-16")
        office.wishes = [Wish(person: Ordinal(0), from: date, to: date, isFor: random.chance(50))]
        office.past.stretches = [
            PlanOffice.past(1, "2025-01-28")
        ]
        if random.chance(50) {
            office.absences = [
                PlanOffice.absence(2, "2026-02-16T00:00", "2026-02-17T00:00")
            ]
        }
        office.isReplacing = true
        return office
    }

    @Test(arguments: 0..<60)
    func `Who else could stand there, and what that changes, is as a recount says`(seed: Int) {
        let office = office(seed)
        let model = office.model
        let plan = model.solved(moves: 2_000)
        let roster = model.roster(of: plan)
        let rules = NaiveRules(model.problem)
        let before = SeatScore(plan, of: model.problem)
        for slot in model.slots.indices {
            let leaving = plan.seats[slot][0]
            guard leaving >= 0 else { continue }
            let answer = Alternatives(of: slot, instead: model.person(leaving), in: model, roster: roster)
            var expected: [Ordinal<Person>: Int64] = [:]
            for person in model.problem.people.indices.map(Int32.init) where person != leaving {
                var other = plan
                other.seats[slot][0] = person
                guard rules.allow(other) else { continue }
                expected[model.person(person)] = SeatScore(other, of: model.problem).soft - before.soft
            }
            let found = Dictionary(uniqueKeysWithValues: answer.possible.map { ($0.person, $0.total) })
            #expect(found == expected)
            #expect(answer.possible.map(\.total) == answer.possible.map(\.total).sorted())
            #expect(answer.sitting == [model.person(leaving)])
            let all = answer.possible.map(\.person) + answer.excluded.flatMap(\.people) + answer.sitting
            #expect(all.sorted() == office.people.indices.map { Ordinal<Person>($0) })
        }
    }

    @Test func `An empty seat has alternatives too`() {
        var office = PlanOffice()
        office.stand(0, "2026-03-02", PlanOffice.whole)
        office.isReplacing = true
        let model = office.model
        let answer = Alternatives(of: 1, instead: nil, in: model, roster: office.book.roster)
        #expect(answer.sitting.isEmpty)
        #expect(answer.possible.first?.instead == nil)
        #expect(answer.possible.map { $0.total / ScoreUnit.point }.first == 4)
    }
}
