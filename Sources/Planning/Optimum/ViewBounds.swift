/// For each view of what is left and the people who are left, what it costs them at least to fill it, by an exact table.
struct ViewBounds {
    /// By people from each position on, then by view.
    private(set) var least: [[Int64]]

    init(_ columns: [SeatColumns], _ projection: LoadProjection, within limit: Int64) {
        let count = projection.whole + 1
        var table = [Int64](repeating: ColumnTree.never, count: count)
        table[0] = 0
        least = [table]
        let full = projection.groups[projection.whole] | projection.guards
        for person in columns.reversed() {
            var next = [Int64](repeating: ColumnTree.never, count: count)
            for view in 0..<count where table[view] <= limit {
                let room = full - projection.groups[view]
                for choice in person.views {
                    let excess = table[view] + choice.excess
                    if excess > limit { break }
                    guard (room - choice.groups) & projection.guards == projection.guards else { continue }
                    if excess < next[view + choice.step] { next[view + choice.step] = excess }
                }
            }
            table = next
            least.append(table)
        }
        least.reverse()
    }
}
