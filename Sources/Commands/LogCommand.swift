import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// `duty log add|correct|print|list`: 值班日志, append-only, printed per shift.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "值班日志：只增不改，更正另记，按班打印 / the duty log: corrections are new entries",
        subcommands: [LogAdd.self, LogCorrect.self, LogPrint.self, LogList.self])
}

/// `duty log add --unit U --by PERSON --text T [--at T]`.
struct LogAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "记一条日志 / write an entry")

    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(name: .customLong("by"), help: "记录人 / by whom")
    var person: String

    @Option(help: "内容 / what happened")
    var text: String

    @Option(name: .customLong("at"), help: "发生时间（默认现在）/ when it happened (default: now)")
    var at: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        guard let text = filled(text) else { throw Misuse.missingOption("--text") }
        try watch.answer { open in
            let unit = try open.unit(unit)
            let by = try open.lookup.person(person)
            let happened = try at.map(open.lookup.instant) ?? open.now
            let shift = try open.store.watchBoard(at: happened, unit: unit).board.shift(of: unit)
            let entry = try open.store.write(at: open.now) { log throws(WatchConflict) in
                try log.add(text, unit: unit, shift: shift, by: by, happenedAt: happened, at: open.now)
            }
            return .entry(.logged(entry), open, open.json(entry, in: DutyLog([])))
        }
    }
}

/// `duty log correct N --by PERSON --text T`.
struct LogCorrect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "更正：另记一条，原记录保留 / correct an entry by a new one")

    @Argument(help: "日志编号 / entry number")
    var number: Int

    @Option(name: .customLong("by"), help: "更正人 / by whom")
    var person: String

    @Option(help: "更正后的内容 / what is right")
    var text: String

    @OptionGroup var watch: WatchOptions

    func run() throws {
        guard let text = filled(text) else { throw Misuse.missingOption("--text") }
        try watch.answer { open in
            let by = try open.lookup.person(person)
            let entry = try open.store.write(at: open.now) { log throws(WatchConflict) in
                try log.correct(number, text, by: by, at: open.now)
            }
            return .entry(.logged(entry), open, open.json(entry, in: DutyLog([])))
        }
    }
}

/// `duty log print --unit U [--at T]`: the log of a shift, ready to print or paste.
struct LogPrint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "打印一个班的日志 / print the log of a shift")

    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(name: .customLong("at"), help: "该班内任一时间（默认现在）/ any time of the shift (default: now)")
    var at: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let unit = try open.unit(unit)
            let at = try at.map(open.lookup.instant) ?? open.now
            let board = try open.store.watchBoard(at: at, unit: unit).board
            let zone = open.lookup.zone
            let day = Interval(start: zone.startOfDay(zone.date(of: at)), end: zone.startOfDay(zone.date(of: at) + 1))
            let shift = board.shift(of: unit) ?? day
            let page = try LogPage(open: open, unit: unit, shift: shift, staffed: board.posts(unit: unit))
            return WatchAnswer(lines: page.lines(in: watch.output.resolvedLanguage), json: page.json)
        }
    }
}

/// `duty log list [--unit U]`.
struct LogList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "日志清单 / all entries")

    @Option(help: "单位（默认全部）/ unit (default: all)")
    var unit: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let unit = try unit.map(open.lookup.unit)
            let log = try open.store.dutyLog()
            let entries = log.entries.filter { unit == nil || $0.unit == unit }
            let wording = DutyLogWording(names: open.lookup.names)
            let rows = entries.map {
                [Phrase(open.names(of: $0.unit).unit($0.unit))] + wording.cells($0, in: log)
            }
            return WatchAnswer(
                lines: rows.isEmpty
                    ? [WatchWording.noEntries] : WatchAnswer.table(rows, in: watch.output.resolvedLanguage),
                json: .list(entries.map { open.json($0, in: log) }))
        }
    }
}
