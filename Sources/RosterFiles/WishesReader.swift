import Calendars
import Rosters

/// Reads `wishes.csv`: who would rather stand, or rather not, on some dates.
enum WishesReader {
    private enum Column: Int, CsvColumn {
        case person, from, to, wish, weight

        var words: [String] {
            switch self {
            case .person: ["person", "人员", "姓名"]
            case .from: ["from", "开始", "开始日期", "起", "自", "从"]
            case .to: ["to", "结束", "结束日期", "止", "至", "到"]
            case .wish: ["wish", "意愿"]
            case .weight: ["weight", "权重"]
            }
        }

        var isRequired: Bool { self != .weight }
    }

    static func read(_ source: SourceFile?, of place: Place) -> ([Wish], [Diagnostic]) {
        guard let source else { return ([], []) }
        var log = DiagnosticList(file: source.path)
        let wishes = CsvScanner.read(source, &log) { row, log -> [Wish] in
            guard let header = CsvHeader<Column>(&row, &log) else { return [] }
            header.rejectOthers(&log)
            let people = PeopleIndex(place)
            var wishes: [Wish] = []
            while row.next(&log) {
                header.checkWidth(of: row, &log)
                if let wish = wish(row, header, people, &log) { wishes.append(wish) }
            }
            return wishes
        }
        return (wishes ?? [], log.sorted)
    }

    private static func wish(
        _ row: CsvScanner, _ header: CsvHeader<Column>, _ people: PeopleIndex, _ log: inout DiagnosticList
    ) -> Wish? {
        let person = header.required(.person, of: row, &log).flatMap { people.find($0, at: row.site, &log) }
        let from = header.value(.from, of: row, as: .date, &log) { TimeText.date($0) }
        let to = header.value(.to, of: row, as: .date, &log) { TimeText.date($0) }
        let words = ValueWords.wishes
        let isFor = header.value(.wish, of: row, as: .word(words.mainWords), &log, words.value)
        let weight = header.decimal(.weight, of: row, in: PlanReader.weights, &log)
        guard let person, let from, let to, let isFor else { return nil }
        guard from <= to else {
            log.add(.endNotAfterStart(from: "\(from)", to: "\(to)"), at: row.site)
            return nil
        }
        return Wish(person: person, from: from, to: to, isFor: isFor, weight: weight ?? .one)
    }
}

extension CsvHeader {
    /// The cell of a column that must not be empty, as a value; what cannot be read is a diagnostic.
    func value<Value>(
        _ column: Column, of row: CsvScanner, as expected: Expectation, _ log: inout DiagnosticList,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let cell = required(column, of: row, &log) else { return nil }
        let value = parse(cell)
        if value == nil { log.add(.unexpected(found: cell, expected: expected), at: row.site) }
        return value
    }

    /// A decimal number; nil where the cell is empty or cannot be read.
    func decimal(
        _ column: Column, of row: CsvScanner, in range: ClosedRange<Hundredths>, _ log: inout DiagnosticList
    ) -> Hundredths? {
        let cell = cell(column, of: row)
        guard !cell.isEmpty else { return nil }
        if let number = Hundredths(cell), range.contains(number) { return number }
        log.add(.unexpected(found: cell, expected: .decimal(range)), at: row.site)
        return nil
    }
}
