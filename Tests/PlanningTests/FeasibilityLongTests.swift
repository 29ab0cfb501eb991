import TestSupport
import Testing

@testable import Planning

/// A long plan of one unit in which all leaders but one are away two days running.
struct FeasibilityLongTests {
    private static let days = 120
    private static let leaders = 9
    private let problem: SeatProblem
    private static let away = 40...41

    init() {
        var random = SplitMix64(seed: 1)
        let window = SeatProblem.Window(days: 7, most: 2)
        let limits = SeatProblem.Limits(rest: 86_400, dutyLength: 86_400, window: window)
        var slots: [SeatProblem.Slot] = []
        for day in 0..<Self.days {
            // Each day another tenth of the people is on leave.
            let onLeave = Set((0..<3).map { _ in Int32(random.below(30)) })
            for (station, (count, people)) in [(1, 0..<9), (2, 9..<30), (1, 20..<30)].enumerated() {
                let all = people.map { Int32($0) }
                let isBarred = { (person: Int32) in
                    station == 0 && Self.away.contains(day) ? person > 0 : onLeave.contains(person)
                }
                let barred = all.filter(isBarred).map {
                    SeatProblem.Barred(person: $0, leaves: [station == 0 ? $0 : $0 + 100 * Int32(day + 1)])
                }
                let free = all.filter { !isBarred($0) }.map { SeatProblem.Candidate($0) }
                slots.append(
                    SeatProblem.Slot(
                        station: Int32(station), start: Int64(day) * 86_400, end: Int64(day + 1) * 86_400,
                        day: Int32(day), count: count, load: 1, priority: station == 0 ? 8 : 1,
                        isLeader: station == 0, candidates: free, barred: barred))
            }
        }
        let people = [SeatProblem.Member](repeating: SeatProblem.Member(), count: 30)
        problem = SeatProblem(slots: slots, people: people, limits: limits)
    }

    @Test func `What is impossible in a long plan is explained with few questions about few slots`() {
        var plan = SeatSearch(problem, seed: 1).best
        let empty = plan.seats.indices.filter { plan.seats[$0].contains(-1) }
        var budget = Budget()
        let diagnosis = Feasibility.contradictions(problem, empty: empty, in: plan, within: &budget)
        #expect(diagnosis.isComplete && diagnosis.contradictions.count == 1)
        #expect(diagnosis.gaps.values.reduce(0, +) == 1)
        for (slot, people) in diagnosis.seats { plan.seats[slot] = people }
        for contradiction in diagnosis.contradictions {
            #expect(contradiction.isMinimal && contradiction.slots.allSatisfy { (39...42).contains($0 / 3) })
            let ways = WaysOut.find(outOf: contradiction, in: problem, plan: plan, within: &budget)
            #expect(ways.contains { if case .lift = $0 { true } else { false } })
            #expect(ways.contains { if case .leaveEmpty = $0 { true } else { false } })
        }
        let spent = Budget().questions - budget.questions
        #expect(spent <= 60, "\(spent) questions")
        #expect(Budget().total - budget.total <= 200, "\(Budget().total - budget.total) dead ends")
    }

    @Test func `A day of the year is looked at with the days around it`() {
        let plan = SeatSearch(problem, seed: 1).best
        var near = Neighbourhood(problem, scope: Array(problem.slots.indices), plan: plan)
        var budget = Budget()
        guard case .impossible(let core) = near.reply(without: [], within: &budget) else {
            Issue.record("not impossible")
            return
        }
        #expect(!core.isEmpty && near.encoding.asked <= 3 * 9, "\(near.encoding.asked) slots")
    }
}
