import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// `duty report`: stores a report and starts its ladder; never refused for a missing element.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "接报：先登记，再告知 / record an incident: stored first, then people are told")

    @OptionGroup var facts: FactOptions
    @OptionGroup var grade: GradeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(forReport: database, output)
        let draft = try draft(open)
        let outcome = try open.desk.report(draft, at: draft.facts.recordedAt)
        for doubt in IntakeDoubts(facts: draft.facts, now: open.now, place: open.lookup.place).phrases {
            output.note(doubt)
        }
        ReportAnswer(open: open, outcome: outcome, output: output).say()
    }

    private func draft(_ open: OpenDesk) throws -> ReportDraft {
        let lookup = open.lookup
        var update = try facts.update(lookup)
        var caller = facts.caller
        let by = try facts.person.map(lookup.person)
        let received = try facts.received.map(lookup.instant) ?? open.now
        if update.what == nil || update.place == nil, Terminal.isInteractive {
            var interview = Interview(lookup: lookup, output: output)
            interview.complete(&update, mustKnow: true)
            caller = interview.completed(caller)
        }
        guard let what = update.what else { throw Misuse.missingOption("--what") }
        guard let place = update.place else { throw Misuse.missingOption("--where") }
        let home = HomeUnit(given: update.unit, place: place, lookup: lookup)
        let known = IncidentFacts(
            what: what, place: place, unit: home.unit, category: update.category, type: update.type, happenedAt: nil,
            receivedAt: received, recordedAt: try open.presentTime(), recordedBy: by
        ).updated(by: update)
        return ReportDraft(
            facts: known, chosen: try grade.chosen(by: by, checklist: open.checklist(for: known), output),
            caller: caller, territory: home.territory)
    }
}
