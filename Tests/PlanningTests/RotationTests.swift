import Calendars
import Rosters
import Testing

@testable import Planning

@Suite struct RotationTests {
    private func office(_ start: String, _ end: String) -> PlanOffice {
        var office = PlanOffice()
        office.plan.rotation = [Ordinal(0)]
        office.window = PlanOffice.interval(start, end)
        return office
    }

    private func turn(_ person: Int, _ date: String) -> PastDuties.Turn {
        .init(
            person: Ordinal(person), unit: PlanOffice.unit, post: Ordinal(0), date: PlanOffice.date(date))
    }

    /// Whose turn it is, by slot.
    private func turns(_ office: PlanOffice) -> [String] {
        let model = office.model
        return zip(model.slots, model.problem.slots).flatMap { slot, numbers in
            numbers.candidates.filter { $0.cost == 0 }.map {
                "\(slot.date.description.dropFirst(5)) \(office.place[model.person($0.person)].id)"
            }
        }
    }

    @Test func `A rotation that never ran begins with the first of the list`() {
        #expect(
            turns(office("2026-03-02T08:30", "2026-03-05T08:30")) == ["03-02 p0", "03-03 p1", "03-04 p2"])
    }

    @Test func `Each kind of day goes on from where it stopped, whatever order the turns come in`() {
        var office = office("2026-09-30T08:30", "2026-10-06T08:30")
        office.past.turns = [
            turn(4, "2026-09-24"), turn(1, "2026-09-26"), turn(3, "2026-09-23"), turn(5, "2026-09-20"),
            turn(2, "2026-02-19"),
        ]
        // 09-24 was the last working day (p4), 09-26 the last rest day (p1), 02-19 the last statutory one (p2).
        #expect(
            turns(office) == [
                "09-30 p5", "10-01 p3", "10-02 p4", "10-03 p5", "10-04 p2", "10-05 p3",
            ])
    }

    @Test func `Who stood in for somebody has not had a turn by that`() {
        var office = office("2026-03-02T08:30", "2026-03-03T08:30")
        office.past.turns = [turn(1, "2026-02-27")]
        office.past.stretches = [
            PlanOffice.past(4, "2026-02-27")
        ]
        #expect(turns(office) == ["03-02 p2"])
    }

    @Test func `Two seats take two turns, and those who cannot stand there have none`() {
        var office = office("2026-03-02T08:30", "2026-03-05T08:30")
        office.people = [0, 1, 2, 0, 1, 2].enumerated().map { PlanOffice.person($0, rank: $1) }
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2, rank: Rank(level: 1))]
        #expect(
            turns(office) == ["03-02 p1", "03-02 p2", "03-03 p4", "03-03 p5", "03-04 p1", "03-04 p2"])
    }

    @Test func `Behind two who stood together comes the one after both, also past the end of the list`() {
        var office = office("2026-03-02T08:30", "2026-03-04T08:30")
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2)]
        office.past.turns = [turn(0, "2026-02-27"), turn(1, "2026-02-27")]
        #expect(turns(office) == ["03-02 p2", "03-02 p3", "03-03 p4", "03-03 p5"])
        office.past.turns.reverse()
        #expect(turns(office) == ["03-02 p2", "03-02 p3", "03-03 p4", "03-03 p5"])
        office.past.turns = [turn(0, "2026-02-27"), turn(5, "2026-02-27")]
        #expect(turns(office) == ["03-02 p1", "03-02 p2", "03-03 p3", "03-03 p4"])
        office.past.turns = [turn(0, "2026-02-27"), turn(2, "2026-02-27")]
        #expect(turns(office).first == "03-02 p3")
    }

    @Test func `The plan keeps the turns and only mends conflicts`() {
        var office = office("2026-03-02T08:30", "2026-03-06T08:30")
        office.absences = [
            PlanOffice.absence(1, "2026-03-03T00:00", "2026-03-04T00:00")
        ]
        let model = office.model
        let seats = model.solved().seats.map { model.ids($0)[0] }
        #expect(seats[0] == "p0")
        #expect(seats[1] != "p1")
        #expect(Array(seats[2...]) == ["p2", "p3"])
        #expect(PlanScore(model.solved(), of: model)[.turns] == 10_000)
    }
}
