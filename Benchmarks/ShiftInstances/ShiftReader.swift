import Planning

/// Reads an instance line by line; what is wrong in one line does not keep the others from being read.
struct ShiftReader {
    private(set) var problem = RowProblem(days: 0, types: [], people: [], covers: [])
    private(set) var people: [String] = []
    private(set) var types: [String] = []
    private(set) var diagnostics: [ShiftInstance.Diagnostic] = []
    private var personByName: [String: Int] = [:]
    private var typeByName: [String: Int] = [:]
    /// The shifts that may not follow, by name, with their line, until all shifts are known.
    private var barred: [(line: Int, names: [String])] = []
    private var covered: Set<[Int]> = []
    private var section: Section?
    private var line = 0

    private enum Section: String {
        case horizon = "SECTION_HORIZON"
        case shifts = "SECTION_SHIFTS"
        case staff = "SECTION_STAFF"
        case daysOff = "SECTION_DAYS_OFF"
        case onRequests = "SECTION_SHIFT_ON_REQUESTS"
        case offRequests = "SECTION_SHIFT_OFF_REQUESTS"
        case cover = "SECTION_COVER"
    }

    private struct Fault: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    mutating func read(_ text: Substring, number: Int) {
        line = number
        let content = Self.trimmed(text)
        guard !content.isEmpty, !content.hasPrefix("#") else { return }
        do throws(Fault) {
            if content.hasPrefix("SECTION_") {
                section = Section(rawValue: content)
                if section == nil { throw Fault("unknown section \(content)") }
            } else {
                let fields = content.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
                try readRow(fields)
            }
        } catch {
            report(error.message)
        }
    }

    /// What only the end of the text shows to be missing.
    mutating func end(line last: Int) {
        resolveBarred()
        line = last
        if problem.days == 0 { report("no horizon") }
        if types.isEmpty { report("no shifts") }
        if people.isEmpty { report("no staff") }
    }

    private mutating func report(_ message: String) {
        diagnostics.append(ShiftInstance.Diagnostic(line: line, message: message))
    }

    private mutating func readRow(_ fields: [String]) throws(Fault) {
        switch section {
        case .horizon: try readHorizon(fields)
        case .shifts: try readShift(fields)
        case .staff: try readPerson(fields)
        case .daysOff: try readDaysOff(fields)
        case .onRequests: try readRequest(fields, isFor: true)
        case .offRequests: try readRequest(fields, isFor: false)
        case .cover: try readCover(fields)
        case nil: throw Fault("a row outside any known section")
        }
    }

    private mutating func readHorizon(_ fields: [String]) throws(Fault) {
        try expect(fields, 1...1)
        guard problem.days == 0 else { throw Fault("a second horizon") }
        problem.days = try number(fields[0], "horizon", 1...3660)
    }

    private mutating func readShift(_ fields: [String]) throws(Fault) {
        try expect(fields, 2...3)
        guard types.count < 200 else { throw Fault("more than 200 shifts") }
        try name(fields[0], types.count, in: &typeByName)
        types.append(fields[0])
        barred.append((line, fields.count > 2 ? fields[2].split(separator: "|").map(Self.trimmed) : []))
        problem.types.append(RowProblem.DutyType(minutes: 1))
        problem.types[types.count - 1].minutes = try number(fields[1], "length", 1...1_000_000)
    }

    private mutating func resolveBarred() {
        for (type, entry) in barred.enumerated() {
            line = entry.line
            for name in entry.names {
                guard let next = typeByName[name] else {
                    report("unknown shift \(name)")
                    continue
                }
                problem.types[type].barredNext.append(next)
            }
        }
    }

    private mutating func readPerson(_ fields: [String]) throws(Fault) {
        try expect(fields, 8...8)
        guard problem.days > 0 else { throw Fault("staff before the horizon") }
        try name(fields[0], people.count, in: &personByName)
        people.append(fields[0])
        problem.people.append(
            RowProblem.Member(most: types.map { _ in 0 }, minutes: 0...0, consecutive: 1...1, mostWeekends: 0))
        let longest = problem.days <= 62 ? 1000 : RowProblem.longestRun
        problem.people[people.count - 1] = RowProblem.Member(
            most: try limits(fields[1]),
            minutes: try range(fields[3], fields[2], "total minutes", 0...100_000_000),
            consecutive: try range(fields[5], fields[4], "consecutive shifts", 0...longest),
            fewestFree: try number(fields[6], "consecutive days off", 0...longest),
            mostWeekends: try number(fields[7], "weekends", 0...1000))
    }

    private func limits(_ field: String) throws(Fault) -> [Int] {
        var most = [Int](repeating: problem.days, count: types.count)
        for limit in field.split(separator: "|") {
            let parts = limit.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
            guard parts.count == 2 else { throw Fault("“\(limit)” is not of the form shift=number") }
            most[try type(parts[0])] = try number(parts[1], "most shifts", 0...10_000)
        }
        return most
    }

    private mutating func readDaysOff(_ fields: [String]) throws(Fault) {
        let person = try person(fields[0])
        for field in fields.dropFirst() where !field.isEmpty {
            problem.people[person].daysOff.append(try day(field))
        }
    }

    private mutating func readRequest(_ fields: [String], isFor: Bool) throws(Fault) {
        try expect(fields, 4...4)
        let wish = RowProblem.Wish(
            day: try day(fields[1]), type: try type(fields[2]), weight: try number(fields[3], "weight", 0...1_000_000),
            isFor: isFor)
        problem.people[try person(fields[0])].wishes.append(wish)
    }

    private mutating func readCover(_ fields: [String]) throws(Fault) {
        try expect(fields, 5...5)
        let cover = RowProblem.Cover(
            day: try day(fields[0]), type: try type(fields[1]),
            wanted: try number(fields[2], "requirement", 0...10_000),
            under: try number(fields[3], "weight", 0...1_000_000), over: try number(fields[4], "weight", 0...1_000_000))
        guard covered.insert([cover.day, cover.type]).inserted else {
            throw Fault("a second requirement for day \(cover.day), shift \(types[cover.type])")
        }
        problem.covers.append(cover)
    }

    private func expect(_ fields: [String], _ count: ClosedRange<Int>) throws(Fault) {
        guard count.contains(fields.count) else {
            throw Fault("\(fields.count) fields instead of \(count.upperBound)")
        }
    }

    private func name(_ name: String, _ place: Int, in places: inout [String: Int]) throws(Fault) {
        guard !name.isEmpty else { throw Fault("an empty id") }
        guard places[name] == nil else { throw Fault("a second \(name)") }
        places[name] = place
    }

    private func person(_ name: String) throws(Fault) -> Int {
        guard let person = personByName[name] else { throw Fault("unknown employee \(name)") }
        return person
    }

    private func type(_ name: String) throws(Fault) -> Int {
        guard let type = typeByName[name] else { throw Fault("unknown shift \(name)") }
        return type
    }

    private func day(_ field: String) throws(Fault) -> Int {
        guard problem.days > 0 else { throw Fault("a day before the horizon") }
        return try number(field, "day", 0...problem.days - 1)
    }

    private func range(_ low: String, _ high: String, _ what: String, _ allowed: ClosedRange<Int>) throws(Fault)
        -> ClosedRange<Int>
    {
        let least = try number(low, what, allowed)
        let most = try number(high, what, allowed)
        guard least <= most else { throw Fault("\(what): at least \(least), but at most \(most)") }
        return least...most
    }

    private func number(_ field: String, _ what: String, _ allowed: ClosedRange<Int>) throws(Fault) -> Int {
        guard let number = Int(field), allowed.contains(number) else {
            throw Fault("\(what) “\(field)” is not a number from \(allowed.lowerBound) to \(allowed.upperBound)")
        }
        return number
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
