import Calendars

/// The channel that is the engine's own terminal: it prints the text.
struct TerminalNotifier: Notifier {
    let print: @Sendable (String) -> Void

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        print(notice.text.printable(onOneLine: false))
        return .accepted
    }
}
