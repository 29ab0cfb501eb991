import Foundation
import Synchronization

/// Closes every file from a number on in the new process; some C libraries have the call but hide it in their header.
@_silgen_name("posix_spawn_file_actions_addclosefrom_np")
private func closeFrom(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ from: Int32) -> Int32

/// A program in a process of its own, in which nothing of ours is open but what it is given.
///
/// Not Foundation's `Process`: whenever that starts one it lists the open files, and on Linux it then copies 256 bytes of
/// each directory entry, however short the entry is; past the end of the heap that is a crash, once in thousands of runs.
final class ChildProcess: Sendable {
    let id: pid_t
    /// Nil until somebody waited for the end.
    private let ending = Mutex<Int32?>(nil)

    struct NotStarted: Error {
        let program: String
        let error: Int32
    }

    /// `stdout` and `stderr` are files that exist.
    init(
        _ program: String, _ arguments: [String], environment: [String: String], stdout: String = "/dev/null",
        stderr: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, stdout, O_WRONLY | O_TRUNC, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, stderr, O_WRONLY | O_TRUNC, 0)
        _ = closeFrom(&actions, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.resetSignals(&attributes)
        let words = ([program] + arguments).map { strdup($0) } + [nil]
        let surroundings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + surroundings { free(text) } }
        var started = pid_t()
        let error = posix_spawn(&started, program, &actions, &attributes, words, surroundings)
        guard error == 0 else { throw NotStarted(program: program, error: error) }
        id = started
    }

    /// As a shell would start it: nothing blocked, and what this process ignores is not ignored there.
    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var defaults = sigset_t()
        sigemptyset(&none)
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }

    deinit {
        guard isRunning else { return }
        kill(id, SIGKILL)
        wait()
    }

    private var isRunning: Bool {
        ending.withLock { ending in
            if ending == nil { ending = reaped(WNOHANG) }
            return ending == nil
        }
    }

    /// Sends a signal and waits for the end.
    @discardableResult
    func end(_ signal: Int32) -> Int32 {
        if isRunning { kill(id, signal) }
        return wait()
    }

    /// Waits for the end; the exit code, or the number of the signal that ended it.
    @discardableResult
    func wait() -> Int32 {
        ending.withLock { known in
            let ending = known ?? reaped(0) ?? -1
            known = ending
            return ending
        }
    }

    /// The same for a task, whose thread does not wait.
    func ended() async -> Int32 {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: self.wait()) }
        }
    }

    private func reaped(_ options: Int32) -> Int32? {
        var status: Int32 = 0
        var found: pid_t
        repeat { found = waitpid(id, &status, options) } while found == -1 && errno == EINTR
        guard found == id else { return nil }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : signal
    }
}
