import Calendars
import Rosters

/// Reads `people.csv`.
enum PeopleReader {
    private enum Column: CsvColumn {
        case id, name, unit, title, rank, employment, mobile, officePhone, qualifications
        case inCharge, testedOn

        var words: [String] {
            switch self {
            case .id: ["id", "编号", "工号", "人员编号"]
            case .name: ["name", "姓名"]
            case .unit: ["unit", "单位", "所在单位", "部门"]
            case .title: ["title", "职务", "职位"]
            case .rank: ["rank", "职级", "级别"]
            case .employment: ["employment", "用工性质", "用工形式", "用工", "人员性质", "身份", "编制"]
            case .mobile: ["mobile", "手机", "手机号", "手机号码", "移动电话", "联系电话"]
            case .officePhone: ["office phone", "office_phone", "办公电话", "办公室电话", "固定电话", "座机", "固话"]
            case .qualifications: ["qualifications", "资质", "资格", "资格证书", "持证"]
            case .inCharge: ["in charge of", "in_charge_of", "分管", "分管领域"]
            case .testedOn: ["tested on", "tested_on", "核验日期", "联系方式核验"]
            }
        }

        var isRequired: Bool { self == .id || self == .name || self == .unit }
    }

    static func read(
        _ source: SourceFile?, of place: Place, beside placeFile: SourceFile
    ) -> ([Person], [Diagnostic]) {
        var log = DiagnosticList(file: source?.path ?? placeFile.sibling("people.csv"))
        guard let source else {
            log.add(.missingFile, at: .start)
            return ([], log.sorted)
        }
        guard var scanner = CsvScanner(source, &log), let header = CsvHeader<Column>(&scanner, &log) else {
            return ([], log.sorted)
        }
        header.rejectOthers(&log)
        let units = NameIndex<Unit>(.unit, place.units.map { ($0.id.text, $0.name) })
        var people: [Person] = []
        var lines: [PersonID: Int] = [:]
        while let row = scanner.next(&log) {
            header.checkWidth(of: row, &log)
            guard let person = person(row, header, units, place.ranks, &log) else { continue }
            if let first = lines[person.id] {
                log.add(.duplicate(.person, person.id.text, firstLine: first), at: row.site)
            } else {
                lines[person.id] = row.line
                people.append(person)
            }
        }
        return (people, log.sorted)
    }

    private static func person(
        _ row: CsvRow, _ header: CsvHeader<Column>, _ units: NameIndex<Unit>, _ ranks: [String],
        _ log: inout DiagnosticList
    ) -> Person? {
        let id = header.required(.id, of: row, &log)
        let name = header.required(.name, of: row, &log)
        let unit = header.required(.unit, of: row, &log).flatMap { units.find($0, at: row.site, &log) }
        let rankWord = header.cell(.rank, of: row)
        let rank = rankWord.isEmpty ? nil : RankReader.read(rankWord, among: ranks, at: row.site, &log)
        guard let id, let name, let unit else { return nil }
        return Person(
            id: PersonID(id), name: name, unit: unit, title: header.cell(.title, of: row), rank: rank,
            employment: ValueWords.employment(header.cell(.employment, of: row)),
            mobile: header.cell(.mobile, of: row), officePhone: header.cell(.officePhone, of: row),
            qualifications: CellText.words(header.cell(.qualifications, of: row), splitAtSpaces: true),
            inCharge: kinds(header.cell(.inCharge, of: row), at: row.site, &log),
            testedOn: date(header.cell(.testedOn, of: row), at: row.site, &log), line: row.line)
    }

    /// Nil where the cell is empty.
    private static func kinds(_ cell: String, at site: Site, _ log: inout DiagnosticList) -> [IncidentKind]? {
        let words = cell.split { "、,，;；".contains($0) }.map { trimmed($0) }.filter { !$0.isEmpty }
        let kinds = words.compactMap { word -> IncidentKind? in
            let kind = ValueWords.incidentKind(word)
            if kind == nil { log.add(.unexpected(found: word, expected: .incidentKind), at: site) }
            return kind
        }
        return kinds.isEmpty ? nil : kinds
    }

    private static func date(_ cell: String, at site: Site, _ log: inout DiagnosticList) -> CivilDate? {
        guard !cell.isEmpty else { return nil }
        let date = TimeText.date(cell)
        if date == nil { log.add(.unexpected(found: cell, expected: .date), at: site) }
        return date
    }
}
