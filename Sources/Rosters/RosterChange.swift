package import Calendars

/// The number of a change, per database, from 1; written `c12`.
package struct ChangeNumber: Hashable, Comparable, Sendable {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package static func < (left: ChangeNumber, right: ChangeNumber) -> Bool { left.value < right.value }
}

extension ChangeNumber: LosslessStringConvertible, Codable {
    package var description: String { "c\(value)" }

    package init?(_ description: String) {
        let digits = description.first == "c" || description.first == "C" ? description.dropFirst() : description[...]
        guard let value = Int(digits), value >= 1 else { return nil }
        self.init(value)
    }

    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// One person's place in the published table: a post of a unit for one shift.
package struct DutySlot: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let post: PostKey
    package let interval: Interval
    package let person: PersonID

    package init(unit: UnitID, post: PostKey, interval: Interval, person: PersonID) {
        self.unit = unit
        self.post = post
        self.interval = interval
        self.person = person
    }

    package func during(_ interval: Interval) -> DutySlot {
        DutySlot(unit: unit, post: post, interval: interval, person: person)
    }
}

/// A record beside the published table, which itself is never edited.
package enum RosterChange: Hashable, Sendable, Codable {
    /// 替班: somebody else stands a slot, or a part of it.
    case relief(of: DutySlot, during: Interval, by: PersonID)
    /// 调班: two people exchange two slots.
    case swap(DutySlot, DutySlot)
    /// 请假、外出报备: whoever is away stands nowhere meanwhile; the one who stands in for an office (代行职责) is named.
    case absence(PersonID, Interval, standIn: PersonID?)

    package enum Kind: String, Sendable, Codable, CaseIterable {
        case relief
        case swap
        case absence
    }

    package var kind: Kind {
        switch self {
        case .relief: .relief
        case .swap: .swap
        case .absence: .absence
        }
    }

    /// Who takes which part of which slot over.
    package var takeovers: [(slot: DutySlot, part: Interval, by: PersonID)] {
        switch self {
        case .relief(let slot, let part, let substitute): [(slot, part, substitute)]
        case .swap(let first, let second):
            [(first, first.interval, second.person), (second, second.interval, first.person)]
        case .absence: []
        }
    }

    /// The slots that it touches; none for an absence.
    package var slots: [DutySlot] {
        switch self {
        case .relief(let slot, _, _): [slot]
        case .swap(let first, let second): [first, second]
        case .absence: []
        }
    }

    /// Everybody whose duty or whereabouts it changes.
    package var people: [PersonID] {
        switch self {
        case .relief(let slot, _, let substitute): [slot.person, substitute]
        case .swap(let first, let second): [first.person, second.person]
        case .absence(let person, _, let standIn): [person] + (standIn.map { [$0] } ?? [])
        }
    }

    /// The hull of all the time that it touches.
    package var span: Interval {
        switch self {
        case .relief(_, let part, _): part
        case .swap(let first, let second): first.interval.hull(second.interval)
        case .absence(_, let interval, _): interval
        }
    }
}

/// A change as somebody asked for it.
package struct ChangeRequest: Hashable, Sendable, Codable {
    package let number: ChangeNumber
    /// The place's key.
    package let place: String
    package let change: RosterChange
    package let askedBy: PersonID
    package let askedAt: Instant
    package let reason: String
    /// Why somebody who is not on the roster may stand in; nil where nobody does.
    package let outsiderReason: String?

    package init(
        number: ChangeNumber, place: String, change: RosterChange, askedBy: PersonID, askedAt: Instant, reason: String,
        outsiderReason: String? = nil
    ) {
        self.number = number
        self.place = place
        self.change = change
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.reason = reason
        self.outsiderReason = outsiderReason
    }
}

/// What became of a request; an undone change stays as a record.
package struct ChangeDecision: Hashable, Sendable, Codable {
    package enum Verdict: String, Sendable, Codable, CaseIterable {
        case approved
        case refused
        case undone
    }

    package let verdict: Verdict
    package let by: PersonID
    package let at: Instant
    /// Nil for an approval without words.
    package let reason: String?

    package init(verdict: Verdict, by: PersonID, at: Instant, reason: String? = nil) {
        self.verdict = verdict
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// A request with everything that was decided about it, in order.
package struct RecordedChange: Hashable, Sendable {
    package let request: ChangeRequest
    package let decisions: [ChangeDecision]

    package init(request: ChangeRequest, decisions: [ChangeDecision]) {
        self.request = request
        self.decisions = decisions
    }

    package enum State: String, Sendable, CaseIterable {
        case asked
        case approved
        case refused
        case undone
    }

    package var state: State {
        switch decisions.last?.verdict {
        case nil: .asked
        case .approved: .approved
        case .refused: .refused
        case .undone: .undone
        }
    }

    /// What it does from its approval until it is undone; nil where it was never approved.
    package var approved: ApprovedChange? {
        guard let approval = decisions.first, approval.verdict == .approved else { return nil }
        return ApprovedChange(
            number: request.number, change: request.change, approvedBy: approval.by,
            outsiderReason: request.outsiderReason, since: approval.at,
            until: decisions.first { $0.verdict == .undone }?.at)
    }
}

/// A change that is in force, or was until somebody undid it.
package struct ApprovedChange: Hashable, Sendable, Codable {
    package let number: ChangeNumber
    package let change: RosterChange
    package let approvedBy: PersonID
    package let outsiderReason: String?
    /// When it was approved; nil for ever since.
    package let since: Instant?
    /// When it was undone; nil while it is in force.
    package let until: Instant?

    package init(
        number: ChangeNumber, change: RosterChange, approvedBy: PersonID, outsiderReason: String? = nil,
        since: Instant? = nil, until: Instant? = nil
    ) {
        self.number = number
        self.change = change
        self.approvedBy = approvedBy
        self.outsiderReason = outsiderReason
        self.since = since
        self.until = until
    }

    /// The part of a stretch on which it has effect: who stood before its approval, and since it was undone, stays.
    package func effect(on stretch: Interval) -> Interval? {
        stretch.intersection(Interval(start: since ?? stretch.start, end: until ?? stretch.end))
    }

    /// The same, undone at an instant.
    package func undone(at instant: Instant) -> ApprovedChange {
        ApprovedChange(
            number: number, change: change, approvedBy: approvedBy, outsiderReason: outsiderReason, since: since,
            until: instant)
    }
}

/// For whom somebody stands, by which change, and who approved it.
package struct StandIn: Hashable, Sendable, Codable {
    package let person: PersonID
    package let change: ChangeNumber
    package let approvedBy: PersonID

    package init(for person: PersonID, change: ChangeNumber, approvedBy: PersonID) {
        self.person = person
        self.change = change
        self.approvedBy = approvedBy
    }
}
