package import Calendars
package import Rosters
package import Watchkeeping

/// The number of a matter, per database, from 1.
package struct MatterNumber: Hashable, Sendable, Codable {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension MatterNumber: CustomStringConvertible {
    package var description: String { "matter-\(value)" }
}

/// What people are told that belongs to no incident (值班事务告知).
package enum MatterSubject: Hashable, Sendable, Codable {
    /// Duties that one person gained and lost by a change or a new version.
    case dutiesChanged(DutiesChange)
    /// An absence leaves posts without their people.
    case gapsOpened(GapsOpened)
    /// What was told of such gaps is over: somebody stands there again.
    case gapsClosed(GapsClosed)
    /// What somebody asked for was refused.
    case changeRefused(ChangeRequest, ChangeDecision)
    /// Somebody stands in for the office of a person who is away, or by an undo of that change no more.
    case deputyNamed(Deputy)
    case deputyFreed(Deputy, undoneBy: PersonID)
    /// A unit's handovers were not signed in time; its leader is told.
    case handoverLate(LateHandover)
    /// A spot check did not find whom the roster names; the level above is told.
    case rollCallMissed(RollCallMiss)
    /// Nil reports did not come by their time: to the unit that owes one, and to the unit that waits for them.
    case nilReportsMissing([NilReportDue])
    /// The watch found what keeps the desk from doing what it promises.
    case faultsFound([WatchFault])
}

/// Posts that lack people since somebody is away.
package struct GapsOpened: Hashable, Sendable, Codable {
    package let absent: PersonID
    package let absence: Interval
    /// The stretches that lack more people than before the absence.
    package let gaps: [PostGap]

    package init(absent: PersonID, absence: Interval, gaps: [PostGap]) {
        self.absent = absent
        self.absence = absence
        self.gaps = gaps
    }
}

/// Posts that lack fewer people than before, or none any more.
package struct GapsClosed: Hashable, Sendable, Codable {
    /// Whose absence was undone; nil where something else closed the gaps.
    package let absent: PersonID?
    package let absence: Interval?
    /// Nil in what was recorded before 2026-11-29: the absence was undone.
    package let cause: DutiesChange.Cause?
    /// Each with whoever stands there now.
    package let gaps: [PostGap]

    /// `change` is the one that was approved or undone.
    package init(by change: RosterChange, cause: DutiesChange.Cause, gaps: [PostGap]) {
        if case .absence(let person, let interval, _) = change {
            self.absent = person
            self.absence = interval
        } else {
            self.absent = nil
            self.absence = nil
        }
        self.cause = cause
        self.gaps = gaps
    }
}

/// Something to tell, before it has a number.
package struct MatterDraft: Hashable, Sendable {
    package let subject: MatterSubject
    /// The unit whose people the targets mean.
    package let unit: UnitID?
    package let tell: [Target]
    /// Told as well; where these name nobody, the fallback people are. Empty: nobody above has to know.
    package let upward: [Target]
    /// Whom it is about, and who must not be the one who is told of it.
    package let except: [PersonID]

    package init(
        _ subject: MatterSubject, unit: UnitID?, tell: [Target], upward: [Target] = [], except: [PersonID] = []
    ) {
        self.subject = subject
        self.unit = unit
        self.tell = tell
        self.upward = upward
        self.except = except
    }
}

/// Who is told of something that belongs to no incident; when no way is left to any of them, the fallback people are.
package struct Matter: Hashable, Sendable {
    package let number: MatterNumber
    package let subject: MatterSubject
    package let raisedAt: Instant
    /// Each person's ways as the policy had them when it was raised.
    package let ways: [ChannelDefinition]
    package internal(set) var told: [Told]
    /// Told only when everybody else is out of ways.
    package internal(set) var reserve: [Told]

    package init(
        number: MatterNumber, subject: MatterSubject, raisedAt: Instant, ways: [ChannelDefinition], told: [Told],
        reserve: [Told]
    ) {
        self.number = number
        self.subject = subject
        self.raisedAt = raisedAt
        self.ways = ways
        self.told = told
        self.reserve = reserve
    }

    /// Whether nobody at all could be told.
    package var isUnheard: Bool { told.allSatisfy { $0.standing == .exhausted } }
}

/// What a decision about a matter asks the rim to perform: all of it in one transaction.
package struct MatterChange: Hashable, Sendable {
    package var matter: Matter
    package var messages: [Message] = []
    package var records: [Record] = []
}
