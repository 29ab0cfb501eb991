import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Rosters
import Wording

/// Which report's text `show --text` prints.
enum ReportKind: String, ExpressibleByArgument, CaseIterable {
    case first
    case followUp = "follow-up"
    case final
}

extension UnitStyle: ExpressibleByArgument {}

/// `duty show N`: the facts, where it stands, and what happened when; or the text of a report to be sent.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "查看一个事件的全部经过，或打印首报、续报、终报文稿 / one incident and its timeline, or a report's text")

    @OptionGroup var incident: IncidentOptions

    @Option(help: "打印报告文稿：first 首报|follow-up 续报|final 终报 / print the text of a report")
    var text: ReportKind?

    @Option(name: .customLong("number"), help: "第几次续报（默认最近一次）/ which follow-up (default: the latest)")
    var ordinal: Int?

    @Option(help: "单位写法：short 简称|full 全称 / units by short or full name")
    var unitStyle: UnitStyle = .full

    func run() throws {
        let (open, number) = try incident.open()
        guard let found = try open.store.incident(number) else { throw Misuse.unknownIncident(number.description) }
        let entries = try open.store.ledger(of: number)
        if let text {
            try say(text, of: found, entries, open)
        } else if incident.output.isJSON {
            Terminal.say(try json(found, entries, open).rendered())
        } else {
            try say(found, entries, open)
        }
        open.warn(incident.output, about: number)
    }

    private func say(_ kind: ReportKind, of found: Incident, _ entries: [LedgerEntry], _ open: OpenDesk) throws {
        let report = ReportText(
            incident: found, entries: entries, names: open.lookup.names, zone: open.lookup.zone, style: unitStyle,
            isDrill: open.store.clock.isDrill, now: open.now)
        let phrase: Phrase? =
            switch kind {
            case .first: report.first
            case .followUp: report.followUp(ordinal)
            case .final: report.final
            }
        guard let phrase else { throw Refusal.noFollowUp(found.number.description) }
        if incident.output.isJSON {
            Terminal.say(
                JSON.object([
                    "incident": .text(found.number.description), "kind": .text(kind.rawValue),
                    "text": .text(incident.output.text(phrase)), "drill": .flag(open.store.clock.isDrill),
                ]).rendered())
        } else {
            incident.output.say(phrase)
        }
    }

    private func say(_ found: Incident, _ entries: [LedgerEntry], _ open: OpenDesk) throws {
        let output = incident.output
        let zone = open.lookup.zone
        let names = open.lookup.names
        output.say(
            open.mark + Phrase(zh: "事件 \(found.number)  ", en: "Incident \(found.number)  ")
                + found.statePhrase)
        if found.escalation.isUnreachable { output.say(open.mark + DeskWording.unreachable) }
        if found.escalation.isUnroutable { output.say(open.mark + DeskWording.unroutable) }
        for line in IncidentWording(incident: found, zone: zone, names: names).lines { output.say(Phrase("  ") + line) }
        if let next = found.escalation.nextStepAt {
            output.say(Phrase("  ") + DeskWording.nextStep(at: zone.civil(next)))
        }
        if let ask = found.escalation.askAgainAt {
            output.say(Phrase("  ") + DeskWording.askAgain(at: zone.civil(ask)))
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
        var fields = common.summary.filled(with: common.facts)
        let records = RecordWording(names: open.lookup.names)
        fields["timeline"] = .list(
            entries.map {
                .object([
                    "seq": .number($0.sequence), "at": .text(zone.iso($0.at)),
                    "text": .text(records.text($0.record).text(in: incident.output.resolvedLanguage)),
                ])
            })
        fields["reports"] = .list(
            entries.compactMap { entry -> JSON? in
                guard case .reportedUp(let report, let clocks) = entry.record else { return nil }
                return .object([
                    "to": .text(report.to), "over": .text(report.over.rawValue), "at": .text(zone.iso(report.at)),
                    "by": .text(report.by.text), "confirmed_by": .optional(report.confirmedBy),
                    "clocks": .list(clocks.map(JSON.number)),
                ])
            })
        fields["messages"] = .list(
            try open.store.messages(of: found.number).map {
                .object([
                    "message": .text($0.id.text), "person": .text($0.recipient.text), "post": .optional($0.post?.text),
                    "channel": .text($0.channel.name.text), "state": .text($0.state.rawValue),
                    "attempts": .number($0.attempts), "round": .number($0.round), "step": .number($0.step),
                    "notice": .optional($0.notice?.text),
                ])
            })
        return .object(fields)
    }
}
