/// Rows of cells whose columns stand under one another on a terminal.
struct AlignedTable {
    let rows: [[String]]
    /// From this column on the cells are numbers and end under one another.
    var firstNumber = Int.max

    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? Terminal.width(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                let blank = String(repeating: " ", count: widths[column] - Terminal.width(of: row[column]))
                return column < firstNumber ? row[column] + blank : blank + row[column]
            }
            return Self.withoutBlankEnd(cells.joined(separator: "  "))
        }
    }

    private static func withoutBlankEnd(_ line: String) -> String {
        guard let last = line.lastIndex(where: { $0 != " " }) else { return "" }
        return String(line[...last])
    }
}
