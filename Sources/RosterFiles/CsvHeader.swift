/// A column that a table knows by several words.
protocol CsvColumn: CaseIterable, Hashable {
    /// The first is the canonical one.
    var words: [String] { get }
    var isRequired: Bool { get }
}

extension CsvColumn {
    var name: String { words.first ?? "" }
}

/// Which cell of a row belongs to which column.
struct CsvHeader<Column: CsvColumn> {
    let site: Site
    /// Cells of the header that name no known column.
    let others: [(offset: Int, name: String)]
    /// How many cells a row may have.
    let width: Int
    private let offsets: [Column: Int]

    /// Reads the first row; an empty file and missing columns are diagnostics.
    init?(_ scanner: inout CsvScanner, _ log: inout DiagnosticList) {
        guard let row = scanner.next(&log) else {
            log.add(.missingHeader, at: .start)
            return nil
        }
        let pairs = Column.allCases.flatMap { column in column.words.map { ($0.lowercased(), column) } }
        let columns = Dictionary(pairs) { first, _ in first }
        var offsets: [Column: Int] = [:]
        var others: [(offset: Int, name: String)] = []
        width = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        for (offset, name) in row.cells.prefix(width).enumerated() {
            guard let column = columns[name.lowercased()] else {
                others.append((offset, name))
                continue
            }
            if offsets[column] != nil { log.add(.duplicateColumn(name), at: row.site) }
            offsets[column] = offsets[column] ?? offset
        }
        for column in Column.allCases where column.isRequired && offsets[column] == nil {
            log.add(.missingColumn(column.name), at: row.site)
        }
        self.site = row.site
        self.others = others
        self.offsets = offsets
    }

    static var allWords: [String] { Column.allCases.flatMap(\.words) }

    func has(_ column: Column) -> Bool { offsets[column] != nil }

    /// The cell of a column; empty where the row or the table does not have it.
    func cell(_ column: Column, of row: CsvRow) -> String {
        guard let offset = offsets[column], offset < row.cells.count else { return "" }
        return row.cells[offset]
    }

    /// The cell of a column that must not be empty; says nothing more where the whole column is missing.
    func required(_ column: Column, of row: CsvRow, _ log: inout DiagnosticList) -> String? {
        let cell = cell(column, of: row)
        if cell.isEmpty, has(column) { log.add(.emptyCell(column: column.name), at: row.site) }
        return cell.isEmpty ? nil : cell
    }

    /// Reports every header cell that names no known column.
    func rejectOthers(_ log: inout DiagnosticList) {
        for other in others {
            log.add(.unknownColumn(other.name, nearest: nearest(to: other.name, among: Self.allWords)), at: site)
        }
    }

    /// Cells beyond the header's may only be empty.
    func checkWidth(of row: CsvRow, _ log: inout DiagnosticList) {
        let found = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        if found > width { log.add(.tooManyCells(found: found, columns: width), at: row.site) }
    }
}
