import ArgumentParser
import Calendars
import RosterFiles
import Rosters
import Wording

/// `duty plan PATH`: fills, explains, mends and compares rosters.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "排班：公平填满空缺，排不下时说明原因 / fill a roster fairly, or prove why it cannot be",
        discussion: """
            duty plan FOLDER            填满空缺并写回 / fills what is empty and writes it back
            duty plan compare A B       比较两份排班 / two rosters side by side: penalty, who gains and loses
            """)

    @Argument(help: ArgumentHelp("时期文件夹；或 compare A B / period folder, or: compare A B", valueName: "FOLDER"))
    var paths: [String] = []

    @Flag(help: "重排：只保留带 ! 的人员 / start over; only names marked ! stay")
    var replace = false

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("写到此文件夹（默认写回原处）/ write the tables here (default: where they are)", valueName: "FOLDER"))
    var out: String?

    @Flag(name: .customLong("dry-run"), help: "只显示，不写值班表 / print, write no table")
    var isDryRun = false

    @Option(
        help: ArgumentHelp(
            "公示页写到此文件夹 / write a page per unit, to pin to the wall, into this folder", valueName: "FOLDER"))
    var fairness: String?

    @OptionGroup var effort: PlanEffort

    @Flag(help: "说明为何排不下、怎样才能排下 / why seats cannot be filled, and the ways out")
    var explain = false

    @Option(
        name: .customLong("why"), parsing: .upToNextOption,
        help: ArgumentHelp("为何排此人：人员 日期 岗位 / why this person", valueName: "PERSON DATE POST"))
    var why: [String] = []

    @Option(
        name: .customLong("why-not"), parsing: .upToNextOption,
        help: ArgumentHelp("为何不排此人：人员 日期 岗位 / why not this person", valueName: "PERSON DATE POST"))
    var whyNot: [String] = []

    @Option(
        help: ArgumentHelp(
            "此人不能值班，最少改动补上，与 --from 合用 / this person drops out, with --from: the least change", valueName: "PERSON"))
    var repair: String?

    @Option(help: ArgumentHelp("自何日起 / from this date", valueName: "DATE"))
    var from: String?

    @Option(help: ArgumentHelp("至何日止（默认至本期结束）/ to this date (default: to the end of the period)", valueName: "DATE"))
    var to: String?

    @Option(
        name: .customLong("absences"),
        help: ArgumentHelp("新增请假外出的 CSV 文件 / a CSV file of new absences", valueName: "FILE"))
    var absences: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    private static let compareWord = "compare"

    func run() throws {
        if paths.first == Self.compareWord { return try compare() }
        let (question, folder) = try meaning()
        _ = try effort.limit()
        let planner = try PlanDesk(folder, database: database, output: output, isReplacing: replace)
        switch question {
        case .fill: try PlanFiller(desk: planner, command: self).run()
        case .explain: try PlanExplainer(desk: planner, effort: effort).run()
        case .why(let words, let isNot):
            try PlanWhy(desk: planner, words: words, isNot: isNot).run()
        case .repair: try PlanRepairer(desk: planner, command: self).run()
        }
    }

    private enum Question {
        case fill
        case explain
        case why([String], isNot: Bool)
        case repair
    }

    /// What is asked, and of which folder; a path may also stand behind the three words of a question.
    private func meaning() throws -> (Question, String) {
        guard paths.count <= 1 else { throw Misuse.severalFolders(paths.count) }
        var path = paths.first
        var questions: [Question] = []
        for (words, isNot) in [(why, false), (whyNot, true)] where !words.isEmpty {
            guard words.count >= 3 else {
                throw PlanMisuse.tooFewWords(option: isNot ? "--why-not" : "--why", found: words.count)
            }
            guard words.count == 3 || words.count == 4 && path == nil else { throw Misuse.planQuestion }
            path = path ?? words.dropFirst(3).first
            questions.append(.why(Array(words.prefix(3)), isNot: isNot))
        }
        if from != nil || to != nil, repair == nil, absences == nil { throw PlanMisuse.rangeAlone }
        if explain { questions.append(.explain) }
        if repair != nil || absences != nil { questions.append(.repair) }
        guard questions.count <= 1 else { throw Misuse.planQuestion }
        guard let path else { throw Misuse.missingPeriod }
        return (questions.first ?? .fill, path)
    }
}

extension PlanCommand {
    private func compare() throws {
        guard paths.count == 3 else { throw Misuse.planComparison }
        try PlanComparer(first: paths[1], second: paths[2], output: output, database: database).run()
    }
}

/// How long a plan may take, and by which seed.
struct PlanEffort: ParsableArguments {
    // A value may begin with “-”, so that it is judged as a number.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("最长用时（秒，默认 5）/ seconds to search (default 5)", valueName: "SECONDS"))
    var seconds: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("调整次数上限：结果与机器无关 / moves to try; the same on every machine", valueName: "COUNT"))
    var steps: Int?

    @Option(parsing: .unconditional, help: ArgumentHelp("随机种子 / seed", valueName: "NUMBER"))
    var seed: UInt64 = 1

    static let usualSeconds = 5.0

    func limit() throws -> PlanRun.Limit {
        if let steps {
            guard steps >= 0 else { throw Misuse.wrongNumber(option: "--steps", found: "\(steps)") }
            return .steps(steps)
        }
        let seconds = seconds ?? Self.usualSeconds
        guard seconds.isFinite, (0...86_400).contains(seconds) else {
            throw Misuse.wrongSeconds(option: "--seconds", found: "\(seconds)")
        }
        return .seconds(seconds)
    }
}
