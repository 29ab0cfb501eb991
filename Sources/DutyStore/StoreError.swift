package import Calendars
package import Incidents
package import Rosters

/// Why the store could not do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
    /// A newer DutyDesk wrote this database; this one must not touch it.
    case newerSchema(found: Int, known: Int)
    /// No SQLite file, or one of another program.
    case notADatabase(path: String)
    /// Another process held the database for longer than the busy timeout.
    case locked
    case diskFull
    /// The system refused to read or write the file, or a limit of this process did.
    case diskFailed(path: String, detail: String)
    case readOnly(path: String)
    case corrupt(detail: String)
    /// The file is whole, but what a row holds makes no sense; the detail is for a log, not for a user.
    case unreadableRow(detail: String)
    /// The same of an incident's own row, by its number.
    case unreadableIncident(String)
    case cannotOpen(path: String, detail: String)
    case drillExists(path: String)
    case realExists(path: String)
    /// A clock verb on a database that knows only the machine's clock.
    case notADrill
    case clockBackwards(now: Instant, asked: Instant)
    case unknownIncident(IncidentNumber)
    case unknownMessage(MessageID)
    case unknownChange(ChangeNumber)
    /// Somebody else changed the rosters between the check and the write.
    case changedMeanwhile
    /// The newest version of the period is another one than was to be replaced; nil: there is none.
    case replacedMeanwhile(version: Int?, at: Instant?)
    /// A constraint of the schema refused the row: a fault of this program.
    case refusedRow(detail: String)
    case failed(detail: String)

    /// Whether everything else would fail just so.
    package var isOfWholeDatabase: Bool {
        switch self {
        case .newerSchema, .notADatabase, .locked, .diskFull, .readOnly, .cannotOpen: true
        default: false
        }
    }
}
