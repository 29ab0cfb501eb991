package import Calendars
package import Rosters

/// The ways of a spot check, in their order (先座机、后手机、再回拨); what comes after one is tried only after it.
package enum RollCallWay: String, Hashable, Sendable, Codable, CaseIterable {
    case landline
    case mobile
    /// From the reported landline, so that it shows where the person is.
    case callBack = "call-back"
}

/// Who was at the other end.
package enum Answerer: Hashable, Sendable, Codable {
    /// Somebody whom the roster names at this post now.
    case onDuty(PersonID)
    /// Somebody on duty at another post of the unit, who answers the duty phone that they share.
    case colleague(PersonID, post: PostKey)
    case other(String)
}

/// One try to reach a post, and what came of it.
package struct RollCallTry: Hashable, Sendable, Codable {
    package let call: Int
    package let unit: UnitID
    package let post: PostKey
    package let way: RollCallWay
    package let at: Instant
    package let outcome: CallOutcome
    /// Nil unless it was answered.
    package let answeredBy: Answerer?
    /// Who checks.
    package let by: PersonID

    package init(
        call: Int, unit: UnitID, post: PostKey, way: RollCallWay, at: Instant, outcome: CallOutcome,
        answeredBy: Answerer? = nil, by: PersonID
    ) {
        self.call = call
        self.unit = unit
        self.post = post
        self.way = way
        self.at = at
        self.outcome = outcome
        self.answeredBy = answeredBy
        self.by = by
    }
}

/// What a spot check found at one post.
package enum RollCallResult: Hashable, Sendable, Codable {
    case notCalled
    case present(PersonID)
    case waitsForMobile
    /// Somebody on duty at another post of the unit answered the landline: the mobile is called next.
    case answeredByColleague(PersonID, post: PostKey)
    case waitsForCallBack(until: Instant)
    case answeredByOther(String)
    case notReached
    /// Reached on the mobile, but no call came from the landline in time.
    case noCallBack
    /// The call back came so many minutes after the mobile was answered.
    case calledBackLate(minutes: Int)

    package var isMiss: Bool {
        switch self {
        case .answeredByOther, .notReached, .noCallBack, .calledBackLate: true
        case .notCalled, .present, .waitsForMobile, .answeredByColleague, .waitsForCallBack: false
        }
    }
}
