package import Calendars

/// A version of a period's roster that came into force.
package struct PublishedVersion: Hashable, Sendable {
    package let place: String
    package let period: String
    /// From 1 for each period of a place.
    package let version: Int
    package let publishedAt: Instant
    /// The hull of the windows of all required units.
    package let window: Interval
    /// The version before this one; nil for the first.
    package let replaced: Int?

    package init(
        place: String, period: String, version: Int, publishedAt: Instant, window: Interval, replaced: Int?
    ) {
        self.place = place
        self.period = period
        self.version = version
        self.publishedAt = publishedAt
        self.window = window
        self.replaced = replaced
    }
}
