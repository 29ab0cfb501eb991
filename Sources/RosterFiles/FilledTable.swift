/// A unit's table with its people in the cells, beside which cells are others than in the file.
package struct FilledTable: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package let text: String
        /// Whether other people stand in it than before; always false in the columns of dates and shifts.
        package let isChanged: Bool
    }

    package let header: [String]
    /// As wide as the header each.
    package let rows: [[Cell]]

    init(_ draft: TableDraft) {
        header = draft.header
        rows = draft.rows.map { row in
            draft.header.indices.map { column in
                Cell(
                    text: column < row.cells.count ? row.cells[column] : "",
                    isChanged: row.changedColumns.contains(column))
            }
        }
    }
}
