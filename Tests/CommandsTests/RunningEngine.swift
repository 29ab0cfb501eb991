import Foundation
import Testing

/// `duty dispatch` in the background, ended with its last reference.
final class RunningEngine: Sendable {
    private let child: ChildProcess

    private init(_ child: ChildProcess) { self.child = child }

    static func start(_ arguments: [String] = [], environment: [String: String]) throws -> RunningEngine {
        RunningEngine(
            try ChildProcess(
                CommandRun.binary.path, ["dispatch"] + arguments,
                environment: CommandRun.surroundings.merging(environment) { $1 }))
    }

    /// Ends it as a service manager does; its exit code.
    func stop() -> Int32 { child.end(SIGTERM) }
}
