import ArgumentParser
import Calendars
import Incidents
import RosterFiles
import Rosters
import Wording

/// What a caller said, as options; what is left out is 未掌握, or in a follow-up what has not changed.
struct FactOptions: ParsableArguments {
    @Option(help: "事件概况 / what happened")
    var what: String?

    @Option(name: .customLong("where"), help: "地点（可为地名或网格编号）/ where: a place name or grid cell")
    var place: String?

    @Option(help: "承办单位（默认按地点所属，其次最上级单位）/ unit (default: by territory, else the top unit)")
    var unit: String?

    @Option(help: "类别（可用中文）/ category: nature|accident|health|security")
    var category: String?

    @Option(help: "类型，如 危险化学品 / type")
    var type: String?

    @Option(help: "事发时间 / when it happened")
    var happened: String?

    @Option(help: "获悉时间（单位得知）/ when the unit concerned learned of it")
    var learned: String?

    @Option(help: "接报时间（默认现在）/ when it was received (default: now)")
    var received: String?

    @Option(help: "核实时间 / when it was verified")
    var verified: String?

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

    @Option(help: "起因 / cause")
    var cause: String?

    @Option(help: "基本过程 / course of events")
    var course: String?

    @Option(help: "现场情况 / scene")
    var scene: String?

    @Option(help: "影响范围 / scope")
    var scope: String?

    @Option(help: "趋势 / trend")
    var trend: String?

    @Option(help: "已采取措施 / measures taken")
    var measures: String?

    @Option(help: "领导到位情况 / leaders on the scene")
    var leaders: String?

    @Option(help: "拟采取措施 / measures planned")
    var planned: String?

    @Option(help: "建议 / advice")
    var advice: String?

    @Option(help: "事发单位概况 / the firm or unit concerned")
    var firm: String?

    @Option(help: "报告人已告知谁、何时 / whom the caller has told already, and when")
    var alreadyTold: String?

    @Option(help: "报告人（可删除，台账只存哈希）/ informant (erasable; the ledger keeps a hash)")
    var informant: String?

    @Option(help: "报告人单位 / the caller's unit")
    var callerUnit: String?

    @Option(help: "报告人职务 / the caller's post")
    var callerPost: String?

    @Option(help: "报告人电话 / the caller's phone")
    var callerPhone: String?

    @Option(name: .customLong("warning-level"), help: "预警级别：red 红|orange 橙|yellow 黄|blue 蓝 / warning level")
    var warningWord: String?

    @Option(name: .customLong("response-level"), help: "响应级别：1|2|3|4（一级最高）/ response level, 1 the highest")
    var responseWord: String?

    @Option(help: "信息来源 / source")
    var source: String?

    @Option(name: .customLong("by"), help: "记录人 / recorded by")
    var person: String?

    /// Everything that was given, as values; each word that means nothing is an error.
    func update(_ lookup: Lookup) throws -> FactsUpdate {
        FactsUpdate(
            what: filled(what), place: filled(place), unit: try unit.map(lookup.unit), category: try knownCategory(),
            type: filled(type), happenedAt: try happened.map(lookup.instant),
            learnedAt: try learned.map(lookup.instant), verifiedAt: try verified.map(lookup.instant),
            casualties: try casualties(), elements: elements, source: filled(source),
            warningLevel: try warningLevel(), responseLevel: try responseLevel())
    }

    private func casualties() throws -> Casualties {
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

    /// What is told in words.
    private var elements: [ReportElement: String] {
        let given: [(ReportElement, String?)] = [
            (.cause, cause), (.course, course), (.scene, scene), (.scope, scope), (.trend, trend),
            (.measures, measures), (.leaders, leaders), (.planned, planned), (.advice, advice), (.firm, firm),
            (.alreadyTold, alreadyTold),
        ]
        return given.reduce(into: [:]) { values, pair in
            if let text = filled(pair.1) { values[pair.0] = text }
        }
    }

    /// Whoever called; kept apart from the incident and erasable.
    var caller: Caller? {
        let caller = Caller(
            name: filled(informant), unit: filled(callerUnit), post: filled(callerPost), phone: filled(callerPhone))
        return caller.isEmpty ? nil : caller
    }

    private func warningLevel() throws -> WarningLevel? {
        guard let warning = warningWord else { return nil }
        guard let level = ValueWords.warningLevels.value(warning) else {
            throw Misuse.wrongWord(
                option: "--warning-level", found: warning,
                known: WarningLevel.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        return level
    }

    private func responseLevel() throws -> ResponseLevel? {
        guard let response = responseWord else { return nil }
        guard let level = ValueWords.responseLevels.value(response) else {
            throw Misuse.wrongWord(
                option: "--response-level", found: response,
                known: ResponseLevel.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        return level
    }

    private func knownCategory() throws -> Rosters.Category? {
        guard let category else { return nil }
        guard let known = ValueWords.category(category) else {
            throw Misuse.wrongWord(
                option: "--category", found: category,
                known: Rosters.Category.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        return known
    }
}

/// An option that holds only blanks says nothing.
func filled(_ text: String?) -> String? {
    text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
}

/// A grade that the officer chooses, and why: in words, or by a line of the checklist.
struct GradeOptions: ParsableArguments {
    @Option(help: "人工定级（特别重大|重大|较大|一般）/ chosen grade: I|II|III|IV")
    var grade: String?

    @Option(name: .customLong("check"), help: "对照定级参考的条目编号定级 / grade by this line of the checklist")
    var item: String?

    @Option(help: "人工定级的理由 / why this grade")
    var reason: String?

    func chosen(by person: PersonID?, checklist: GradeChecklist?, _ output: OutputOptions) throws -> ChosenGrade? {
        let known = try knownGrade()
        if let item = filled(item) {
            guard let line = checklist?.item(item) else {
                throw Misuse.unknownChecklistItem(item, known: checklist?.items.map(\.id) ?? [])
            }
            return ChosenGrade(grade: known ?? line.grade, reason: filled(reason) ?? line.text, by: person, item: item)
        }
        guard let known else { return nil }
        if filled(reason) == nil { output.note(Misuse.gradeNeedsReason.phrase) }
        return ChosenGrade(grade: known, reason: filled(reason) ?? "", by: person)
    }

    private func knownGrade() throws -> Grade? {
        guard let grade else { return nil }
        guard let known = ValueWords.grade(grade) else {
            throw Misuse.wrongWord(
                option: "--grade", found: grade, known: Grade.allCases.map { "\($0.rawValue) \($0.phrase.zh)" })
        }
        return known
    }
}
