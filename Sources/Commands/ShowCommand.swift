import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Rosters
import Wording

/// `duty show N`: the facts, where it stands, and what happened when.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "查看一个事件的全部经过 / one incident and its timeline")

    @OptionGroup var incident: IncidentOptions

    func run() throws {
        let (open, number) = try incident.open()
        guard let found = try open.store.incident(number) else { throw Misuse.unknownIncident(number.description) }
        let entries = try open.store.ledger(of: number)
        if incident.output.isJSON {
            Terminal.say(try json(found, entries, open).rendered())
        } else {
            try say(found, entries, open)
        }
        try open.warnWithoutEngine(incident.output, about: number)
    }

    private func say(_ found: Incident, _ entries: [LedgerEntry], _ open: OpenDesk) throws {
        let output = incident.output
        let zone = open.lookup.zone
        let names = open.lookup.names
        output.say(
            open.mark + Phrase(zh: "事件 \(found.number)  ", en: "Incident \(found.number)  ")
                + found.escalation.phase.phrase)
        if found.escalation.isUnreachable { output.say(open.mark + DeskWording.unreachable) }
        if found.escalation.isUnroutable { output.say(open.mark + DeskWording.unroutable) }
        let wording = IncidentWording(facts: found.facts, grading: found.grading, zone: zone, names: names)
        for line in wording.lines { output.say(Phrase("  ") + line) }
        if let informant = found.informant {
            output.say(Phrase(zh: "  报告人：\(informant)", en: "  Informant: \(informant)"))
        }
        if let next = found.escalation.nextStepAt {
            output.say(Phrase("  ") + DeskWording.nextStep(at: zone.civil(next)))
        }
        let deadlines = open.deadlines(of: found)
        if !deadlines.isEmpty { output.say(Phrase("  ") + DeskWording.reportedUpward + Phrase(zh: "：", en: ":")) }
        for deadline in deadlines {
            output.say(Phrase("    ") + DeskWording.deadline(deadline, zone: zone, names: names))
        }
        Terminal.say("")
        output.say(DeskWording.timeline)
        let records = RecordWording(names: names)
        for entry in entries {
            output.say(Phrase("  \(zone.civil(entry.at))  ") + records.text(entry.record))
        }
    }

    private func json(_ found: Incident, _ entries: [LedgerEntry], _ open: OpenDesk) throws -> JSON {
        let zone = open.lookup.zone
        let common = IncidentJSON(incident: found, zone: zone, isDrill: open.store.clock.isDrill)
        var fields = common.summary.merging(common.facts) { first, _ in first }
        let records = RecordWording(names: open.lookup.names)
        fields["deadlines"] = .list(open.deadlines(of: found).map { IncidentJSON.deadline($0, zone: zone) })
        fields["timeline"] = .list(
            entries.map {
                .object([
                    "seq": .number($0.sequence), "at": .text(zone.iso($0.at)),
                    "text": .text(records.text($0.record).text(in: incident.output.resolvedLanguage)),
                ])
            })
        fields["messages"] = .list(
            try open.store.messages(of: found.number).map {
                .object([
                    "message": .text($0.id.text), "person": .text($0.recipient.text), "post": .optional($0.post?.text),
                    "channel": .text($0.channel.name.text), "state": .text($0.state.rawValue),
                    "attempts": .number($0.attempts), "round": .number($0.round), "step": .number($0.step),
                ])
            })
        return .object(fields)
    }
}

/// `duty list`: open incidents, or all of them.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "事件清单 / the incidents")

    @Flag(name: .customLong("all"), help: "含已办结 / closed ones too")
    var isAll = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(database, output)
        let incidents = try open.store.incidents(includingClosed: isAll)
        if output.isJSON {
            let list = incidents.map { incident -> JSON in
                let json = IncidentJSON(incident: incident, zone: open.lookup.zone, isDrill: open.store.clock.isDrill)
                return .object(json.summary.merging(json.facts) { first, _ in first })
            }
            Terminal.say(try JSON.list(list).rendered())
        } else {
            if incidents.isEmpty { output.say(open.mark + DeskWording.nothingHere) }
            for incident in incidents { output.say(line(incident, open)) }
        }
        try open.warnWithoutEngine(output)
    }

    private func line(_ incident: Incident, _ open: OpenDesk) -> Phrase {
        let grade = incident.grading.grade?.phrase ?? Phrase(zh: "未定级", en: "not graded")
        let loud = incident.escalation.isUnreachable ? Phrase(zh: " 告知未落实！", en: " UNREACHABLE!") : Phrase("")
        return open.mark + Phrase("\(incident.number)  ") + incident.escalation.phase.phrase + loud + Phrase("  ")
            + grade
            + Phrase(
                "  \(open.lookup.zone.civil(incident.facts.receivedAt))  \(incident.facts.what)，\(incident.facts.place)"
            )
    }
}
