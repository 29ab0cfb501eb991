import Foundation
import Testing

/// `duty dispatch` in the background, ended with its last reference.
final class RunningEngine: Sendable {
    private let process: Process

    private init(_ process: Process) { self.process = process }

    static func start(_ arguments: [String] = [], environment: [String: String]) throws -> RunningEngine {
        let process = Process()
        process.executableURL = CommandRun.binary
        process.arguments = ["dispatch"] + arguments
        process.environment = CommandRun.surroundings.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return RunningEngine(process)
    }

    /// Ends it as a service manager does; its exit code.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit { if process.isRunning { process.terminate() } }
}
