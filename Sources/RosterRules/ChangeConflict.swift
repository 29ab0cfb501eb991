package import Calendars
package import Rosters

/// Why a change cannot be asked for or decided.
package enum ChangeConflict: Error, Hashable, Sendable {
    /// Somebody else stands in the slot now, or nobody; by these changes, or by a newer version where there are none.
    case slotMoved(DutySlot, standing: [PersonID], by: [ChangeNumber])
    /// Only these may approve it.
    case mayNotApprove(PersonID, allowed: [PersonID])
    /// Only these and whoever asked for it may refuse it or undo it.
    case mayNotTakeBack(PersonID, asker: PersonID, allowed: [PersonID])
    /// Whom a change moves does not approve it.
    case ownChange(PersonID)
    case samePerson(PersonID)
    /// Whoever would stand in is away then, by an approved change.
    case substituteAway(PersonID, Interval, ChangeNumber)
    /// Nobody stands in for their own office.
    case ownDeputy(PersonID)
    /// Whoever would stand in for an office is away for some of the time, by a change or by what planners wrote.
    case deputyAway(PersonID, Interval, ChangeNumber?)
    /// Whoever may not stand duty at all stands in for no office.
    case deputyBarred(PersonID, Employment)
    /// All of the absence is recorded already.
    case alreadyAway(PersonID, [ChangeNumber])
    case alreadyDecided(ChangeNumber, ChangeDecision)
    case notApproved(ChangeNumber)
    /// What the change touches has ended.
    case over(Interval)
}
