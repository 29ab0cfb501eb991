package import Calendars
package import Rosters

/// Why a record of the daily work cannot be made; nothing that stands is overwritten.
package enum WatchConflict: Error, Hashable, Sendable {
    /// Nobody comes or goes at the unit's posts around that time.
    case noChangeOver(unit: UnitID, post: PostKey?)
    /// The roster does not name the person, or not on that side.
    case notNamed(PersonID, HandoverSide?, ChangeOver)
    case tooEarly(ChangeOver, from: Instant)
    case alreadyBegun(ChangeOver, by: PersonID, at: Instant)
    case alreadySigned(ChangeOver, HandoverSide, by: PersonID, at: Instant)
    case outgoingFirst(ChangeOver)
    /// Neither a key nor a piece of equipment that is counted there.
    case unknownThing(String, listed: [String])
    case unknownItem(Int)
    case itemClosed(ItemClosing)

    case notYetHappened(Instant)
    case unknownEntry(Int)
    case alreadyCorrected(Int, by: LogEntry)

    /// Nobody stands at any of the posts asked for.
    case nobodyOnDuty
    case unknownRollCall(Int)
    case notOnRollCall(Int, unit: UnitID, post: PostKey)
    case wayTried(RollCallTry)
    case noLandline(CalledPost)
    case wayTooSoon(RollCallWay, needs: RollCallWay)
    case resultKnown(CalledPost, RollCallResult)

    /// No report is due from the unit that day, or at the given time.
    case nothingDue(unit: UnitID, at: Instant? = nil)
    case alreadyReported(NilReport)
    case alreadyReady(CheckOff)

    /// A number that was never given, rather than a state that forbids it.
    package var isUnknown: Bool {
        switch self {
        case .unknownThing, .unknownItem, .unknownEntry, .unknownRollCall: true
        default: false
        }
    }
}
