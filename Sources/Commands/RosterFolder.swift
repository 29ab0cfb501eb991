import Calendars
import Foundation
import Incidents
import RosterFiles
import Rosters
import Wording

/// A period read from disk, with the place that it belongs to.
struct LoadedPeriod {
    let book: RosterBook
    let policy: Policy
    /// What people would rather, and the duties of before the first published roster; for the planner.
    let wishes: [Wish]
    let history: [PastDuty]
    /// What of the history is not of before this period; only a plan counts it.
    let lateHistory: [Diagnostic]
    /// Everything that could not be accepted; then nothing of the period is used.
    let diagnostics: [Diagnostic]
}

/// Finds and reads the files of a place and its periods; the readers themselves open none.
struct RosterFolder {
    /// The period folders that a path means: itself, or those of the place or places in it.
    static func periods(at path: String) throws -> [String] {
        var folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        if folder.hasSuffix("/period.yaml") { folder = String(folder.dropLast("/period.yaml".count)) }
        if folder == "period.yaml" { folder = "." }
        guard isFolder(folder) else { throw exists(folder) ? Misuse.notAFolder(path) : Misuse.noSuchFolder(path) }
        if exists(folder + "/period.yaml") { return [folder] }
        let children = try names(in: folder).map { folder + "/" + $0 }.filter(isFolder)
        let periods = children.filter { exists($0 + "/period.yaml") }
        if !periods.isEmpty { return periods }
        let places = children.filter { exists($0 + "/place.yaml") }
        guard !places.isEmpty else { throw Misuse.noPeriod(path) }
        return try places.flatMap { try self.periods(at: $0) }
    }

    /// Reads a period with its place and every other period of the place that overlaps it.
    static func load(_ folder: String, by cores: Cores = Cores()) throws -> LoadedPeriod {
        let placeFolder = folder + "/.."
        guard exists(placeFolder + "/place.yaml") else { throw Misuse.noPlace(folder) }
        cores.progress?.begin(ProgressWording.reading(shortened(placeFolder)), total: 0, walks: 8)
        let (place, sources) = try cores.both(
            { PlaceReader.read(try placeSources(in: shortened(placeFolder)), by: cores) },
            { Result { try periodSources(in: folder, by: cores) } })
        guard let book = place.value else { throw Unreadable(diagnostics: place.diagnostics) }
        let isBare = book.place.people.isEmpty || book.place.units.isEmpty
        if isBare, !place.diagnostics.isEmpty {
            throw Unreadable(diagnostics: place.diagnostics)  // every name of the tables would be unknown as well
        }
        cores.progress?.begin(ProgressWording.reading(book.place.name), total: book.place.units.count)
        let roster = PeriodReader.read(try sources.get(), in: book, by: cores)
        let diagnostics = place.diagnostics + roster.diagnostics
        guard let roster = roster.value, diagnostics.isEmpty else { throw Unreadable(diagnostics: diagnostics) }
        let others = try overlapping(roster, beside: folder, in: book, by: cores)
        let whole = RosterBook(
            calendar: book.calendar, place: book.place, roster: roster, overlapping: others.rosters)
        return LoadedPeriod(
            book: whole, policy: book.policy, wishes: book.wishes, history: book.history,
            lateHistory: book.history.isEmpty ? [] : try lateHistory(in: shortened(placeFolder), of: whole),
            diagnostics: others.diagnostics)
    }

    private static func lateHistory(in folder: String, of book: RosterBook) throws -> [Diagnostic] {
        let first = book.place.zone.date(of: book.window.start)
        return try optionalFile(folder + "/history.csv").map {
            PlaceReader.historyDiagnostics(in: $0, of: book.place, before: first)
        } ?? []
    }

    /// Sibling periods of another key that share time with this one; those that cannot be read are named.
    private static func overlapping(
        _ roster: Roster, beside folder: String, in book: PlaceBook, by cores: Cores
    ) throws -> (rosters: [Roster], diagnostics: [Diagnostic]) {
        let window = roster.period.window(in: book.place, calendar: book.calendar)
        let parent = shortened(folder + "/..")
        var rosters: [Roster] = []
        var diagnostics: [Diagnostic] = []
        for name in try names(in: parent) where exists("\(parent)/\(name)/period.yaml") {
            guard "\(parent)/\(name)" != folder else { continue }
            let source = try file("\(parent)/\(name)/period.yaml")
            let opened = OpenedFile(source)
            guard let key = PeriodReader.periodKey(of: opened), key != roster.period.key else { continue }
            let head = PeriodReader.read(PeriodSources(period: source, tables: [], opened: opened), in: book)
            guard let other = head.value else {
                diagnostics += head.diagnostics
                continue
            }
            guard other.period.window(in: book.place, calendar: book.calendar).overlaps(window) else { continue }
            let reading = PeriodReader.read(
                try periodSources(in: "\(parent)/\(name)", by: cores), in: book, by: cores)
            guard let whole = reading.value, reading.diagnostics.isEmpty else {
                throw Unreadable(diagnostics: reading.diagnostics)  // its demands bear on this period
            }
            rosters.append(whole)
        }
        return (rosters, diagnostics)
    }

    private static func placeSources(in folder: String) throws -> PlaceSources {
        let place = try file(folder + "/place.yaml")
        let opened = OpenedFile(place)
        let calendar = PlaceReader.calendarFolder(of: opened)
        let calendarFolder = calendar.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 } ?? folder + "/../calendar"
        return PlaceSources(
            place: place, people: try optionalFile(folder + "/people.csv"),
            absences: try optionalFile(folder + "/absences.csv"), policy: try optionalFile(folder + "/policy.yaml"),
            calendar: isFolder(calendarFolder)
                ? try names(in: calendarFolder).filter { $0.hasSuffix(".yaml") }.map {
                    try file(calendarFolder + "/" + $0)
                }
                : [], cards: try cardSources(in: folder + "/cards"),
            wishes: try optionalFile(folder + "/wishes.csv"), history: try optionalFile(folder + "/history.csv"),
            opened: opened)
    }

    /// The plan cards (预案卡) of a place, where it has any.
    private static func cardSources(in folder: String) throws -> [SourceFile] {
        guard isFolder(folder) else { return [] }
        return try names(in: folder).filter { $0.hasSuffix(".md") }.map { try file(folder + "/" + $0) }
    }

    private static func periodSources(in folder: String, by cores: Cores) throws -> PeriodSources {
        let tables = try names(in: folder).filter { $0.hasSuffix(".csv") || $0.lowercased().hasSuffix(".csv") }
        let parts = cores.overRanges(of: tables.count) { range in
            tables[range].map { name in SourceFile(reading: folder + "/" + name) }
        }
        let read = Array(parts.joined())
        var sources: [SourceFile] = []
        sources.reserveCapacity(read.count)
        for (number, source) in read.enumerated() {
            if let source {
                sources.append(source)
            } else if !isFolder(folder + "/" + tables[number]) {
                sources.append(try file(folder + "/" + tables[number]))  // says what is wrong
            }
        }
        let period = try file(folder + "/period.yaml")
        return PeriodSources(period: period, tables: sources, opened: OpenedFile(period))
    }

    // MARK: - Disk

    private static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                !$0.hasPrefix(".") && !$0.hasPrefix("~$")
            }.sorted()
        } catch {
            throw Misuse.noSuchFolder(folder)
        }
    }

    private static func file(_ path: String) throws -> SourceFile {
        if let source = SourceFile(reading: path) { return source }
        do {
            return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        } catch {
            throw Misuse.unreadableFile(path, error.localizedDescription)
        }
    }

    private static func optionalFile(_ path: String) throws -> SourceFile? {
        exists(path) ? try file(path) : nil
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// `a/b/..` is `a`, so that diagnostics name short paths.
    private static func shortened(_ path: String) -> String {
        guard path.hasSuffix("/..") else { return path }
        let parts = path.dropLast(3).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, last != "..", last != "." else { return path }
        return parts.dropLast().joined(separator: "/")
    }
}

/// Files that hold errors: all of them, each with its place.
struct Unreadable: Error {
    let diagnostics: [Diagnostic]
}
