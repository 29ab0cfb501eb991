import ArgumentParser
import Calendars
import DutyStore
import Rosters
import Watchkeeping
import Wording

/// `duty handover item add|close|list`: what a shift leaves open stands on every following sheet until it is closed.
struct HandoverItem: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item", abstract: "未办结事项：逐班移交，直到销号 / open items: they travel until they are closed",
        subcommands: [HandoverItemAdd.self, HandoverItemClose.self, HandoverItemList.self])
}

struct HandoverItemAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "登记未办结事项 / add an open item")

    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(name: .customLong("by"), help: "记录人 / by whom")
    var person: String

    @Option(help: "事项 / what is open")
    var text: String

    @OptionGroup var watch: WatchOptions

    func run() throws {
        guard let text = filled(text) else { throw Misuse.missingOption("--text") }
        try watch.answer { open in
            let unit = try open.unit(unit)
            let item = try open.store.openItem(text, unit: unit, by: open.lookup.person(person), at: open.now)
            return .entry(.itemOpened(item), open, open.json(item))
        }
    }
}

struct HandoverItemClose: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "销号 / close an open item")

    @Argument(help: "事项编号 / item number")
    var number: Int

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "办理结果 / what was done")
    var result: String

    @OptionGroup var watch: WatchOptions

    func run() throws {
        guard let result = filled(result) else { throw Misuse.missingOption("--result") }
        try watch.answer { open in
            let closing = try open.store.closeItem(
                number, by: open.lookup.person(person), result: result, at: open.now)
            return .entry(
                .itemClosed(closing), open,
                .object([
                    "item": .number(number), "by": .text(closing.by.text), "result": .text(result),
                    "at": .text(open.lookup.zone.iso(closing.at)),
                ]))
        }
    }
}

struct HandoverItemList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "未办结事项清单 / the open items")

    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let unit = try open.unit(unit)
            let items = try open.store.handoverSheet(of: unit).items
            let wording = HandoverWording(names: open.names(of: unit))
            return WatchAnswer(
                lines: items.isEmpty ? [WatchWording.noItems] : items.map(wording.item),
                json: .list(items.map(open.json)))
        }
    }
}

extension OpenDesk {
    func json(_ item: OpenItem) -> JSON {
        .object([
            "item": .number(item.number), "unit": .text(item.unit.text), "text": .text(item.text),
            "by": .text(item.by.text), "opened": .text(lookup.zone.iso(item.openedAt)),
        ])
    }
}

extension WatchAnswer {
    /// A verb that made one entry of the ledger says that entry.
    static func entry(_ entry: WatchEntry, _ open: OpenDesk, _ json: JSON) -> WatchAnswer {
        WatchAnswer(lines: [WatchRecordWording(names: open.lookup.names).text(entry)], json: json)
    }
}
