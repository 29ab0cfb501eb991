import Calendars
import Incidents

/// The channel that is the engine's own terminal: it prints the text.
struct TerminalNotifier: Notifier {
    let print: @Sendable (String) throws -> Void

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        do {
            try print(notice.text.printable(onOneLine: false))
            return .accepted
        } catch {
            return .failedForNow(.notPrinted, retryAfter: nil)
        }
    }
}
