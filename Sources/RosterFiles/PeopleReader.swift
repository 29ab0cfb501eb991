import Calendars
import Rosters

/// Reads `people.csv`.
struct PeopleReader: Sendable {
    private enum Column: Int, CsvColumn {
        case id, name, unit, title, rank, employment, mobile, officePhone, qualifications
        case inCharge, testedOn, team

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
            case .team: ["team", "班组"]
            }
        }

        var isRequired: Bool { self == .id || self == .name || self == .unit }
    }

    private let header: CsvHeader<Column>
    private let units: NameIndex<Unit>
    private let ranks: [String]
    /// The people of a unit stand one after another.
    private var unitWords = WordMemory<Ordinal<Unit>>(most: 1)
    private var rankWords = WordMemory<Rank>()
    private var employments = WordMemory<Employment>()
    private var qualifications = WordMemory<[String]>()
    private var titles = WordMemory<String>()
    private var teams = WordMemory<String>()

    private init(_ header: CsvHeader<Column>, of place: Place) {
        self.header = header
        self.units = NameIndex(.unit, place.units.map { ($0.id.text, $0.name) })
        self.ranks = place.ranks
    }

    /// The people of a bare place, read in slices unless something is wrong: then row by row, so that all is said in order.
    static func read(
        _ source: SourceFile?, of place: Place, beside placeFile: SourceFile, by slicer: some Slicer
    ) -> (Place, [Diagnostic]) {
        var log = DiagnosticList(file: source?.path ?? placeFile.sibling("people.csv"))
        guard let source else {
            log.add(.missingFile, at: .start)
            return (place, log.sorted)
        }
        if let staffed = faultless(source, of: place, by: slicer) { return (staffed, []) }
        let staffed = CsvScanner.read(source, &log) { row, log -> Place in
            guard let header = CsvHeader<Column>(&row, &log) else { return place }
            header.rejectOthers(&log)
            return place.with(people: PeopleReader(header, of: place).inOrder(&row, &log))
        }
        return (staffed ?? place, log.sorted)
    }

    /// Nil where anything is wrong, be it with the bytes.
    private static func faultless(_ source: SourceFile, of place: Place, by slicer: some Slicer) -> Place? {
        source.bytes.withUnsafeBufferPointer { bytes -> Place? in
            var log = DiagnosticList(file: source.path)
            var row = CsvScanner(bytes, in: source.content.startIndex..<bytes.count, line: 1)
            guard let header = CsvHeader<Column>(&row, &log) else { return nil }
            header.rejectOthers(&log)
            guard log.isEmpty,
                let people = PeopleReader(header, of: place).faultless(row, in: source, by: slicer)
            else { return nil }
            let staffed = place.with(people: people, by: slicer)
            return staffed.areIDsDistinct ? staffed : nil
        }
    }

    /// Nil where any slice has a diagnostic.
    private func faultless(_ scanner: CsvScanner, in source: SourceFile, by slicer: some Slicer) -> [Person]? {
        guard let slices = scanner.slices(of: source, by: slicer) else { return nil }
        let parts = slicer.map(slices.count) { number in
            slices[number].read(source) { row -> [Person]? in
                var reader = self
                var log = DiagnosticList(file: source.path)
                var people: [Person] = []
                while row.next(&log) {
                    header.checkWidth(of: row, &log)
                    if let person = reader.person(row, &log) { people.append(person) }
                    guard log.isEmpty else { return nil }
                }
                return people
            }
        }
        let faultless = parts.compactMap { $0 }
        return faultless.count == parts.count ? Array(joining: faultless) : nil
    }

    /// Of two people with one id the first stays.
    private func inOrder(_ row: inout CsvScanner, _ log: inout DiagnosticList) -> [Person] {
        var reader = self
        var people: [Person] = []
        var lines: [PersonID: Int] = [:]
        while row.next(&log) {
            header.checkWidth(of: row, &log)
            guard let person = reader.person(row, &log) else { continue }
            if let first = lines[person.id] {
                log.add(.duplicate(.person, person.id.text, firstLine: first), at: row.site)
            } else {
                lines[person.id] = row.start
                people.append(person)
            }
        }
        return people
    }

    private mutating func person(_ row: CsvScanner, _ log: inout DiagnosticList) -> Person? {
        let id = header.required(.id, of: row, &log)
        let name = header.required(.name, of: row, &log)
        let unit = unit(of: row, &log)
        let rankWord = header.bytes(.rank, of: row)
        let rank =
            rankWord.isEmpty
            ? nil : rankWords.value(of: rankWord) { RankReader.read($0, among: ranks, at: row.site, &log) }
        guard let id, let name, let unit else { return nil }
        return Person(
            id: PersonID(id), name: name, unit: unit,
            title: titles.value(of: header.bytes(.title, of: row)) { $0 } ?? "", rank: rank,
            employment: employments.value(of: header.bytes(.employment, of: row), ValueWords.employment),
            mobile: header.cell(.mobile, of: row), officePhone: header.cell(.officePhone, of: row),
            qualifications: qualifications.value(of: header.bytes(.qualifications, of: row)) {
                CellText.words($0, splitAtSpaces: true)
            } ?? [],
            inCharge: Self.kinds(header.cell(.inCharge, of: row), at: row.site, &log),
            testedOn: Self.date(header.cell(.testedOn, of: row), at: row.site, &log),
            team: teams.value(of: header.bytes(.team, of: row)) { $0 } ?? "", line: row.start)
    }

    private mutating func unit(of row: CsvScanner, _ log: inout DiagnosticList) -> Ordinal<Unit>? {
        let cell = header.bytes(.unit, of: row)
        if let known = unitWords.known(cell) { return known }
        guard let unit = header.required(.unit, of: row, &log).flatMap({ units.find($0, at: row.site, &log) }) else {
            return nil
        }
        unitWords.remember(cell, as: unit)
        return unit
    }

    /// Nil where the cell is empty.
    private static func kinds(_ cell: String, at site: Site, _ log: inout DiagnosticList) -> [IncidentKind]? {
        guard !cell.isEmpty else { return nil }
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
