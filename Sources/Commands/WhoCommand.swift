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
        let rows = try duties.map { duty in
            (place: duty.board.place, posts: try WhoRow.all(duty.board, unit: unitID, post: postKey, from: open.store))
        }
        let posts = rows.flatMap(\.posts)
        if output.isJSON {
            Terminal.say(JSON.list(posts.map { $0.json(open.lookup.zone) }).rendered())
        } else if !posts.isEmpty {
            output.say(open.mark + DeskWording.onDuty(at: open.lookup.zone.civil(instant)))
            for (place, posts) in rows {
                for line in lines(posts, lookup: Lookup(place: place)) { Terminal.say(line) }
            }
        }
        for (board, _) in duties { sayDeputies(of: board, unit: unitID, open) }
        try sayWarnings(open, at: instant)
        open.warn(output)
        guard posts.allSatisfy(\.staffed.people.isEmpty) else { return }
        let known = duties.contains { $0.board.isInPeriod } ? Refusal.nobodyOnDuty.phrase : DeskWording.noRosterThen
        output.note(open.mark + Phrase(open.lookup.zone.civil(instant)) + Phrase(zh: "，", en: ": ") + known)
        // Whoever is called instead may belong to any unit.
        let whole = Lookup(places: try open.store.places())
        sayWhomToCall(unitID ?? whole.topUnit, duties.first, lookup: whole)
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
        for incident in try open.store.incidentList(includingClosed: false).readable {
            guard let warning = incident.facts.warning, warning.stands(at: instant) else { continue }
            let posts = incident.notices.filter { $0.notice == .standby }.compactMap(\.post)
            output.note(
                open.mark
                    + DeskWording.standingWarning(
                        incident.number, incident.facts, posts: posts, names: open.lookup.names))
        }
    }

    private func lines(_ posts: [WhoRow], lookup: Lookup) -> [String] {
        let names = lookup.names
        let rows = posts.map { row in
            let staffed = row.staffed
            let people = staffed.people.map { id in
                ([names.person(id)] + names.phones(.person(id)).prefix(1)).joined(separator: " ")
                    + standIn(staffed.standIns[id], names: names)
            }
            let gap = row.missing > 0 ? [DeskWording.vacant(row.missing)] : []
            return [
                names.unit(staffed.unit), names.post(staffed.post),
                lookup.zone.span(staffed.interval),
                output.text((people.map { Phrase($0) } + gap).joined()),
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
    private func sayWhomToCall(_ unit: UnitID?, _ duty: (board: DutyBoard, policy: Policy)?, lookup: Lookup) {
        let phone = unit.map { Recipient.phone($0) }.flatMap { lookup.names.phones($0).first == nil ? nil : $0 }
        if let phone { output.note(DeskWording.call(lookup.names, phone)) }
        let fallback = duty?.policy.fallback.compactMap { Recipient(fallback: $0, now: duty?.board) } ?? []
        let people = fallback.map { DeskWording.call(lookup.names, $0) }
        output.note(
            people.isEmpty ? DeskWording.noFallback : DeskWording.fallback + people.joined(zh: "；", en: "; "))
    }
}
