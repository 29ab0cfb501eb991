import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import RosterFiles
import Rosters
import Wording

/// What a caller said, as options; what is left out is 未掌握.
struct FactOptions: ParsableArguments {
    @Option(help: "事件概况 / what happened")
    var what: String?

    @Option(name: .customLong("where"), help: "地点 / where")
    var place: String?

    @Option(help: "承办单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(help: "类别（可用中文）/ category: nature|accident|health|security")
    var category: String?

    @Option(help: "类型，如 危险化学品 / type")
    var type: String?

    @Option(help: "事发时间 / when it happened")
    var happened: String?

    @Option(help: "接报时间（默认现在）/ when it was received (default: now)")
    var received: String?

    @Option(help: "死亡人数 / dead")
    var dead: String?

    @Option(help: "失踪人数 / missing")
    var missing: String?

    @Option(help: "重伤人数（含急性工业中毒）/ seriously injured (incl. acute industrial poisoning)")
    var serious: String?

    @Option(help: "轻伤人数 / slightly injured")
    var slight: String?

    @Option(help: "直接经济损失（元）/ direct loss in yuan")
    var loss: String?

    @Option(help: "信息来源 / source")
    var source: String?

    @Option(help: "报告人（可删除，台账只存哈希）/ informant (erasable; the ledger keeps a hash)")
    var informant: String?

    @Option(name: .customLong("by"), help: "记录人 / recorded by")
    var person: String?

    func casualties() throws -> Casualties {
        Casualties(
            dead: try count("--dead", dead), missing: try count("--missing", missing),
            serious: try count("--serious", serious), slight: try count("--slight", slight),
            lossYuan: try count("--loss", loss))
    }

    private func count(_ option: String, _ text: String?) throws -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), number >= 0 else { throw Misuse.wrongNumber(option: option, found: text) }
        return number
    }

    func knownCategory() throws -> Rosters.Category? {
        guard let category else { return nil }
        guard let known = ValueWords.category(category) else {
            throw Misuse.wrongWord(
                option: "--category", found: category,
                known: Rosters.Category.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        return known
    }
}

/// `duty report`: stores a report and starts its ladder; never refused for a missing element.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "接报：先登记，再告知 / record an incident: stored first, then people are told")

    @OptionGroup var facts: FactOptions

    @Option(help: "人工定级（特别重大|重大|较大|一般）/ chosen grade: I|II|III|IV")
    var grade: String?

    @Option(help: "人工定级的理由 / why this grade")
    var reason: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(forReport: database, output)
        let draft = try draft(open)
        let incident = try open.desk.report(draft, at: open.now)
        for doubt in IntakeDoubts(facts: draft.facts, now: open.now, place: open.lookup.place).phrases {
            output.note(doubt)
        }
        let answer = ReportAnswer(open: open, incident: incident, output: output)
        if output.isJSON { Terminal.say(try answer.json().rendered()) } else { try answer.say() }
    }

    private func draft(_ open: OpenDesk) throws -> ReportDraft {
        let lookup = open.lookup
        let chosen = try chosenGrade(lookup)
        let casualties = try facts.casualties()
        let category = try facts.knownCategory()
        let unit = try facts.unit.map(lookup.unit) ?? lookup.topUnit
        let received = try facts.received.map(lookup.instant) ?? open.now
        let recordedBy = try facts.person.map(lookup.person)
        let happened = try facts.happened.map(lookup.instant)
        let (what, place, asked) = try askForMissing(happened: happened, lookup: lookup)
        return ReportDraft(
            facts: IncidentFacts(
                what: what, place: place, unit: unit, category: category, type: facts.type, happenedAt: asked,
                receivedAt: received, recordedAt: open.now, casualties: casualties, source: facts.source,
                recordedBy: recordedBy),
            chosen: chosen, informant: facts.informant)
    }

    private func chosenGrade(_ lookup: Lookup) throws -> ChosenGrade? {
        guard let grade else { return nil }
        guard let known = ValueWords.grade(grade) else {
            throw Misuse.wrongWord(
                option: "--grade", found: grade, known: Grade.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        let reason = Self.filled(reason)
        if reason == nil { output.note(Misuse.gradeNeedsReason.phrase) }
        return ChosenGrade(grade: known, reason: reason ?? "", by: try facts.person.map(lookup.person))
    }

    /// At a terminal the few mandatory things are asked; elsewhere they must be given.
    private func askForMissing(happened: Instant?, lookup: Lookup) throws -> (String, String, Instant?) {
        let what = Self.filled(facts.what)
        let place = Self.filled(facts.place)
        if let what, let place { return (what, place, happened) }
        guard Terminal.isInteractive else { throw Misuse.missingOption(what == nil ? "--what" : "--where") }
        let known = try what ?? insist(DeskWording.promptWhat, option: "--what")
        let somewhere = try place ?? insist(DeskWording.promptWhere, option: "--where")
        return (known, somewhere, happened ?? askWhenItHappened(lookup))
    }

    private static func filled(_ text: String?) -> String? {
        text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    private func insist(_ question: Phrase, option: String) throws -> String {
        while true {
            switch Terminal.ask(output.text(question + DeskWording.required)) {
            case .text(let answer): return answer
            case .empty: continue
            case .ended: throw Misuse.missingOption(option)
            }
        }
    }

    /// Nil for an empty answer: 未掌握; an answer that is no time is asked for again.
    private func askWhenItHappened(_ lookup: Lookup) -> Instant? {
        while case .text(let text) = Terminal.ask(output.text(DeskWording.promptHappened)) {
            if let instant = lookup.zone.instant(parsing: text) { return instant }
            output.note(Misuse.wrongTime(text).phrase)
        }
        return nil
    }
}
