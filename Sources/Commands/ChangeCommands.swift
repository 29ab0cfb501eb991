import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import RosterRules
import Rosters
import Wording

/// `duty relieve PERSON --with OTHER`: 替班, one duty or a part of it.
struct RelieveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relieve", abstract: "替班：由他人顶替一个班次或其中一段 / somebody stands in for one duty, or a part of it")

    @Argument(help: "原值班人员 / who is relieved")
    var person: String

    @Option(name: .customLong("with"), help: "替班人员 / who stands in")
    var substitute: String

    @Option(name: .customLong("at"), help: "班次：起始日期或班中时间 / the duty: its first day, or an instant in it")
    var at: String

    @Option(help: "从何时起（默认整班；已开始的从现在起）/ from when (the whole duty, or from now)")
    var from: String?

    @Option(help: "到何时止 / until when")
    var to: String?

    @Option(help: "单位 / unit")
    var unit: String?

    @Option(help: "岗位 / post")
    var post: String?

    @Option(name: .customLong("outsider-reason"), help: "替班人员不在值班表上时的理由 / why somebody who is not on the roster")
    var outsiderReason: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        try ChangeVerb(output: output, database: database).ask(change, outsiderReason: outsiderReason) { open, finder in
            let person = try open.lookup.person(person)
            let substitute = try open.lookup.person(substitute)
            let (slot, stretch) = try finder.duty(of: person, at: at, unit: unit, post: post)
            let part = try part(of: stretch, slot, finder)
            return .relief(of: slot, during: part, by: substitute)
        }
    }
}

extension RelieveCommand {
    /// What of a duty is meant: from now at the earliest, since who stood before stays as it was.
    private func part(of stretch: Interval, _ slot: DutySlot, _ finder: DutyFinder) throws -> Interval {
        let open = finder.open
        guard stretch.end > open.now else {
            throw Refusal.change(ConflictPhrase(names: open.lookup.names).text(.over(stretch)))
        }
        let zone = open.lookup.zone
        let asked = try from.map(open.lookup.instant) ?? max(stretch.start, open.now)
        // What was typed is of this minute.
        guard asked + .seconds(60) > open.now else { throw Misuse.beginsInThePast(now: zone.civil(open.now)) }
        let end = try to.map(open.lookup.instant) ?? stretch.end
        let start = max(asked, open.now)
        guard stretch.start <= asked, start < end, end <= stretch.end else {
            let meant = Interval(start: start, end: to == nil ? slot.interval.end : end)
            if let moved = try finder.conflict(over: slot, during: meant) { throw moved }
            throw Misuse.partOutsideDuty(zone.span(stretch))
        }
        return Interval(start: start, end: end)
    }
}

/// `duty swap A B`: 调班, two duties exchanged.
struct SwapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swap", abstract: "调班：两人互换各自的一个班次 / two people exchange a duty each")

    @Argument(help: "甲 / one")
    var first: String

    @Argument(help: "乙 / the other")
    var second: String

    @Option(name: .customLong("at"), help: "甲的班次：起始日期或班中时间 / the duty of the one: first day or an instant")
    var at: String

    @Option(name: .customLong("with-at"), help: "乙的班次 / the duty of the other")
    var otherAt: String

    @Option(help: "单位 / unit")
    var unit: String?

    @Option(help: "岗位 / post")
    var post: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        try ChangeVerb(output: output, database: database).ask(change) { open, finder in
            let first = try finder.duty(of: open.lookup.person(first), at: at, unit: unit, post: post)
            let second = try finder.duty(of: open.lookup.person(second), at: otherAt, unit: unit, post: post)
            for (slot, stretch) in [first, second] {
                let isWhatIsLeft = stretch.end == slot.interval.end && stretch.start <= open.now
                guard stretch == slot.interval || isWhatIsLeft else {
                    if let moved = try finder.conflict(over: slot, during: slot.interval) { throw moved }
                    throw Misuse.partOutsideDuty(open.lookup.zone.span(stretch))
                }
            }
            return .swap(first.slot, second.slot)
        }
    }
}

/// `duty absent PERSON --from --to`: leave or leaving the area; prints the gaps that it opens.
struct AbsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "absent", abstract: "请假、外出报备：列出由此产生的缺岗 / leave: prints the gaps that it opens")

    @Argument(help: "请假外出人员 / who is away")
    var person: String

    @Option(help: "从：日期或时间 / from: date or instant")
    var from: String

    @Option(help: "到：日期（含当日）或时间 / to: date (inclusive) or instant")
    var to: String

    @Option(name: .customLong("stand-in"), help: "代行职责人员 / who stands in for the office")
    var standIn: String?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        try ChangeVerb(output: output, database: database).ask(change) { open, finder in
            .absence(
                try open.lookup.person(person), try finder.span(from: from, to: to),
                standIn: try standIn.map(open.lookup.person))
        }
    }
}

/// `duty change`: what was asked for, and what is decided about it.
struct ChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "值班变动：列出、批准、不批准、撤销 / changes of the roster: list, approve, refuse, undo",
        subcommands: [
            ChangeListCommand.self, ApproveChangeCommand.self, RefuseChangeCommand.self, UndoChangeCommand.self,
        ])
}

struct ChangeListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出值班变动（默认时段未过的，不论是否撤销）/ changes whose time is not over, undone and refused ones too")

    @Flag(name: .customLong("all"), help: "包括时段已过的 / those whose time is over too")
    var isAll = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(try database.openExisting())
        let changes = try open.store.changes().filter { isAll || $0.request.change.span.end > open.now }
        let lapsed = try RosterDesk(store: open.store).lapsed(at: open.now)
        if output.isJSON {
            let rows = changes.map { change in
                ChangeJSON(change: change, zone: open.lookup.zone, isLapsed: lapsed.contains(change.request.number))
                    .value()
            }
            Terminal.say(JSON.list(rows).rendered())
            return
        }
        let wording = ChangeWording(names: open.lookup.names)
        if changes.isEmpty { output.say(open.mark + Phrase(zh: "没有值班变动", en: "no changes")) }
        for change in changes {
            output.say(open.mark + wording.line(change, isLapsed: lapsed.contains(change.request.number)))
        }
    }
}

struct ApproveChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "approve", abstract: "批准变动 / approve a change")

    @Argument(help: "变动编号，如 c12 / number of the change")
    var number: String

    @Option(name: .customLong("by"), help: "批准人 / by whom")
    var person: String

    @Option(help: "批准意见 / words of the approval")
    var reason: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let number = try Lookup.change(number)
        try ChangeVerb(output: output, database: database).answer { open, desk in
            try desk.approve(number, by: open.lookup.person(person), reason: reason, at: open.now)
        }
    }
}

struct RefuseChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "refuse", abstract: "不批准变动 / refuse a change")

    @Argument(help: "变动编号，如 c12 / number of the change")
    var number: String

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "理由 / why")
    var reason: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        let number = try Lookup.change(number)
        try ChangeVerb(output: output, database: database).answer { open, desk in
            try desk.refuse(number, by: open.lookup.person(person), reason: reason, at: open.now)
        }
    }
}

struct UndoChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "撤销已批准的变动（留有记录）/ take an approved change back; its record stays")

    @Argument(help: "变动编号，如 c12 / number of the change")
    var number: String

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "理由 / why")
    var reason: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        let number = try Lookup.change(number)
        try ChangeVerb(output: output, database: database).answer { open, desk in
            try desk.undo(number, by: open.lookup.person(person), reason: reason, at: open.now)
        }
    }
}
