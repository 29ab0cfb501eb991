import Calendars
import Foundation
import Planning
import RosterFiles
import RosterRules
import Rosters
import Wording

/// `plan --repair PERSON --from DATE`: the least change, told as a list, and other ways beside it.
struct PlanRepairer {
    let desk: PlanDesk
    let command: PlanCommand

    private static let mostWays = 3
    /// Seconds for all of it, where nobody says.
    private static let patience = 1.0

    func run() throws {
        let clock = ContinuousClock()
        let begun = clock.now
        func seconds() -> Double {
            (clock.now - begun).inSeconds
        }
        let limit = try limit()
        let repair = RepairDesk(desk.request, absences: try absences(), from: try begin())
        let repairs = repair.ways(most: Self.mostWays, seed: command.effort.seed) { steps in
            switch limit {
            case .steps(let most): steps < most
            case .seconds(let most): steps % 64 != 0 || seconds() < most
            }
        }
        let tables = try repairs.first.flatMap(write)
        if desk.output.isJSON {
            Terminal.say(json(repairs, seconds: seconds()).rendered())
        } else {
            print(repairs, tables: tables)
        }
        if repairs.first?.isComplete == false { throw QuietExit.didNotHold }
    }

    private func limit() throws -> PlanRun.Limit {
        let limit = try command.effort.limit()
        return command.effort.seconds == nil && command.effort.steps == nil ? .seconds(Self.patience) : limit
    }

    /// Every table of the roster, so that the folder that is written can be checked; how many, nil for none.
    private func write(_ repair: Repair) throws -> Int? {
        guard let out = command.out, !repair.changes.isEmpty else { return nil }
        let units = repair.roster.tables.map(\.unit) + repair.roster.assignments.map(\.unit)
        return try desk.write(repair.roster, units: units.uniqued(), to: out)
    }

    // MARK: - Who is away

    private func absences() throws -> [Absence] {
        var absences: [Absence] = []
        if let file = command.absences {
            guard let source = SourceFile(reading: file) else { throw PlanMisuse.noSuchFile(file) }
            let (read, diagnostics) = PlaceReader.absences(in: source, of: desk.place)
            guard diagnostics.isEmpty else { throw desk.output.refuse(diagnostics) }
            absences = read
        }
        return try absences + (command.repair.map { [try absence(of: $0)] } ?? [])
    }

    private func absence(of word: String) throws -> Absence {
        guard let person = desk.place.person(try Lookup(place: desk.place).person(word)) else {
            throw Misuse.missingOption("--repair")
        }
        guard let start = try begin() else { throw Misuse.missingOption("--from") }
        let zone = desk.place.zone
        let end = try command.to.map { try instant($0, endsDay: true) } ?? max(desk.loaded.book.window.end, start)
        guard end > start || command.to == nil else { throw Misuse.endBeforeStart }
        let last = max(end, zone.startOfDay(zone.date(of: start) + 1))
        return Absence(person: person, interval: Interval(start: start, end: last), reason: "")
    }

    private func begin() throws -> Instant? { try command.from.map { try instant($0, endsDay: false) } }

    /// A date means the whole day.
    private func instant(_ text: String, endsDay: Bool) throws -> Instant {
        let zone = desk.place.zone
        if let date = CivilDate(text) { return zone.startOfDay(endsDay ? date + 1 : date) }
        guard let instant = zone.instant(parsing: text) else { throw PlanMisuse.wrongDate(text) }
        return instant
    }

    // MARK: - Output

    private func print(_ repairs: [Repair], tables: Int?) {
        let wording = RepairWording(place: desk.place)
        desk.output.say(desk.wording.title(desk.period))
        for (number, repair) in repairs.enumerated() {
            for phrase in wording.lines(repair, number: number + 1, of: repairs.count) { desk.output.say(phrase) }
        }
        guard let first = repairs.first, !first.changes.isEmpty else { return }
        for phrase in PlanNotes(place: desk.place).unfilled(first) { desk.output.say(phrase) }
        if let out = command.out, let tables {
            desk.output.say(desk.wording.written(tables, to: out))
        } else {
            desk.output.say(RepairWording.notWritten)
        }
    }

    private func json(_ repairs: [Repair], seconds: Double) -> JSON {
        let ways = repairs.map { repair in
            let reasons = repair.exclusions
            return JSON.list(
                repair.changes.map { one in change(one, reasons.first { $0.change == one }?.reasons) })
        }
        return .object([
            "period": .text(desk.period), "changes": ways.first ?? .list([]),
            "alternatives": .list(Array(ways.dropFirst())),
            "alternatives_complete": .list(repairs.dropFirst().map { .flag($0.isComplete) }),
            "complete": .flag(repairs.first?.isComplete ?? true),
            "seconds": .decimal(seconds),
        ])
    }

    private func change(_ change: Repair.Change, _ reasons: [Exclusion]?) -> JSON {
        guard case .object(var fields) = PlanJSON.slot(change.slot, in: desk.place) else { return .null }
        let people = [change.from, change.to].compactMap { $0 }.map { JSON.text(desk.place[$0].id.text) }
        fields["instead_of"] = .optional(change.from.map { desk.place[$0].id.text })
        fields["person"] = .optional(change.to.map { desk.place[$0].id.text })
        fields["tell"] = .list(people)
        if let reasons { fields["excluded"] = PlanJSON.excluded(reasons, in: desk.place, desk.output) }
        return .object(fields)
    }
}
