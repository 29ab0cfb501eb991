import ArgumentParser
import Calendars
import DutyStore
import Wording

/// `duty drill start|clock`: a database of its own, with a clock that only these verbs move.
struct DrillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill", abstract: "演练 / drills", subcommands: [DrillStart.self, DrillClock.self])
}

struct DrillStart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "新建演练库 / begin a drill in a database of its own")

    @Option(help: "演练名称 / the drill's name")
    var name: String

    @Option(name: .customLong("at"), help: "演练开始时间 / the drill's time at its start")
    var at: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        guard !name.allSatisfy(\.isWhitespace) else { throw Misuse.missingOption("--name") }
        guard let start = Zone.shanghai.instant(parsing: at) else { throw Misuse.wrongTime(at) }
        let path = database.resolvedPath
        let store = try DutyStore.createDrill(path, name: name, at: start)
        let now = try store.now(machine: start)
        if output.isJSON {
            let fields: JSON.Members = [
                "drill": .text(name), "now": .text(Zone.shanghai.iso(now)), "db": .text(path),
            ]
            Terminal.say(JSON.object(fields).rendered())
        } else {
            output.say(DeskWording.drillMark + DeskWording.drillStarted(name, at: Zone.shanghai.civil(now)))
        }
    }
}

struct DrillClock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "拨演练时钟：只能向前，不执行事项 / move the drill's clock, forward only; runs nothing")

    @Option(name: .customLong("to"), help: "拨到的时间 / to this instant")
    var to: String?

    @Option(name: .customLong("advance"), help: "向前拨，如 5m、2h、30s、1d / forward by")
    var advance: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard (to == nil) != (advance == nil) else {
            throw ValidationError("--to T 与 --advance 5m 二选一 / give either --to T or --advance 5m")
        }
    }

    func run() throws {
        let store = try database.openExisting()
        guard store.clock.isDrill else { throw Misuse.notADrill(database.resolvedPath) }
        let lookup = Lookup(places: try store.places())
        let now = try store.now(machine: Machine.now())
        let target = try to.map(lookup.instant) ?? now + Self.duration(advance ?? "")
        try store.moveDrillClock(to: target)
        if output.isJSON {
            Terminal.say(JSON.object(["now": .text(lookup.zone.iso(target))]).rendered())
        } else {
            let hint = database.hint
            output.say(DeskWording.drillMark + DeskWording.clock(lookup.zone.civil(target), database: hint))
        }
        OpenDesk.warn(store, output)
    }

    /// Reads `90s`, `5m`, `2h`, `1d`, or several of them: `1h30m`.
    static func duration(_ text: String) throws -> Duration {
        var total: Int64 = 0
        var number: Int64?
        for character in text {
            if let digit = character.wholeNumberValue, character.isASCII, (number ?? 0) < 1_000_000 {
                number = (number ?? 0) * 10 + Int64(digit)
            } else if let unit = ["s": 1, "m": 60, "h": 3600, "d": 86_400][character] as Int64?, let count = number {
                total += count * unit
                number = nil
            } else {
                throw Misuse.wrongWord(option: "--advance", found: text, known: ["30s", "5m", "2h", "1d"])
            }
        }
        guard number == nil, !text.isEmpty else {
            throw Misuse.wrongWord(option: "--advance", found: text, known: ["30s", "5m", "2h", "1d"])
        }
        return .seconds(total)
    }
}
