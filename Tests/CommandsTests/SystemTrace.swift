import Foundation
import Testing

/// What a run of `duty` asked of the kernel, in order, as strace saw it.
struct SystemTrace {
    struct Call {
        let name: String
        /// The path behind the call's first descriptor.
        let path: String
        /// Lines of the trace: where the call began, and where it came back (nil: never).
        let began: Int
        var returned: Int?
        var result: Int?
    }

    private(set) var calls: [Call] = []

    /// Traces writes and syncs, with the paths of their descriptors; fails where strace is missing or may not trace.
    static func duty(_ arguments: [String], environment: [String: String]) async throws -> (SystemTrace, CommandRun) {
        let strace = "/usr/bin/strace"
        try #require(FileManager.default.isExecutableFile(atPath: strace), "strace is missing: run scripts/setup")
        let scratch = try Scratch()
        let options = ["-f", "-y", "-e", "trace=write,writev,pwrite64,fsync,fdatasync", "-o", scratch.path("trace")]
        let run = try await CommandRun.duty(under: [strace] + options, arguments, environment: environment)
        try #require(run.exitCode == 0, "strace or duty failed (is ptrace permitted here?): \(run.stderr)")
        return (SystemTrace(try scratch.text("trace")), run)
    }

    init(_ text: String) {
        var unfinished: [Substring: Int] = [:]
        for (line, text) in text.split(separator: "\n").enumerated() {
            if let call = text.firstMatch(of: /^(\d+) +(\w+)\(\d+<([^>]*)>/) {
                calls.append(Call(name: String(call.2), path: String(call.3), began: line))
                if text.hasSuffix("<unfinished ...>") {
                    unfinished[call.1] = calls.count - 1
                } else {
                    finish(calls.count - 1, text, line)
                }
            } else if let resumed = text.firstMatch(of: /^(\d+) +<\.\.\. \w+ resumed>/) {
                if let index = unfinished.removeValue(forKey: resumed.1) { finish(index, text, line) }
            }
        }
    }

    private mutating func finish(_ index: Int, _ text: Substring, _ line: Int) {
        calls[index].returned = line
        calls[index].result = text.firstMatch(of: /= (-?\d+)[^=]*$/).flatMap { Int($0.1) }
    }

    func writes(to ending: String) -> [Call] {
        calls.filter { ["write", "writev", "pwrite64"].contains($0.name) && $0.path.hasSuffix(ending) }
    }

    /// Syncs that came back well.
    func syncs(of ending: String) -> [Call] {
        calls.filter { ["fsync", "fdatasync"].contains($0.name) && $0.path.hasSuffix(ending) && $0.result == 0 }
    }
}
