package import Calendars
package import Incidents

/// A way on which messages leave the house; it says what came of a message and never throws.
package protocol Notifier: Sendable {
    /// Hands one message to the channel once; the time is only written down, never waited for.
    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt
}

/// What came of one try.
package enum DeliveryAttempt: Hashable, Sendable {
    /// The channel took the message, never that a person read it.
    case accepted
    /// Worth another try; the wait is what the other side asked for, if it asked.
    case failedForNow(DeliveryFailure, retryAfter: Duration?)
    /// No later try can succeed: the recipient's next way is due.
    case failedForGood(DeliveryFailure)
}

/// A channel that cannot be used, for one known reason.
struct UnavailableNotifier: Notifier {
    let failure: DeliveryFailure

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt { .failedForGood(failure) }
}
