/// A dated table of office hours: local, seasonal, never the same everywhere.
package struct WorkingHours: Hashable, Sendable, Codable {
    package struct Entry: Hashable, Sendable, Codable {
        /// The first day on which these hours hold.
        package let from: CivilDate
        package let window: ClockWindow

        package init(from: CivilDate, window: ClockWindow) {
            self.from = from
            self.window = window
        }
    }

    package let key: String
    /// By first day; never empty.
    package let entries: [Entry]

    /// Hours from at least one entry; nil for none.
    package init?(key: String, entries: [Entry]) {
        guard !entries.isEmpty else { return nil }
        self.key = key
        self.entries = entries.sorted { $0.from < $1.from }
    }

    /// The hours of a date; before the table begins the first entry holds, so that no eve is lost.
    package func window(on date: CivilDate) -> ClockWindow {
        (entries.last { $0.from <= date } ?? entries[0]).window
    }
}
