import Foundation
import Testing

/// One run of the real binary.
struct CommandRun {
    let exitCode: Int32
    let stdout: String
    let stderr: String

    /// The binary that the tests were built with, beside the test bundle.
    static let binary = Bundle.allBundles.map(\.bundleURL)
        .map { $0.deletingLastPathComponent().appendingPathComponent("duty") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Starts `duty` with these arguments and waits for its end; the environment is only what is given.
    static func duty(_ arguments: [String], environment: [String: String] = [:]) throws -> CommandRun {
        let process = try start(arguments, environment: environment)
        let out = process.out.fileHandleForReading.readDataToEndOfFile()
        let err = process.err.fileHandleForReading.readDataToEndOfFile()
        process.process.waitUntilExit()
        return CommandRun(
            exitCode: process.process.terminationStatus, stdout: String(decoding: out, as: UTF8.self),
            stderr: String(decoding: err, as: UTF8.self))
    }

    struct Running {
        let process: Process
        let out: Pipe
        let err: Pipe
    }

    static func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
        let process = Process()
        process.executableURL = try #require(binary, "the duty binary is not beside the tests")
        process.arguments = arguments
        process.environment = ["DUTY_LANG": "en", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let running = Running(process: process, out: Pipe(), err: Pipe())
        process.standardOutput = running.out
        process.standardError = running.err
        try process.run()
        return running
    }

    /// The parsed JSON object of stdout.
    func object() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [String: Any])
    }

    func array() throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(stdout.utf8)) as? [[String: Any]])
    }
}

/// A folder of one test, gone with it.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("duty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// The example rosters of the checkout.
    static let rosters = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("rosters")
}
