package import Calendars
package import Incidents

/// When a message is tried again; the same message and attempt always give the same time.
package enum RetryPolicy {
    /// After this many tries on one channel the recipient's next way is due.
    package static let maximumAttempts = 6
    static let firstPause = 5
    static let longestPause = 300
    /// The longest wait that another side may ask for: an open incident cannot stand still for longer.
    static let longestRequestedPause: Duration = .seconds(3600)

    /// Turns a try into what is recorded; `attempts` counts the tries made so far, this one included.
    package static func outcome(
        of attempt: DeliveryAttempt, message: MessageID, attempts: Int, at now: Instant
    ) -> DeliveryOutcome {
        switch attempt {
        case .accepted: return .accepted
        case .failedForGood(let failure): return .failedForGood(failure)
        case .failedForNow(let failure, let requested):
            guard attempts < maximumAttempts else { return .failedForGood(.tooManyAttempts(attempts)) }
            let asked = min(requested ?? .zero, longestRequestedPause)
            return .failedForNow(failure, retryAt: now + max(pause(message: message, attempts: attempts), asked))
        }
    }

    /// 5 s, doubled with every try up to 300 s, then moved by at most a fifth so that messages do not march in step.
    static func pause(message: MessageID, attempts: Int) -> Duration {
        let doublings = min(max(attempts, 1) - 1, 10)
        let base = min(firstPause << doublings, longestPause)
        let percent = 80 + Int(hash("\(message.text)#\(attempts)") % 41)
        return .seconds((base * percent + 50) / 100)
    }

    /// FNV-1a, 64 bits: stable over runs and machines, which Swift's own hashing is not.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
