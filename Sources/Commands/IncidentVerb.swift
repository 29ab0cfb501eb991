import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Wording

/// The incident that a verb is about, and how it answers.
struct IncidentOptions: ParsableArguments {
    @Argument(help: "事件编号，如 2026-0007 / incident number")
    var number: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func open() throws -> (OpenDesk, IncidentNumber) {
        let number = try Lookup.number(number)
        return (try OpenDesk(database, incident: number), number)
    }

    func answer(_ verb: (OpenDesk, IncidentNumber) throws -> Incident) throws {
        try IncidentVerb(number: number, output: output, database: database).answer(verb)
    }
}

/// Runs a verb on an incident and prints what came of it: every entry that the ledger gained, and where it stands.
struct IncidentVerb {
    let number: String
    let output: OutputOptions
    let database: DatabaseOptions

    func answer(_ verb: (OpenDesk, IncidentNumber) throws -> Incident) throws {
        let number = try Lookup.number(number)
        let open = try OpenDesk(database, incident: number)
        let before = try open.store.ledger(of: number).last?.sequence ?? 0
        let incident = try withNames(of: open) { try verb(open, number) }
        let wording = RecordWording(names: open.lookup.names)
        let gained = try open.store.ledger(of: number).filter { $0.sequence > before }.map { wording.text($0.record) }
        if output.isJSON {
            let json = IncidentJSON(incident: incident, zone: open.lookup.zone, isDrill: open.store.clock.isDrill)
            let reasons = JSON.list(gained.map { .text(output.text($0)) })
            Terminal.say(JSON.object(json.summary.filled(with: ["reasons": reasons])).rendered())
        } else {
            output.say(open.mark + Phrase("\(incident.number) ") + incident.statePhrase)
            for entry in gained { output.say(Phrase("  ") + entry) }
        }
        open.warn(output, about: number)
    }

    /// A conflict that names people by their names.
    private func withNames<Answer>(of open: OpenDesk, _ verb: () throws -> Answer) throws -> Answer {
        do {
            return try verb()
        } catch let conflict as IncidentConflict {
            throw Refusal.conflict(conflict, names: open.lookup.names)
        }
    }
}
