import ArgumentParser
import Calendars
import DutyStore
import Rosters
import Watchkeeping
import Wording

/// `duty handover show|begin|sign|list|item`: 交接班, face to face, both sign, nobody leaves before.
struct HandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: "交接班：交班、接班双方签字，未交接不得离岗 / handovers: both sign, nobody is off before",
        subcommands: [
            HandoverShow.self, HandoverBegin.self, HandoverSign.self, HandoverList.self, HandoverItem.self,
        ], defaultSubcommand: HandoverShow.self)
}

/// Which handover is meant: the nearest that waits, or that of a given change of shift.
struct HandoverOptions: ParsableArguments {
    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(help: "岗位 / post")
    var post: String?

    @Option(name: .customLong("at"), help: "换班时间，取最近的一次（默认现在）/ the change of shift nearest to it (default: now)")
    var at: String?

    @OptionGroup var watch: WatchOptions

    func handovers(_ open: OpenDesk, of person: PersonID? = nil) throws -> (UnitID, [Handover]) {
        let unit = try open.unit(unit)
        let at = try at.map(open.lookup.instant)
        let post = try post.map(open.lookup.post)
        let found = try open.store.handovers(of: unit, post: post, around: at ?? open.now)
        guard !found.isEmpty else { throw WatchConflict.noChangeOver(unit: unit, post: post) }
        return (unit, at.map { found.nearest(to: $0, of: person) } ?? found)
    }

    func answer(_ open: OpenDesk, _ handovers: [Handover], unit: UnitID) throws -> WatchAnswer {
        let wording = HandoverWording(names: open.names(of: unit))
        let sheet = try open.store.handoverSheet(of: unit, before: handovers.first?.change.at)
        // Each sheet may become a page of its own, and a page of a drill says so; the first line of all has its mark.
        let sheets = handovers.enumerated().map { (index, handover) -> [Phrase] in
            let lines = wording.sheet(handover, sheet, at: open.now)
            return index == 0 ? lines : lines.enumerated().map { $0.offset == 0 ? open.mark + $0.element : $0.element }
        }
        let lines = sheets.joined(separator: [Phrase("")])
        let json = handovers.map {
            HandoverJSON(handover: $0, sheet: sheet, now: open.now, zone: open.lookup.zone).value
        }
        return WatchAnswer(lines: Array(lines), json: .list(json))
    }
}

/// `duty handover --unit U [--post P] [--at T]`: the sheet of the nearest change of shift.
struct HandoverShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "打印交接班单 / print the sheet of the next or last change of shift")

    @OptionGroup var options: HandoverOptions

    func run() throws {
        try options.watch.answer { open in
            let (unit, handovers) = try options.handovers(open)
            let nearest = handovers.nearest(to: open.now)
            let meant = handovers.filter { $0.change.at == nearest?.change.at }
            return try options.answer(open, meant, unit: unit)
        }
    }
}

/// `duty handover begin --unit U [--post P] --by PERSON`.
struct HandoverBegin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin", abstract: "开始交接班 / open a handover")

    @OptionGroup var options: HandoverOptions

    @Option(name: .customLong("by"), help: "由谁（交班人或接班人）/ by whom (outgoing or incoming)")
    var person: String

    func run() throws {
        try options.watch.answer { open in
            let by = try open.lookup.person(person)
            let (unit, handovers) = try options.handovers(open, of: by)
            guard let nearest = handovers.nearest(to: open.now, for: by) else {
                throw WatchConflict.noChangeOver(unit: unit, post: nil)
            }
            let begun = try open.store.beginHandover(nearest.change, by: by, at: open.now)
            return try options.answer(open, [begun], unit: unit)
        }
    }
}

extension HandoverSide: ExpressibleByArgument {}

/// `duty handover sign --unit U [--post P] --by PERSON [--as outgoing|incoming]`.
struct HandoverSign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "交接班签字：交班人先签，接班人后签 / sign: the outgoing first, then the incoming")

    @OptionGroup var options: HandoverOptions

    @Option(name: .customLong("by"), help: "签字人 / who signs")
    var person: String

    @Option(name: .customLong("as"), help: "outgoing 交班人|incoming 接班人（默认按值班表）/ side (default: by the roster)")
    var side: HandoverSide?

    @Option(help: "备注 / notes")
    var notes: String?

    @Option(help: "缺少的钥匙、装备（可多次）/ what of the keys and equipment is missing (repeatable)")
    var missing: [String] = []

    @Option(help: "留给下一班的未办结事项（可多次）/ an open item for the next shifts (repeatable)")
    var item: [String] = []

    func run() throws {
        try options.watch.answer { open in
            let by = try open.lookup.person(person)
            let (unit, handovers) = try options.handovers(open, of: by)
            guard let nearest = handovers.nearest(to: open.now, for: by, as: side) else {
                throw WatchConflict.noChangeOver(unit: unit, post: nil)
            }
            let signed = try open.store.signHandover(
                nearest.change, by: by, as: side, notes: filled(notes), missing: missing.compactMap(filled),
                items: item.compactMap(filled), at: open.now)
            return try options.answer(open, [signed], unit: unit)
        }
    }
}

/// `duty handover list [--unit U] [--open]`.
struct HandoverList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "前后一天的交接班 / the handovers of a day before and after")

    @Option(help: "单位（默认全部）/ unit (default: all)")
    var unit: String?

    @Flag(name: .customLong("open"), help: "只列换班已到、尚未签完的 / only those past their time and not signed")
    var isOpen = false

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let handovers = try self.handovers(open).filter { !isOpen || !$0.held(at: open.now).isEmpty }
            let lines = handovers.map { HandoverWording(names: open.names(of: $0.change.unit)).line($0) }
            let json = handovers.map {
                HandoverJSON(handover: $0, sheet: nil, now: open.now, zone: open.lookup.zone).value
            }
            return WatchAnswer(lines: lines.isEmpty ? [WatchWording.noHandovers] : lines, json: .list(json))
        }
    }

    private func handovers(_ open: OpenDesk) throws -> [Handover] {
        if let unit { return try open.store.handovers(of: open.lookup.unit(unit), around: open.now) }
        return try open.lookup.places.flatMap { place in
            try open.store.handovers(in: place.key, around: open.now)
        }
    }
}
