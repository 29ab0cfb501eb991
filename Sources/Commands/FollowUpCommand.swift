import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// `duty follow-up N`: what changed since the last report (续报), or the final report (终报).
struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up",
        abstract: "续报：只填变化的要素；终报加 --final / follow-up report: only what changed; --final for the final report")

    @Argument(help: "事件编号，如 2026-0007 / incident number")
    var number: String

    @OptionGroup var facts: FactOptions
    @OptionGroup var grade: GradeOptions

    @Flag(name: .customLong("final"), help: "这是终报 / this is the final report")
    var isFinal = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        try IncidentVerb(number: number, output: output, database: database).answer { open, number in
            let input = try input(open, number)
            return try open.desk.followUp(input, of: number, at: open.presentTime())
        }
    }

    private func input(_ open: OpenDesk, _ number: IncidentNumber) throws -> FollowUpInput {
        guard let incident = try open.store.incident(number) else {
            throw Misuse.unknownIncident(number.description)
        }
        var update = try facts.update(open.lookup)
        var caller = facts.caller
        let by = try facts.person.map(open.lookup.person)
        let hasGrade = grade.grade != nil || grade.item != nil
        if update.isEmpty, caller == nil, !hasGrade, !isFinal, Terminal.isInteractive {
            var interview = Interview(lookup: open.lookup, output: output)
            interview.complete(&update, mustKnow: false)
            caller = interview.completed(caller)
        }
        let changed = incident.facts.updated(by: update)
        let chosen = try grade.chosen(by: by, checklist: incident.policy.checklist(for: changed), output)
        guard !update.isEmpty || chosen != nil || caller != nil || isFinal else { throw Misuse.nothingToFollowUp }
        let received = try facts.received.map(open.lookup.instant) ?? open.now
        for doubt in IntakeDoubts(facts: changed, now: open.now, place: open.lookup.place).phrases {
            output.note(doubt)
        }
        return FollowUpInput(
            update: update, chosen: chosen, by: by, receivedAt: received, isFinal: isFinal, caller: caller)
    }
}
