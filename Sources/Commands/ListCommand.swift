import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Wording

/// `duty list`: open incidents, or all of them.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "事件清单 / the incidents")

    @Flag(name: .customLong("all"), help: "含已办结 / closed ones too")
    var isAll = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(database, output)
        let list = try open.store.incidentList(includingClosed: isAll)
        let incidents = list.readable
        if output.isJSON {
            let list = incidents.map { incident -> JSON in
                let json = IncidentJSON(incident: incident, zone: open.lookup.zone, isDrill: open.store.clock.isDrill)
                return .object(json.summary.filled(with: json.facts))
            }
            Terminal.say(JSON.list(list).rendered())
        } else {
            if incidents.isEmpty, list.unreadable.isEmpty { output.say(open.mark + DeskWording.nothingHere) }
            for incident in incidents { output.say(line(incident, open)) }
        }
        open.warn(output, among: list)
        if !list.unreadable.isEmpty { throw QuietExit(code: 3) }
    }

    private func line(_ incident: Incident, _ open: OpenDesk) -> Phrase {
        let grade = incident.grading.grade?.phrase ?? Phrase(zh: "未定级", en: "not graded")
        let loud = incident.escalation.isUnreachable ? Phrase(zh: " 告知未落实！", en: " UNREACHABLE!") : Phrase("")
        return open.mark + Phrase("\(incident.number)  ") + incident.statePhrase + loud + Phrase("  ")
            + grade
            + Phrase("  \(open.lookup.zone.civil(incident.facts.receivedAt))  \(incident.facts.what)")
            + Phrase(zh: "，", en: ", ") + Phrase(incident.facts.place)
    }
}
