import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import RosterRules
import Rosters
import Wording

/// What every change of the roster needs: who asks, why, and who approves.
struct ChangeOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: "申请人 / who asks")
    var asker: String

    @Option(help: "理由 / why")
    var reason: String

    @Option(name: .customLong("approved-by"), help: "批准人（不填则待批准）/ who approves (else it waits)")
    var approver: String?
}

/// Runs a change and prints what came of it.
struct ChangeVerb {
    let output: OutputOptions
    let database: DatabaseOptions

    func ask(
        _ options: ChangeOptions, outsiderReason: String? = nil,
        _ change: (OpenDesk, DutyFinder) throws -> RosterChange
    ) throws {
        guard filled(options.reason) != nil else { throw Misuse.missingOption("--reason") }
        try answer { open, desk in
            let by = try open.lookup.person(options.asker)
            let approver = try options.approver.map(open.lookup.person)
            let finder = DutyFinder(open: open)
            let change = try change(open, finder)
            let place = try finder.place(of: change)
            return try desk.ask(
                change, in: place, by: by, reason: options.reason, outsiderReason: outsiderReason,
                approvedBy: approver, at: open.now)
        }
    }

    func answer(_ verb: (OpenDesk, RosterDesk) throws -> ChangeOutcome) throws {
        let open = try OpenDesk(try database.openExisting())
        do {
            say(try verb(open, RosterDesk(store: open.store)), open)
        } catch let conflict as ChangeConflict {
            throw Refusal.change(ConflictPhrase(names: open.lookup.names).text(conflict))
        } catch let refused as ChangeRefused {
            let count = refused.opened.reduce(0) { $0 + $1.findings.count }
            if output.isJSON {
                let json = JSON.object(["state": .text("refused"), "findings": findings(refused.opened)])
                Terminal.say(json.rendered())
            } else {
                print(refused.opened)
            }
            throw Refusal.changeRefused(findings: count)
        }
        open.warn(output)
    }

    private func say(_ outcome: ChangeOutcome, _ open: OpenDesk) {
        if output.isJSON {
            Terminal.say(
                ChangeJSON(change: outcome.change, zone: open.lookup.zone)
                    .value(findings: findings(outcome.gaps), orphaned: outcome.orphaned).rendered())
            return
        }
        output.say(open.mark + ChangeWording(names: open.lookup.names).line(outcome.change))
        if outcome.change.state == .asked {
            let names = outcome.approvers.map { Phrase("\(open.lookup.names.person($0)) (\($0))") }
            output.say(
                Phrase(zh: "  可由以下人员批准：", en: "  who may approve: ")
                    + (names.isEmpty ? Phrase(zh: "（无人当班）", en: "(nobody on duty)") : names.joined()))
            output.say(
                Phrase(
                    zh: "  duty change approve \(outcome.change.request.number) --by 人员\(open.hint)",
                    en: "  duty change approve \(outcome.change.request.number) --by PERSON\(open.hint)"))
        }
        if !outcome.overlapping.isEmpty { output.say(ChangeWording.overlapping(outcome.overlapping)) }
        for deputy in outcome.orphaned { output.say(ChangeWording(names: open.lookup.names).orphaned(deputy)) }
        if !outcome.gaps.isEmpty {
            output.say(Phrase(zh: "由此产生缺岗：", en: "This opens gaps:"))
            print(outcome.gaps)
        }
    }

    private func print(_ opened: [(book: RosterBook, findings: [Finding])]) {
        for (book, found) in opened {
            let report = CheckReport(
                period: book.roster.period.key, window: book.window, requiredMinutes: 0, coveredMinutes: 0,
                findings: found)
            let text = CheckText(book: book, report: report, output: output)
            for group in text.groups(found) { text.say(group) }
        }
    }

    private func findings(_ opened: [(book: RosterBook, findings: [Finding])]) -> JSON {
        .list(
            opened.flatMap { book, found in
                let report = CheckReport(
                    period: book.roster.period.key, window: book.window, requiredMinutes: 0, coveredMinutes: 0,
                    findings: found)
                let json = CheckJSON(report: report, place: book.place, language: output.resolvedLanguage)
                return found.map(json.finding)
            })
    }
}

/// A change as JSON: instants are ISO 8601, people are ids.
struct ChangeJSON {
    let change: RecordedChange
    let zone: Zone
    /// Whether a newer version overtook it.
    var isLapsed = false

    func value(findings: JSON = .list([]), orphaned: [Deputy] = []) -> JSON {
        let request = change.request
        return .object([
            "change": .text(request.number.description), "kind": .text(request.change.kind.rawValue),
            "state": .text(change.state.rawValue), "lapsed": .flag(isLapsed), "place": .text(request.place),
            "from": .text(zone.iso(request.change.span.start)), "to": .text(zone.iso(request.change.span.end)),
            "people": .list(request.change.people.map { .text($0.text) }),
            "slots": .list(request.change.slots.map(slot)), "by": .text(request.askedBy.text),
            "at": .text(zone.iso(request.askedAt)), "reason": .text(request.reason),
            "outsider_reason": .optional(request.outsiderReason), "findings": findings,
            "without_deputy": .list(orphaned.map { .text($0.standIn.person.text) }),
            "decisions": .list(
                change.decisions.map {
                    .object([
                        "verdict": .text($0.verdict.rawValue), "by": .text($0.by.text), "at": .text(zone.iso($0.at)),
                        "reason": .optional($0.reason),
                    ])
                }),
        ])
    }

    private func slot(_ slot: DutySlot) -> JSON {
        .object([
            "unit": .text(slot.unit.text), "post": .text(slot.post.text), "person": .text(slot.person.text),
            "from": .text(zone.iso(slot.interval.start)), "to": .text(zone.iso(slot.interval.end)),
        ])
    }
}
