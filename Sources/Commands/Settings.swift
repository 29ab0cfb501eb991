import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Foundation
import Wording

extension Language: ExpressibleByArgument {}

/// Language and form of the answer, on every verb.
struct OutputOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "语言 / language: zh|en")
    var language: Language?

    @Flag(name: .customLong("json"), help: "输出 JSON / print JSON")
    var isJSON = false

    var resolvedLanguage: Language {
        Settings.language(flag: language?.rawValue, environment: ProcessInfo.processInfo.environment)
    }

    func text(_ phrase: Phrase) -> String { phrase.text(in: resolvedLanguage) }

    func say(_ phrase: Phrase) { Terminal.say(text(phrase)) }

    func note(_ phrase: Phrase) { Terminal.complain(text(phrase)) }
}

/// Which database a verb works on.
struct DatabaseOptions: ParsableArguments {
    @Option(name: .customLong("db"), help: "数据库文件 / database file (DUTY_DB, duty.db)")
    var path: String?

    var resolvedPath: String {
        path ?? ProcessInfo.processInfo.environment["DUTY_DB"].flatMap { $0.isEmpty ? nil : $0 } ?? "duty.db"
    }

    /// How long to wait while another process writes: seconds in DUTY_BUSY, else the usual.
    private var patience: Duration {
        let seconds = ProcessInfo.processInfo.environment["DUTY_BUSY"].flatMap { Double($0) } ?? .nan
        return (0...3600).contains(seconds) ? .seconds(seconds) : DutyStore.usualPatience
    }

    /// Whether the file holds nothing: it was cut off, or its maker was killed before the first word.
    private var isEmpty: Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: resolvedPath)[.size] as? Int
        return size == 0
    }

    var exists: Bool { FileManager.default.fileExists(atPath: resolvedPath) }

    /// What a command needs beside it to reach this database again: ` --db FILE`, or nothing for the default.
    var hint: String { path.map { " --db \($0)" } ?? "" }

    /// Opens the database; a new one is said, since a mistyped path makes one too.
    func open(_ output: OutputOptions) throws -> DutyStore {
        let isNew = !exists || isEmpty
        let store = try DutyStore.open(resolvedPath, patience: patience)
        if isNew { output.note(DeskWording.newDatabase(resolvedPath)) }
        return store
    }

    /// Opens a database that must be there already.
    func openExisting() throws -> DutyStore {
        guard exists else { throw Misuse.noDatabase(resolvedPath) }
        guard !isEmpty else { throw Fault.notADatabase(resolvedPath) }
        return try DutyStore.open(resolvedPath, patience: patience)
    }
}

enum Settings {
    /// A flag beats DUTY_LANG, which beats the locale; else Chinese.
    static func language(flag: String?, environment: [String: String]) -> Language {
        if let flag, let language = Language(rawValue: flag) { return language }
        if let language = environment["DUTY_LANG"].flatMap(Language.init(rawValue:)) { return language }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("en") == true ? .en : .zh
    }

    /// The value of a flag before anything was parsed, so that usage errors speak the right language.
    static func flag(_ name: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == name, index + 1 < arguments.count { return arguments[index + 1] }
            if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
        }
        return nil
    }
}

/// The machine's clock: the only place of the program that reads it.
enum Machine {
    @Sendable static func now() -> Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

    /// Both clocks, for an engine.
    static let time = MachineTime { ClockReading(now: now(), uptime: uptime, boot: boot) }

    private static var uptime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// This start of this machine; a container may count from a start of its own.
    private static let boot: String = {
        let id = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id") ?? Data()
        let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/time")
        return String(decoding: id, as: UTF8.self).filter(\.isHexDigit) + "/" + (space ?? "").filter(\.isNumber)
    }()

    static var process: Int32 { ProcessInfo.processInfo.processIdentifier }

    /// The namespace that numbers the processes here; a container has its own.
    static var host: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        return (link ?? "").filter(\.isNumber)
    }

    /// Whether an engine lives; of one whose processes cannot be seen from here only its lease can tell.
    @Sendable static func isRunning(_ engine: EngineID) -> Bool {
        guard let home = engine.home, home.host == host else { return true }
        guard kill(home.process, 0) == 0 || errno == EPERM else { return false }
        let status = FileManager.default.contents(atPath: "/proc/\(home.process)/stat")
            .map { String(decoding: $0, as: UTF8.self) }
        // Ended but not yet waited for (a zombie) is dead.
        let state = status?.split(separator: ")").last?.first { $0 != " " }
        return state != "Z" && state != "X"
    }
}
