import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// `duty who`: who is on duty at an instant, from the versions in force.
struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who", abstract: "查当班人员 / who is on duty")

    @Option(name: .customLong("at"), help: "时间，如 2026-02-17T03:12（默认现在）/ instant (default: now)")
    var at: String?

    @Option(help: "单位 / unit")
    var unit: String?

    @Option(help: "岗位 / post")
    var post: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try unit.flatMap { try OpenDesk(database, output, around: $0, at: at) } ?? OpenDesk(database, output)
        let instant = try at.map(open.lookup.instant) ?? open.now
        let unitID = try unit.map(open.lookup.unit)
        let postKey = try post.map(open.lookup.post)
        let duties = try open.duties(at: instant, unit: unitID)
        let rows = duties.map { (place: $0.board.place, staffed: $0.board.posts(unit: unitID, post: postKey)) }
        let staffed = rows.flatMap(\.staffed)
        if output.isJSON {
            Terminal.say(json(staffed, zone: open.lookup.zone).rendered())
        } else if !staffed.isEmpty {
            output.say(open.mark + DeskWording.onDuty(at: open.lookup.zone.civil(instant)))
            for (place, staffed) in rows {
                for line in lines(staffed, lookup: Lookup(place: place)) { Terminal.say(line) }
            }
        }
        for (board, _) in duties { sayDeputies(of: board, unit: unitID, open) }
        try sayWarnings(open, at: instant)
        try open.warnWithoutEngine(output)
        guard staffed.isEmpty else { return }
        let known = duties.contains { $0.board.isInPeriod } ? Refusal.nobodyOnDuty.phrase : DeskWording.noRosterThen
        output.note(open.mark + Phrase(open.lookup.zone.civil(instant)) + Phrase(zh: "，", en: ": ") + known)
        sayWhomToCall(unitID ?? open.lookup.topUnit, duties.first?.policy ?? Policy(), lookup: open.lookup)
        throw QuietExit.didNotHold
    }

    /// Who stands in for the office of somebody of the unit who is away.
    private func sayDeputies(of board: DutyBoard, unit: UnitID?, _ open: OpenDesk) {
        guard let place = board.place else { return }
        let wording = ChangeWording(names: Names(place: place))
        for deputy in board.deputies {
            let home = place.person(deputy.standIn.person).map { place[place[$0].unit].id }
            guard unit == nil || unit == home else { continue }
            let line = open.mark + wording.deputy(deputy)
            if output.isJSON { output.note(line) } else { output.say(line) }
        }
    }

    /// Standing warnings, and the posts that they put on standby.
    private func sayWarnings(_ open: OpenDesk, at instant: Instant) throws {
        for incident in try open.store.incidents(includingClosed: false) {
            guard let warning = incident.facts.warning, warning.stands(at: instant) else { continue }
            let posts = incident.notices.filter { $0.notice == .standby }.compactMap(\.post)
            output.note(
                open.mark
                    + DeskWording.standingWarning(
                        incident.number, incident.facts, posts: posts, names: open.lookup.names))
        }
    }

    private func json(_ staffed: [StaffedPost], zone: Zone) -> JSON {
        .list(
            staffed.map {
                .object([
                    "unit": .text($0.unit.text), "post": .text($0.post.text),
                    "people": .list($0.people.map { .text($0.text) }), "from": .text(zone.iso($0.interval.start)),
                    "to": .text(zone.iso($0.interval.end)), "stand_ins": standIns($0),
                ])
            })
    }

    private func standIns(_ staffed: StaffedPost) -> JSON {
        .list(
            staffed.people.compactMap { person in
                staffed.standIns[person].map {
                    .object([
                        "person": .text(person.text), "for": .text($0.person.text),
                        "change": .text($0.change.description), "approved_by": .text($0.approvedBy.text),
                    ])
                }
            })
    }

    private func lines(_ staffed: [StaffedPost], lookup: Lookup) -> [String] {
        let names = lookup.names
        let rows = staffed.map { row in
            let people = row.people.map { id in
                ([names.person(id)] + names.phones(.person(id)).prefix(1)).joined(separator: " ")
                    + standIn(row.standIns[id], names: names)
            }
            return [
                names.unit(row.unit), names.post(row.post), lookup.zone.span(row.interval),
                people.joined(separator: "、"),
            ]
        }
        let widths = (0..<3).map { column in rows.map { Terminal.width(of: $0[column]) }.max() ?? 0 }
        return rows.map { row in
            "  " + zip(row, widths).map { Terminal.padded($0, to: $1) }.joined(separator: "  ") + "  " + row[3]
        }
    }

    /// `（替孙丽，李建国批准，c1）` where somebody stands in.
    private func standIn(_ standIn: StandIn?, names: Names) -> String {
        standIn.map {
            let text = ChangeWording(names: names).standIn($0)
            return output.text(Phrase(zh: "（\(text.zh)）", en: " (\(text.en))"))
        } ?? ""
    }

    /// The unit's duty phone, then the fallback: the way of a report when no roster says who.
    private func sayWhomToCall(_ unit: UnitID?, _ policy: Policy, lookup: Lookup) {
        let phone = unit.map { Recipient.phone($0) }.flatMap { lookup.names.phones($0).first == nil ? nil : $0 }
        if let phone { output.note(DeskWording.call(lookup.names, phone)) }
        let people = policy.fallback.compactMap(Recipient.init(fallback:)).map { DeskWording.call(lookup.names, $0) }
        output.note(
            people.isEmpty ? DeskWording.noFallback : DeskWording.fallback + people.joined(zh: "；", en: "; "))
    }
}
