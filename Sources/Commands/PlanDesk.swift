import Calendars
import DutyStore
import Foundation
import Planning
import RosterFiles
import Rosters
import Wording

/// A period that is planned: its files, what stands in its tables, and who stood in earlier periods.
struct PlanDesk {
    let folder: String
    let loaded: LoadedPeriod
    let request: PlanRequest
    /// What each unit's file looks like.
    let drafts: [Ordinal<Rosters.Unit>: TableDraft]
    let output: OutputOptions

    init(_ path: String, database: DatabaseOptions, output: OutputOptions, isReplacing: Bool) throws {
        let folders = try RosterFolder.periods(at: path)
        guard let folder = folders.first, folders.count == 1 else { throw Misuse.severalPeriods(folders) }
        let loaded: LoadedPeriod
        do {
            loaded = try RosterFolder.load(folder)
        } catch let unreadable as Unreadable {
            throw output.refuse(unreadable.diagnostics)
        }
        guard loaded.lateHistory.isEmpty else { throw output.refuse(loaded.lateHistory) }
        for diagnostic in loaded.diagnostics { Terminal.complain(diagnostic.text(in: output.resolvedLanguage)) }
        for phrase in UnusedRows(book: loaded.book, window: loaded.book.window).phrases { output.note(phrase) }
        self.folder = folder
        self.loaded = loaded
        self.output = output
        self.drafts = Self.drafts(of: loaded.book, in: folder)
        self.request = PlanRequest(
            book: loaded.book, rows: drafts.mapValues(\.slots), wishes: loaded.wishes,
            past: try PlanHistory.read(for: loaded, from: database), isReplacing: isReplacing,
            previous: try Self.previous(loaded, database, isReplacing: isReplacing))
    }

    /// The roster from which little should change: what is replaced, or what was published where the tables are empty.
    private static func previous(
        _ loaded: LoadedPeriod, _ database: DatabaseOptions, isReplacing: Bool
    ) throws -> [Assignment]? {
        let standing = loaded.book.roster.assignments
        guard standing.isEmpty else { return isReplacing ? standing : nil }
        return try PlanHistory.published(for: loaded, from: database)
    }

    var place: Place { loaded.book.place }
    var period: String { loaded.book.roster.period.key }
    var wording: PlanWording { PlanWording(place: place) }

    private static func drafts(of book: RosterBook, in folder: String) -> [Ordinal<Rosters.Unit>: TableDraft] {
        var drafts: [Ordinal<Rosters.Unit>: TableDraft] = [:]
        for table in book.roster.tables {
            guard let source = SourceFile(reading: table.file) else { continue }
            drafts[table.unit] = TableDraft(source, of: table.unit, in: book.place)
        }
        return drafts
    }

    /// The unit's file as it is, or a new one.
    func draft(of unit: Ordinal<Rosters.Unit>) -> TableDraft {
        drafts[unit] ?? TableDraft(of: unit, in: place, isChinese: output.resolvedLanguage == .zh)
    }

    /// Writes the tables of every unit that has slots, all or none; returns how many were not so already.
    func write(_ roster: Roster, of model: PlanModel, to out: String?) throws -> Int {
        try write(roster, units: model.slots.map(\.unit).uniqued(), to: out)
    }

    /// The same for these units.
    func write(_ roster: Roster, units: [Ordinal<Rosters.Unit>], to out: String?) throws -> Int {
        let target = out ?? folder
        var files = FilesTogether()
        for unit in units {
            let draft = draft(of: unit)
            let known = out == nil ? roster.table(of: unit)?.file : nil
            let path = known.flatMap { $0.contains("/") ? $0 : nil } ?? "\(target)/\(place[unit].id).csv"
            files.add(draft.text(with: roster.assignments), to: path)
        }
        // The folder that is written can be checked like the one that was read.
        if out != nil, !FileManager.default.fileExists(atPath: "\(target)/period.yaml"),
            let source = SourceFile(reading: "\(folder)/period.yaml")
        {
            files.add(String(decoding: source.bytes, as: UTF8.self), to: "\(target)/period.yaml")
        }
        return try files.write(in: target).count { $0.hasSuffix(".csv") }
    }
}
