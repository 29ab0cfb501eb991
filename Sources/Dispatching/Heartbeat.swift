import Calendars
import Foundation
import Logging
package import Notifications
import Synchronization

/// The sign of life that an outside monitor watches: a file, an address, or both. Its silence is the alarm.
package final class Heartbeat: Sendable {
    private struct Sign: Encodable {
        let at: String
        let engine: String
        let state: String
    }

    private let file: String?
    private let address: HeartbeatAddress?
    private let pause: Duration
    private let lastCall = Mutex<Duration?>(nil)

    /// `pause` is the least time between two calls of the address; the file is written with every beat.
    package init(file: String?, address: HeartbeatAddress?, pause: Duration) {
        self.file = file
        self.address = address
        self.pause = pause
    }

    /// All is well now. A file that cannot be written and an address that does not answer are silence too.
    func beat(of engine: String, at now: Instant, uptime: Duration, log: Logger) {
        if let file {
            do { try write(Sign(at: Zone.shanghai.iso(now), engine: engine, state: "ok"), to: file) } catch {
                log.error("the heartbeat file cannot be written", metadata: ["file": "\(file)", "error": "\(error)"])
            }
        }
        guard let address, isTimeToCall(uptime) else { return }
        Task {
            guard let cause = await address.call() else { return }
            log.warning("the heartbeat address did not take the sign of life", metadata: ["cause": "\(cause)"])
        }
    }

    private func isTimeToCall(_ uptime: Duration) -> Bool {
        lastCall.withLock { last in
            if let last, uptime - last < pause { return false }
            last = uptime
            return true
        }
    }

    /// Whole or not at all: under another name first.
    private func write(_ sign: Sign, to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(sign) + Data("\n".utf8)).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
}
