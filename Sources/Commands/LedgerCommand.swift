import ArgumentParser
import DutyStore
import Incidents
import Wording

/// `duty ledger verify|checkpoint`: whether the record is whole.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "台账 / the ledger", subcommands: [LedgerVerify.self, LedgerCheckpoint.self])
}

struct LedgerVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核对哈希链，指出第一条异常记录 / check the chain; names the first bad entry")

    @Option(help: "ledger checkpoint 输出的一整行 / the whole line that ledger checkpoint printed")
    var checkpoint: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let known = try checkpoint.map { line in
            guard let checkpoint = Checkpoint(line) else { throw Misuse.wrongCheckpoint(line) }
            return checkpoint
        }
        let store = try database.openExisting()
        let verdict = try Progress.during(ProgressWording.verifying, output) { try store.verifyLedger(against: known) }
        if output.isJSON { Terminal.say(json(verdict).rendered()) }
        guard case .intact(let count) = verdict else { throw Refusal.ledgerBroken(Self.phrase(verdict)) }
        let altered = try Progress.during(ProgressWording.verifying, output) { try store.alteredPublications() }
        if let first = altered.first {
            throw Refusal.ledgerBroken(DeskWording.alteredRoster(first.period, version: first.version))
        }
        guard !output.isJSON else { return }
        output.say(DeskWording.ledgerIntact(count) + (known == nil ? Phrase("") : DeskWording.checkpointHeld))
    }

    private func json(_ verdict: LedgerVerdict) -> JSON {
        switch verdict {
        case .intact(let count): .object(["intact": .flag(true), "entries": .number(count), "first_bad": .null])
        case .broken(let sequence, _), .checkpointMismatch(let sequence, _, _):
            .object(["intact": .flag(false), "first_bad": .number(sequence)])
        case .truncated(_, let found): .object(["intact": .flag(false), "first_bad": .number(found + 1)])
        }
    }

    static func phrase(_ verdict: LedgerVerdict) -> Phrase {
        switch verdict {
        case .intact: Phrase("")
        case .broken(let sequence, let how):
            Phrase(zh: "第 \(sequence) 条", en: "entry \(sequence): ") + phrase(how)
        case .checkpointMismatch(let sequence, _, _):
            Phrase(
                zh: "到第 \(sequence) 条为止与检查点不符，此前有记录被改写",
                en: "up to entry \(sequence) it is not what the checkpoint saw: something was rewritten")
        case .truncated(let expected, let found):
            Phrase(
                zh: "检查点时有 \(expected) 条，现在只有 \(found) 条，尾部被截去",
                en: "the checkpoint saw \(expected) entries, there are \(found): the tail was cut off")
        }
    }

    private static func phrase(_ how: LedgerBreak) -> Phrase {
        switch how {
        case .hashMismatch: Phrase(zh: "内容与哈希不符", en: "the content is not what was hashed")
        case .missingEntry: Phrase(zh: "缺失", en: "missing")
        case .wrongPredecessor: Phrase(zh: "与前一条不衔接", en: "does not follow the one before it")
        case .unreadable: Phrase(zh: "无法读取", en: "unreadable")
        }
    }
}

struct LedgerCheckpoint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "输出一行检查点，请另处留存 / print one line to keep elsewhere")

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try database.openExisting()
        let checkpoint = try store.checkpoint(at: store.now(machine: Machine.now()))
        Terminal.say(
            output.isJSON ? JSON.object(["checkpoint": .text("\(checkpoint)")]).rendered() : "\(checkpoint)")
    }
}
