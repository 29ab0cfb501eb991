import Calendars
import Foundation
import Logging
package import Notifications
import Synchronization
package import Wording

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
    private let language: Language
    private let lastCall = Mutex<Duration?>(nil)
    private let isFileWritten = Mutex(true)

    /// `pause` is the least time between two calls of the address; the file is written with every beat.
    package init(file: String?, address: HeartbeatAddress?, pause: Duration, language: Language) {
        self.file = file
        self.address = address
        self.pause = pause
        self.language = language
    }

    /// All is well now. A file that cannot be written and an address that does not answer are silence too.
    func beat(of engine: String, at now: Instant, uptime: Duration, log: Logger) {
        if let file {
            let isWritten = (try? write(Sign(at: Zone.shanghai.iso(now), engine: engine, state: "ok"), to: file)) != nil
            if hasTurned(isWritten) { say(isWritten, file, log) }
        }
        guard let address, isTimeToCall(uptime) else { return }
        Task {
            guard let cause = await address.call() else { return }
            log.warning("the heartbeat address did not take the sign of life", metadata: ["cause": "\(cause)"])
        }
    }

    /// Whether the file could be written before and cannot be now, or the other way round.
    private func hasTurned(_ isWritten: Bool) -> Bool {
        isFileWritten.withLock { was in
            defer { was = isWritten }
            return was != isWritten
        }
    }

    /// Once, however long it lasts.
    private func say(_ isWritten: Bool, _ file: String, _ log: Logger) {
        let phrase = isWritten ? WatchWording.heartbeatWritten(file) : WatchWording.heartbeatUnwritten(file)
        log.log(level: isWritten ? .notice : .error, "\(phrase.text(in: language))")
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
