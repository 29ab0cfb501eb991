import Foundation
import Testing

/// One run of the real binary.
struct CommandRun {
    let exitCode: Int32
    let stdout: String
    let stderr: String

    /// Whether SIGKILL ended it, as `timeout` or the system tells.
    var wasKilled: Bool { exitCode == 137 || exitCode == 9 }

    /// The binary beside the tests: both are built into one folder.
    static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("duty")

    /// What every run is given; a sanitizer's options pass, so that it sees what a child does as well.
    static let surroundings = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
        .merging(["DUTY_LANG": "en", "PATH": "/usr/bin:/bin"]) { $1 }

    /// Runs `duty` with these arguments to its end; the environment is little but what is given.
    static func duty(_ arguments: [String], environment: [String: String] = [:]) async throws -> CommandRun {
        try await run(binary, arguments, environment: environment)
    }

    /// Runs `duty` under another program: its path and options, to which the binary and the arguments are added.
    static func duty(
        under program: [String], _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await run(
            URL(fileURLWithPath: program[0]), program.dropFirst() + [binary.path] + arguments, environment: environment)
    }

    /// Runs `duty` and kills it with SIGKILL after so many milliseconds, wherever it is then.
    static func dutyKilled(
        afterMilliseconds delay: Int, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> CommandRun {
        let program = ["/usr/bin/timeout", "--signal=KILL", "\(Double(delay) / 1000)"]
        return try await duty(under: program, arguments, environment: environment)
    }

    /// A shell in which no file may grow over so many blocks of 512 bytes.
    ///
    /// `TMPDIR` leads nowhere, since the thread sanitizer would map a file there that the limit cuts off.
    static func limited(toBlocks blocks: Int) -> [String] {
        shell("ulimit -f \(blocks); exec env --default-signal=XFSZ TMPDIR=/dev/null/none \"$0\" \"$@\"")
    }

    /// Runs `duty` with a stdout on which every write fails.
    static func dutyIntoFullDevice(
        _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> CommandRun {
        try await duty(under: shell("exec \"$0\" \"$@\" >/dev/full"), arguments, environment: environment)
    }

    /// A shell that does something first; `exec "$0" "$@"` is `duty`.
    static func shell(_ script: String) -> [String] { ["/bin/sh", "-c", script] }

    private static func run(
        _ executable: URL, _ arguments: [String], environment: [String: String]
    ) async throws -> CommandRun {
        let scratch = try Scratch()
        let child = try ChildProcess(
            executable.path, arguments, environment: Self.surroundings.merging(environment) { $1 },
            stdout: try scratch.create("stdout"), stderr: try scratch.create("stderr"))
        return CommandRun(
            exitCode: await child.ended(), stdout: try scratch.text("stdout"), stderr: try scratch.text("stderr"))
    }

    /// The JSON object on stdout.
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any], "\(stdout)\(stderr)")
    }

    /// The JSON array on stdout.
    func array() throws -> [[String: Any]] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [[String: Any]], "\(stdout)\(stderr)")
    }
}

/// A folder of one test, gone with it.
final class Scratch: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("duty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// An empty file; its path.
    func create(_ name: String) throws -> String {
        try Data().write(to: url.appendingPathComponent(name))
        return path(name)
    }

    /// A copy of the example rosters that a test may spoil.
    func copyRosters() throws -> String {
        try FileManager.default.copyItem(at: Self.rosters, to: url.appendingPathComponent("rosters"))
        return path("rosters")
    }

    /// Replaces a text in a file; the text must be there.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try text(name)
        try #require(text.contains(old), "\(name) does not hold \(old)")
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: url.appendingPathComponent(name))
    }

    /// The example rosters of the checkout.
    static let rosters = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("rosters")

    static func period(_ name: String) -> String { rosters.appendingPathComponent("qinghe/\(name)").path }
}
