import Calendars
import Rosters
import Testing

@testable import Planning

@Suite struct PlanComparisonTests {
    @Test func `Each roster has its score, and whoever bears more in the second comes first`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-10-01T08:30", "2026-10-05T08:30")
        for (person, date) in zip([0, 1, 0, 2], ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"]) {
            office.stand(person, date, PlanOffice.whole)
        }
        let other = zip([0, 1, 3, 2], ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04"]).map {
            office.assignment($0, $1, PlanOffice.whole)
        }
        let comparison = PlanComparison(office.request, other)
        // Three statutory days of 4 half-days, one rest day of 2: (8² + 4² + 2²) and (4² × 3 + 2²).
        #expect(comparison.scores.map { $0[.fairness] } == [84, 52])
        #expect(comparison.scores.map(\.filled) == [4, 4])
        #expect(comparison.differences.map { office.place[$0.person].id } == ["p3", "p0"])
        #expect(comparison.differences.map(\.gain) == [2880, -2880])
        #expect(comparison.differences.map(\.duties) == [[0, 1], [2, 1]])
        #expect(comparison.differences.map(\.loads) == [[0, 2880], [5760, 2880]])
    }

    @Test func `A roster in other shifts is compared as it stands`() {
        var office = PlanOffice()
        office.window = PlanOffice.interval("2026-03-02T08:30", "2026-03-03T08:30")
        office.stand(0, "2026-03-02", PlanOffice.whole)
        let halves = [(1, PlanOffice.day), (2, PlanOffice.night)].map { office.assignment($0, "2026-03-02", $1) }
        let comparison = PlanComparison(office.request, halves)
        #expect(comparison.differences.map(\.gain) == [720, 720, -1440])
        #expect(comparison.scores.map { $0[.fairness] } == [4, 2])
        #expect(comparison.scores.map(\.isComplete) == [true, true])
    }

    @Test func `Whoever could stand nowhere, but does, fills a seat`() {
        var office = PlanOffice()
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, rank: Rank(level: 1))]
        office.people = [1, 0, 1].enumerated().map { PlanOffice.person($0, rank: $1) }
        office.stand(0, "2026-03-02", PlanOffice.whole)
        office.stand(1, "2026-03-03", PlanOffice.whole)
        let other = [0, 2].enumerated().map { office.assignment($1, "2026-03-0\($0 + 2)", PlanOffice.whole) }
        let comparison = PlanComparison(office.request, other)
        #expect(comparison.scores.map(\.filled) == [2, 2])
        #expect(comparison.scores.map(\.seats) == [2, 2])
    }
}
