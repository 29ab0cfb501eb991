import Calendars

/// Until when what a resolver answers stays as it is; for whoever asks about many instants.
final class AnswerHorizon {
    private(set) var end: Instant

    /// Nobody asks about what comes after `end`.
    init(_ end: Instant) {
        self.end = end
    }

    /// Another question, before anything was looked up for it.
    func begin(_ end: Instant) { self.end = end }

    /// Something that was looked up may change then; nil: never.
    func holds(until instant: Instant?) {
        if let instant, instant.seconds < end.seconds { end = instant }
    }
}
