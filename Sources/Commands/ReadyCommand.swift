import ArgumentParser
import Calendars
import DutyStore
import Rosters
import Watchkeeping
import Wording

/// `duty ready check|list`: standby teams and equipment, checked off before a period.
struct ReadyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "节前核对：备勤队伍、装备清单 / teams and equipment, checked off before a period",
        subcommands: [ReadyCheck.self, ReadyList.self])
}

/// `duty ready check --period P --unit U --by PERSON (--item X … | --all) [--fault TEXT]`.
struct ReadyCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "逐项核对：完好，或写明问题 / check items off, or say what is wrong")

    @Option(help: "时期键 / period")
    var period: String

    @Option(help: "单位（默认最上级单位）/ unit (default: the top unit)")
    var unit: String?

    @Option(help: "队伍或装备（可多次）/ team or equipment (repeatable)")
    var item: [String] = []

    @Flag(name: .customLong("all"), help: "该单位全部 / everything of the unit")
    var isAll = false

    @Option(help: "问题（不填为完好）/ what is wrong (else it is ready)")
    var fault: String?

    @Option(name: .customLong("by"), help: "核对人 / by whom")
    var person: String

    @OptionGroup var watch: WatchOptions

    func validate() throws {
        guard isAll == item.isEmpty else {
            throw ValidationError("--item 与 --all 二选一 / give either --item X or --all")
        }
    }

    func run() throws {
        try watch.answer { open in
            let (book, _) = try InForce.load(period, from: open.store)
            let unit = try open.unit(unit)
            let place = book.place
            let readiness = place.unit(unit).map { place[$0].readiness } ?? UnitReadiness()
            let by = try open.lookup.person(person)
            let items = try isAll ? readiness.items : item.map { try find($0, readiness, unit, open) }.uniqued()
            let checks = items.map {
                CheckOff(period: period, unit: unit, item: $0, by: by, at: open.now, fault: filled(fault))
            }
            try open.store.checkOff(checks, at: open.now)
            let wording = WatchRecordWording(names: Names(place: place))
            return WatchAnswer(
                lines: checks.isEmpty ? [WatchWording.nothingToCheck] : checks.map { wording.text(.checkedOff($0)) },
                json: .list(
                    checks.map {
                        .object([
                            "unit": .text(unit.text), "item": .text($0.item.text), "ready": .flag($0.isReady),
                            "fault": .optional($0.fault), "by": .text(by.text),
                            "at": .text(open.lookup.zone.iso($0.at)),
                        ])
                    }))
        }
    }

    private func find(
        _ word: String, _ readiness: UnitReadiness, _ unit: UnitID, _ open: OpenDesk
    ) throws -> ReadinessItem {
        guard let item = readiness.item(word) else {
            let known = readiness.teams.map(\.name) + readiness.equipment
            throw Misuse.unknownReadiness(word, unit: open.names(of: unit).unit(unit), known: known)
        }
        return item
    }
}

/// `duty ready list --period P`: the readiness lines of teams and equipment.
struct ReadyList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "核对情况 / what has been checked off")

    @Option(help: "时期键 / period")
    var period: String

    @Option(help: "单位（默认全部）/ unit (default: all)")
    var unit: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let unit = try unit.map(open.lookup.unit)
            let desk = try ReadinessDesk(period: period, open: open)
            let lines = desk.report.lines.filter { line in
                switch line {
                case .team(let of, _, _), .equipment(let of, _, _), .noLists(let of): unit == nil || of == unit
                default: false
                }
            }
            return WatchAnswer(
                lines: lines.isEmpty ? [WatchWording.nothingToCheck] : lines.map(desk.wording.line),
                json: .list(lines.map(desk.json)))
        }
    }
}
