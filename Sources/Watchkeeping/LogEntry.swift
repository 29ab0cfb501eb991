package import Calendars
package import Rosters

/// An entry of the duty log (值班日志); a correction is a new entry that names the corrected one.
package struct LogEntry: Hashable, Sendable, Codable {
    /// From 1, per database.
    package let number: Int
    package let unit: UnitID
    /// The shift in which it happened; nil outside any published roster.
    package let shift: Interval?
    package let text: String
    package let by: PersonID
    package let happenedAt: Instant
    package let writtenAt: Instant
    package let corrects: Int?

    package init(
        number: Int, unit: UnitID, shift: Interval?, text: String, by: PersonID, happenedAt: Instant,
        writtenAt: Instant, corrects: Int? = nil
    ) {
        self.number = number
        self.unit = unit
        self.shift = shift
        self.text = text
        self.by = by
        self.happenedAt = happenedAt
        self.writtenAt = writtenAt
        self.corrects = corrects
    }
}

/// The duty log of a database.
package struct DutyLog: Hashable, Sendable {
    /// By number.
    package let entries: [LogEntry]

    package init(_ entries: [LogEntry]) {
        self.entries = entries
    }

    private var nextNumber: Int { (entries.map(\.number).max() ?? 0) + 1 }

    /// Writes down something that has happened.
    package func add(
        _ text: String, unit: UnitID, shift: Interval?, by person: PersonID, happenedAt: Instant, at now: Instant
    ) throws(WatchConflict) -> LogEntry {
        guard happenedAt <= now else { throw .notYetHappened(happenedAt) }
        return LogEntry(
            number: nextNumber, unit: unit, shift: shift, text: text, by: person, happenedAt: happenedAt,
            writtenAt: now)
    }

    /// Corrects the last word on a matter: an entry that was corrected already is corrected through its correction.
    package func correct(
        _ number: Int, _ text: String, by person: PersonID, at now: Instant
    ) throws(WatchConflict) -> LogEntry {
        guard let entry = entries.first(where: { $0.number == number }) else { throw .unknownEntry(number) }
        if let known = correction(of: number) { throw .alreadyCorrected(number, by: known) }
        return LogEntry(
            number: nextNumber, unit: entry.unit, shift: entry.shift, text: text, by: person,
            happenedAt: entry.happenedAt, writtenAt: now, corrects: number)
    }

    /// The entry that corrects another; nil where it stands.
    package func correction(of number: Int) -> LogEntry? { entries.first { $0.corrects == number } }

    /// A unit's entries of a shift, in order of what happened, then of writing.
    ///
    /// What was written while two shifts overlap stands on the pages of both.
    package func entries(of unit: UnitID, in shift: Interval) -> [LogEntry] {
        func isOfShift(_ entry: LogEntry) -> Bool {
            guard let written = entry.shift else { return shift.contains(entry.happenedAt) }
            let isWithin = shift.start <= written.start && written.end <= shift.end
            // A relief may have cut the shift since.
            return isWithin || !written.isEmpty && written.overlaps(shift) && shift.contains(entry.happenedAt)
        }
        return entries.filter { $0.unit == unit && isOfShift($0) }
            .sorted { ($0.happenedAt, $0.number) < ($1.happenedAt, $1.number) }
    }
}

extension DutyBoard {
    /// The shift of a unit at the board's instant: that of its duty officers, else of the first post that is staffed.
    package func shift(of unit: UnitID) -> Interval? {
        let staffed = posts(unit: unit)
        let officers = staffed.first { post in
            place.flatMap { place in place.post(post.post).map { place[$0].tier == .dutyOfficer } } ?? false
        }
        return (officers ?? staffed.first)?.interval
    }
}
