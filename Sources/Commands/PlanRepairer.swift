import Calendars
import Foundation
import Planning
import RosterFiles
import Rosters
import Wording

/// `plan --repair PERSON --from DATE`: the least change, told as a list, and other ways beside it.
struct PlanRepairer {
    let desk: PlanDesk
    let command: PlanCommand

    private static let mostWays = 3
    /// Seconds for each search of a way.
    private static let patience = 0.25

    func run() throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let absences = try absences()
        let repairs = ways(RepairDesk(desk.request, absences: absences))
        let time = (clock.now - begun).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        let isComplete = repairs.first.map { $0.changes.allSatisfy { $0.to != nil } } ?? true
        if let out = command.out, let first = repairs.first {
            let roster = first.model.roster(of: first.plan)
            _ = try desk.write(roster, of: first.model, to: out)
        }
        if desk.output.isJSON {
            Terminal.say(json(repairs, seconds: seconds, isComplete: isComplete).rendered())
        } else {
            print(repairs)
        }
        if !isComplete { throw QuietExit.didNotHold }
    }

    private func absences() throws -> [Absence] {
        if let file = command.absences {
            guard let source = SourceFile(reading: file) else { throw Misuse.unreadableFile(file, "") }
            let (absences, diagnostics) = PlaceReader.absences(in: source, of: desk.place)
            guard diagnostics.isEmpty else { throw desk.output.refuse(diagnostics) }
            return absences
        }
        let lookup = Lookup(place: desk.place)
        guard let word = command.repair, let person = desk.place.person(try lookup.person(word)) else {
            throw Misuse.missingOption("--repair")
        }
        guard let from = command.from else { throw Misuse.missingOption("--from") }
        let zone = desk.place.zone
        let start = try instant(from, endsDay: false)
        let end = try command.to.map { try instant($0, endsDay: true) } ?? max(desk.loaded.book.window.end, start)
        guard end > start || command.to == nil else { throw Misuse.endBeforeStart }
        let last = max(end, zone.startOfDay(zone.date(of: start) + 1))
        return [Absence(person: person, interval: Interval(start: start, end: last), reason: "")]
    }

    /// A date means the whole day.
    private func instant(_ text: String, endsDay: Bool) throws -> Instant {
        let zone = desk.place.zone
        if let date = CivilDate(text) { return zone.startOfDay(endsDay ? date + 1 : date) }
        guard let instant = zone.instant(parsing: text) else { throw Misuse.wrongTime(text) }
        return instant
    }

    /// Holes filled by people who keep all they had, else with others moved; then ways that differ.
    private func ways(_ repair: RepairDesk) -> [Repair] {
        var found: [Repair] = []
        for model in [repair.narrow(), repair.wide()] {
            while found.count < Self.mostWays {
                let way = search(model, repair, avoiding: found)
                let isNew = !found.contains { Set($0.changes) == Set(way.changes) }
                guard isNew, way.changes.allSatisfy({ $0.to != nil }) || found.isEmpty else { break }
                found.append(way)
                if !way.changes.allSatisfy({ $0.to != nil }) { break }
            }
            // One that leaves a hole gives way to one that moves others.
            let whole = found.filter { $0.changes.allSatisfy { $0.to != nil } }
            if !whole.isEmpty { return whole.sorted { $0.changes.count < $1.changes.count } }
        }
        return Array(found.suffix(1))
    }

    private func search(_ model: PlanModel, _ repair: RepairDesk, avoiding found: [Repair]) -> Repair {
        let limit = PlanRun.Limit.seconds(command.effort.seconds ?? Self.patience)
        let run = PlanRun(
            model.avoiding(found), seed: command.effort.seed, limit: command.effort.steps.map { .steps($0) } ?? limit,
            from: repair.start(of: model))
        return repair.repair(run.run().plan, of: model)
    }

    private func print(_ repairs: [Repair]) {
        let wording = RepairWording(place: desk.place)
        desk.output.say(desk.wording.title(desk.period))
        for (number, repair) in repairs.enumerated() {
            for phrase in wording.lines(repair, number: number + 1, of: repairs.count) { desk.output.say(phrase) }
        }
        desk.output.say(
            command.out.map { desk.wording.written(repairs.isEmpty ? 0 : 1, to: $0) } ?? RepairWording.notWritten)
    }

    private func json(_ repairs: [Repair], seconds: Double, isComplete: Bool) -> JSON {
        let ways = repairs.map { repair in JSON.list(repair.changes.map(change)) }
        return .object([
            "period": .text(desk.period), "changes": ways.first ?? .list([]),
            "alternatives": .list(Array(ways.dropFirst())), "complete": .flag(isComplete), "seconds": .decimal(seconds),
        ])
    }

    private func change(_ change: Repair.Change) -> JSON {
        guard case .object(var fields) = PlanJSON.slot(change.slot, in: desk.place) else { return .null }
        let people = [change.from, change.to].compactMap { $0 }.map { JSON.text(desk.place[$0].id.text) }
        fields["instead_of"] = .optional(change.from.map { desk.place[$0].id.text })
        fields["person"] = .optional(change.to.map { desk.place[$0].id.text })
        fields["tell"] = .list(people)
        return .object(fields)
    }
}
