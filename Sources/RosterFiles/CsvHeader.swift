/// A column that a table knows by several words.
protocol CsvColumn: CaseIterable, Hashable, RawRepresentable<Int>, Sendable {
    /// The first is the canonical one.
    var words: [String] { get }
    var isRequired: Bool { get }
}

extension CsvColumn {
    var name: String { words.first ?? "" }
}

/// Which cell of a row belongs to which column.
struct CsvHeader<Column: CsvColumn>: Sendable {
    let site: Site
    /// Cells of the header that name no known column.
    let others: [(offset: Int, name: String)]
    /// How many cells a row may have.
    let width: Int
    /// By column; nil where the table does not have it.
    private let offsets: [Int?]
    /// By column, as the table itself calls it.
    private let names: [String?]

    /// Reads the first row; an empty file and missing columns are diagnostics.
    init?(_ row: inout CsvScanner, _ log: inout DiagnosticList) {
        guard row.next(&log) else {
            log.add(.missingHeader, at: .start)
            return nil
        }
        self.init(of: row, &log)
    }

    /// Reads the row at hand.
    init(of row: CsvScanner, _ log: inout DiagnosticList) {
        let pairs = Column.allCases.flatMap { column in column.words.map { ($0.lowercased(), column) } }
        let columns = Dictionary(pairs) { first, _ in first }
        var offsets = [Int?](repeating: nil, count: Column.allCases.count)
        var names = [String?](repeating: nil, count: Column.allCases.count)
        var others: [(offset: Int, name: String)] = []
        width = row.width
        for offset in 0..<width {
            let name = row.text(offset)
            guard let column = columns[name.lowercased()] else {
                others.append((offset, name))
                continue
            }
            if offsets[column.rawValue] != nil { log.add(.duplicateColumn(name), at: row.site) }
            offsets[column.rawValue] = offsets[column.rawValue] ?? offset
            names[column.rawValue] = names[column.rawValue] ?? name
        }
        for column in Column.allCases where column.isRequired && offsets[column.rawValue] == nil {
            log.add(.missingColumn(column.name), at: row.site)
        }
        self.site = row.site
        self.others = others
        self.offsets = offsets
        self.names = names
    }

    static var allWords: [String] { Column.allCases.flatMap(\.words) }

    /// The words that somebody may have meant by another one: of columns that are not there yet, in its own script.
    private func words(like name: String) -> [String] {
        let absent = Column.allCases.filter { !has($0) }
        let words = absent.isEmpty ? Self.allWords : absent.flatMap(\.words)
        let alike = words.filter { $0.utf8.contains { $0 > 0x7F } == name.utf8.contains { $0 > 0x7F } }
        return alike.isEmpty ? words : alike
    }

    func has(_ column: Column) -> Bool { offsets[column.rawValue] != nil }

    /// The bytes of a column's cell; none where the row or the table does not have it.
    func bytes(_ column: Column, of row: CsvScanner) -> Bytes {
        offsets[column.rawValue].map { row[$0] } ?? Bytes(start: nil, count: 0)
    }

    /// The cell of a column; empty where the row or the table does not have it.
    func cell(_ column: Column, of row: CsvScanner) -> String { bytes(column, of: row).text }

    /// The cell of a column that must not be empty; says nothing more where the whole column is missing.
    func required(_ column: Column, of row: CsvScanner, _ log: inout DiagnosticList) -> String? {
        let cell = cell(column, of: row)
        if cell.isEmpty, has(column) {
            log.add(.emptyCell(column: names[column.rawValue] ?? column.name), at: row.site)
        }
        return cell.isEmpty ? nil : cell
    }

    /// Reports every header cell that names no known column.
    func rejectOthers(_ log: inout DiagnosticList) {
        for other in others {
            let near = nearest(to: other.name, among: words(like: other.name))
            log.add(.unknownColumn(other.name, nearest: near), at: site)
        }
    }

    /// Cells beyond the header's may only be empty.
    func checkWidth(of row: CsvScanner, _ log: inout DiagnosticList) {
        let found = row.width
        if found > width { log.add(.tooManyCells(found: found, columns: width), at: row.site) }
    }
}
