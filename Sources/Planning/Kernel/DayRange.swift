/// The days that the limits of a problem can look at, counted from the first of them.
struct DayRange: Sendable {
    let first: Int32
    let count: Int

    init(_ problem: SeatProblem) {
        let reach = max(problem.limits.window?.days ?? 0, problem.limits.consecutive ?? 0, problem.weights.spacingDays)
        let margin = Int32(max(0, min(reach, 400)) + 1)
        first = (problem.slots.lazy.map(\.day).min() ?? 0) - margin
        count = Int((problem.slots.lazy.map(\.day).max() ?? 0) + margin - first) + 1
    }

    func position(_ day: Int32) -> Int32 { day - first }

    func contains(_ day: Int32) -> Bool { day >= first && Int(day - first) < count }
}
