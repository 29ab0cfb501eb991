import ArgumentParser
import Calendars
import Dispatching
import Incidents
import RosterFiles
import Rosters
import Wording

/// `duty warn`: a standing warning (预警), told like an incident; it puts posts on standby until it is closed.
struct WarnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warn",
        abstract: "登记预警：告知有关人员，有关岗位转入备勤；解除用 close / record a standing warning; lifted by close")

    @Option(help: "预警种类，如 暴雨 / kind")
    var kind: String

    @Option(help: "级别：red 红|orange 橙|yellow 黄|blue 蓝 / level")
    var level: String

    @Option(help: "起始时间（默认现在）/ from (default: now)")
    var from: String?

    @Option(help: "截止时间（不填至解除）/ until (else until it is lifted)")
    var until: String?

    @Option(help: "可能影响范围 / area")
    var area: String

    @Option(help: "应采取的措施 / measures")
    var measures: String

    @Option(help: "发布单位 / issuer")
    var issuer: String

    @Option(help: "发布时间（默认现在）/ issued at (default: now)")
    var issued: String?

    @Option(help: "承办单位（默认按影响范围所属，其次最上级单位）/ unit (default: by territory, else the top unit)")
    var unit: String?

    @Option(help: "类别（默认 nature 自然灾害）/ category (default: nature)")
    var category: String?

    @Option(help: "类型（默认同预警种类）/ type (default: the kind)")
    var type: String?

    @Option(name: .customLong("by"), help: "记录人 / recorded by")
    var person: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(forReport: database, output)
        let home = HomeUnit(given: try unit.map(open.lookup.unit), place: area, lookup: open.lookup)
        let draft = ReportDraft(
            facts: try facts(open, home.unit), chosen: nil, caller: nil, territory: home.territory)
        let outcome = try open.desk.report(draft, at: open.now)
        ReportAnswer(open: open, outcome: outcome, output: output).say()
    }

    private func facts(_ open: OpenDesk, _ home: UnitID?) throws -> IncidentFacts {
        let lookup = open.lookup
        guard let level = ValueWords.warningLevels.value(level) else {
            throw Misuse.wrongWord(
                option: "--level", found: level, known: WarningLevel.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        guard let known = category.map(ValueWords.category) ?? .nature else {
            throw Misuse.wrongWord(
                option: "--category", found: category ?? "",
                known: Rosters.Category.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        let notice = WarningNotice(
            kind: kind, level: level, from: try from.map(lookup.instant) ?? open.now,
            until: try until.map(lookup.instant), area: area, measures: measures, issuer: issuer,
            issuedAt: try issued.map(lookup.instant) ?? open.now)
        return IncidentFacts(
            what: "\(kind)\(level.phrase.zh)", place: area, unit: home, category: known,
            type: filled(type) ?? kind,
            happenedAt: nil, receivedAt: open.now, recordedAt: open.now, elements: [.measures: measures],
            source: issuer, recordedBy: try person.map(lookup.person), warningLevel: level, warning: notice)
    }
}
