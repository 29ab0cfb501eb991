import Calendars
import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// The duty log of a unit's shift: who stood, what was written, what was reported, how it was handed over.
struct LogPage {
    let open: OpenDesk
    let unit: UnitID
    let shift: Interval
    let staffed: [StaffedPost]
    private let log: DutyLog
    private let entries: [LogEntry]
    private let incidents: [Incident]
    private let handovers: [Handover]

    init(open: OpenDesk, unit: UnitID, shift: Interval, staffed: [StaffedPost]) throws {
        self.open = open
        self.unit = unit
        self.shift = shift
        self.staffed = staffed
        self.log = try open.store.dutyLog()
        self.entries = log.entries(of: unit, in: shift)
        self.incidents = try open.store.incidentList(includingClosed: true).readable
            .filter { $0.facts.unit == unit && shift.contains($0.facts.receivedAt) }
        // Whoever came early took over a while after the shift began.
        let beginning = Interval(start: shift.start, end: shift.start + Handover.earliest + .seconds(1))
        self.handovers = try open.store.handovers(of: unit, around: shift.start)
            .filter { beginning.contains($0.change.at) || $0.change.at == shift.end }
    }

    private var names: Names { open.names(of: unit) }

    func lines(in language: Language) -> [Phrase] {
        let wording = DutyLogWording(names: names)
        let rows = entries.map { wording.cells($0, in: log) }
        let written = rows.isEmpty ? [Phrase("  ") + DutyLogWording.empty] : WatchAnswer.table(rows, in: language)
        let reported = incidents.map {
            Phrase("  \($0.number)  \(open.lookup.zone.short($0.facts.receivedAt))  \($0.facts.what)  ")
                + $0.statePhrase
        }
        let handed = handovers.map { Phrase("  ") + HandoverWording(names: names).line($0) }
        return [wording.title(unit, shift)] + wording.people(staffed).map { Phrase("  ") + $0 } + [Phrase("")] + written
            + section(DutyLogWording.incidents, reported) + section(DutyLogWording.handovers, handed)
            + [Phrase(""), DutyLogWording.signed]
    }

    private func section(_ title: Phrase, _ lines: [Phrase]) -> [Phrase] {
        lines.isEmpty ? [] : [Phrase(""), title] + lines
    }

    var json: JSON {
        let zone = open.lookup.zone
        return .object([
            "unit": .text(unit.text), "from": .text(zone.iso(shift.start)), "to": .text(zone.iso(shift.end)),
            "posts": .list(
                staffed.map {
                    .object(["post": .text($0.post.text), "people": .list($0.people.map { .text($0.text) })])
                }),
            "entries": .list(entries.map { open.json($0, in: log) }),
            "incidents": .list(incidents.map { .text($0.number.description) }),
            "handovers": .list(
                handovers.map { HandoverJSON(handover: $0, sheet: nil, now: open.now, zone: zone).value }),
        ])
    }
}

extension OpenDesk {
    func json(_ entry: LogEntry, in log: DutyLog) -> JSON {
        .object([
            "entry": .number(entry.number), "unit": .text(entry.unit.text), "text": .text(entry.text),
            "by": .text(entry.by.text), "happened": .text(lookup.zone.iso(entry.happenedAt)),
            "written": .text(lookup.zone.iso(entry.writtenAt)), "corrects": .optional(entry.corrects),
            "corrected_by": .optional(log.correction(of: entry.number)?.number),
        ])
    }
}
