import Calendars
import Rosters
import Testing

@testable import Planning

/// Loads, history, wishes and last year's 除夕, worked by hand.
@Suite struct PlanLoadTests {
    /// Half-days of one seat on each date, in shifts of twelve hours.
    private func loads(_ office: PlanOffice) -> [String: Int64] {
        var office = office
        office.plan.shifts = [.init(post: Ordinal(0), shifts: [PlanOffice.day, PlanOffice.night])]
        let model = office.model
        let pairs = zip(model.slots, model.problem.slots).map { slot, numbers in
            ("\(slot.date.description.dropFirst(5))", numbers.load)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, second in first == second ? first : -1 })
            .mapValues { $0 / ScoreUnit.halfDay }
    }

    @Test func `除夕 weighs 4, 初一 to 初三 weigh 3, the other days of the spring festival 1`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-02-13T08:30", "2026-02-22T08:30")
        #expect(
            loads(office) == [
                "02-13": 1, "02-14": 1, "02-15": 1, "02-16": 4, "02-17": 3, "02-18": 3, "02-19": 3, "02-20": 1,
                "02-21": 1,
            ])
    }

    @Test func `A statutory day weighs 2, a rest day 1, a working night 1`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-09-30T20:30", "2026-10-06T08:30")
        #expect(loads(office) == ["09-30": 1, "10-01": 2, "10-02": 2, "10-03": 2, "10-04": 1, "10-05": 1])
    }

    @Test func `The place's own weights count, a date before its label, a label before the kind of day`() {
        var office = PlanOffice()
        office.plan.days = [
            .init(.kind(.workday), Hundredths(50)), .init(.label(.newYearsEve), Hundredths(700)),
            .init(.date(PlanOffice.date("2026-02-16")), Hundredths(900)),
        ]
        office.window = PlanOffice.interval("2026-02-13T08:30", "2026-02-14T08:30")
        #expect(office.model.problem.slots.map(\.load) == [720])
        office.window = PlanOffice.interval("2026-02-16T08:30", "2026-02-17T08:30")
        #expect(office.model.problem.slots.map(\.load) == [1440 * 9])
        office.plan.days.removeLast()
        #expect(office.model.problem.slots.map(\.load) == [1440 * 7])
    }

    private func duty(_ person: Int, _ date: String, _ minutes: Int = 720, weight: Int? = nil) -> PastDuty {
        PastDuty(
            person: Ordinal(person), date: PlanOffice.date(date), minutes: minutes, weight: weight.map(Hundredths.init))
    }

    @Test func `A load of earlier years fades by half each year, by the weight of its day`() {
        var office = PlanOffice()
        office.past = PastDuties(stretches: [
            .init(
                duties: [
                    duty(0, "2026-01-05"), duty(1, "2025-03-03"), duty(2, "2024-03-04"), duty(3, "2026-02-16"),
                    duty(4, "2025-01-28", weight: 300),
                ], members: nil)
        ])
        #expect(office.model.problem.people.map(\.history) == [720, 360, 180, 2880, 1080, 0])
        office.plan.historyFades = .zero
        #expect(office.model.problem.people.map(\.history) == [720, 0, 0, 2880, 0, 0])
    }

    @Test func `Whoever joined late is credited with the unit's mean of each earlier period`() {
        var office = PlanOffice()
        let old = Set([0, 1, 2, 3].map { Ordinal<Person>($0) })
        office.past = PastDuties(stretches: [
            .init(duties: [duty(0, "2026-01-05"), duty(1, "2026-01-06", 1440)], members: old),
            .init(duties: [duty(4, "2026-02-02")], members: old.union([Ordinal(4)])),
        ])
        // The first period's mean is 2,160 / 4 = 540, the second's 720 / 5 = 144.
        #expect(office.model.problem.people.map(\.history) == [720, 1440, 0, 0, 540 + 720, 540 + 144])
    }

    @Test func `A wish against costs its weight, a wish for brings it, on its dates alone`() throws {
        var office = PlanOffice()
        let date = PlanOffice.date("2026-03-03")
        office.wishes = [
            Wish(person: Ordinal(1), from: date, to: date, isFor: false),
            Wish(person: Ordinal(2), from: date - 1, to: date, isFor: true, weight: Hundredths(50)),
        ]
        let model = office.model
        let costs = model.problem.slots.map { $0.candidates.map { $0.cost / ScoreUnit.square } }
        #expect(costs == [[0, 0, -500, 0, 0, 0], [0, 1000, -500, 0, 0, 0]])
        let score = PlanScore(SeatPlan(seats: [[2], [1]]), of: model)
        #expect(score[.wishes] == 5)
        #expect(model.ids(model.solved().seats[1]) == ["p2"] || model.ids(model.solved().seats[0]) == ["p2"])
    }

    @Test func `Whoever stood on last year's 除夕 pays for standing there again, this year's other days are free`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-02-16T08:30", "2026-02-18T08:30")
        office.past = PastDuties(stretches: [
            .init(duties: [duty(3, "2025-01-28"), duty(4, "2024-02-09")], members: nil)
        ])
        let model = office.model
        let costs = model.problem.slots.map { $0.candidates.map { $0.cost / ScoreUnit.square } }
        #expect(costs == [[0, 0, 0, 2000, 0, 0], [0, 0, 0, 0, 0, 0]])
        #expect(PlanScore(SeatPlan(seats: [[3], [1]]), of: model)[.eveAgain] == 20)
    }

    @Test func `A seat that somebody else had before costs the weight of a change`() {
        var office = PlanOffice()
        office.previous = [office.assignment(4, "2026-03-02", PlanOffice.whole)]
        let model = office.model
        let costs = model.problem.slots.map { $0.candidates.map { $0.cost / ScoreUnit.square } }
        #expect(costs == [[500, 500, 500, 500, 0, 500], [Int64](repeating: 500, count: 6)])
    }

    @Test func `The fairness of people is the square of history and load, in half-days`() {
        var office = PlanOffice()
        office.past = PastDuties(stretches: [.init(duties: [duty(0, "2026-01-05")], members: nil)])
        let score = PlanScore(SeatPlan(seats: [[0], [1]]), of: office.model)
        // (1 + 2)² + 2²
        #expect(score[.fairness] == 13)
        let rows = office.model.fairness(of: SeatPlan(seats: [[0], [1]]))
        #expect(rows.map { office.place[$0.person].id } == ["p0", "p1", "p2", "p3", "p4", "p5"])
        #expect(rows.map(\.rankInUnit) == [1, 2, 3, 3, 3, 3])
        #expect(rows.map(\.total) == [2160, 1440, 0, 0, 0, 0])
        #expect(rows.map(\.duties) == [1, 1, 0, 0, 0, 0])
    }
}
