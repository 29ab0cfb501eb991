import Foundation
import Testing

/// A run of `duty` that goes on by itself until it is stopped.
final class RunningDuty: Sendable {
    private let scratch: Scratch
    private let child: ChildProcess

    /// Its process id.
    var id: Int32 { child.id }
    var stdout: String { get throws { try scratch.text("stdout") } }
    var stderr: String { get throws { try scratch.text("stderr") } }

    init(_ arguments: [String], environment: [String: String]) throws {
        scratch = try Scratch()
        child = try ChildProcess(
            CommandRun.binary.path, arguments, environment: CommandRun.surroundings.merging(environment) { $1 },
            stdout: try scratch.create("stdout"), stderr: try scratch.create("stderr"))
    }

    /// Sends a signal and waits for the end; returns the exit code, or the number of the signal that ended it.
    @discardableResult
    func end(_ signal: Int32) -> Int32 { child.end(signal) }

    /// Comes back when a condition holds; every look is separated by a real run of `duty`, so that nobody sleeps.
    func until(_ what: String, _ desk: DrillDesk, _ holds: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await holds() { return }
            try await desk.duty("list", "--json")
        }
        Issue.record("never came: \(what); the engine said: \(try stderr)")
    }
}
