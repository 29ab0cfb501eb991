package import Calendars
package import Rosters

/// A spot check with its tries: the result sheet (查岗结果).
package struct RollCallSheet: Hashable, Sendable {
    /// 接通手机后应在 5 分钟内用座机回拨 (嘉定 2023).
    package static let callBackWithin = Duration.minutes(5)

    package let call: RollCall
    /// In the order of the tries.
    package let tries: [RollCallTry]

    package init(call: RollCall, tries: [RollCallTry] = []) {
        self.call = call
        self.tries = tries
    }

    package func tries(_ post: CalledPost) -> [RollCallTry] {
        tries.filter { $0.unit == post.unit && $0.post == post.post }
    }

    /// What is known of a post at an instant.
    package func result(_ post: CalledPost, at now: Instant) -> RollCallResult {
        let tries = tries(post)
        func made(_ way: RollCallWay) -> RollCallTry? { tries.first { $0.way == way } }
        if post.hasLandline {
            guard let landline = made(.landline) else { return .notCalled }
            if case .colleague(let person, post: let other)? = landline.answeredBy {
                guard made(.mobile) != nil else { return .answeredByColleague(person, post: other) }
            } else if landline.outcome == .answered {
                return landline.answered { .present($0) }
            }
        }
        guard let mobile = made(.mobile) else { return post.hasLandline ? .waitsForMobile : .notCalled }
        guard mobile.outcome == .answered else { return .notReached }
        return mobile.answered { _ in
            let until = mobile.at + Self.callBackWithin
            guard let back = made(.callBack), back.outcome == .answered else {
                return now <= until ? .waitsForCallBack(until: until) : .noCallBack
            }
            guard back.at <= until else { return .calledBackLate(minutes: (back.at - mobile.at).wholeMinutes) }
            return back.answered { .present($0) }
        }
    }

    /// Takes one try down: in the order of the ways, each once, and none once the result is known.
    ///
    /// `staffed` says who else is on duty: whoever of the unit answers a shared landline settles nothing.
    package func record(
        _ way: RollCallWay, unit: UnitID, post key: PostKey, outcome: CallOutcome, answeredBy: Answerer?,
        staffed: [StaffedPost] = [], by person: PersonID, at now: Instant
    ) throws(WatchConflict) -> RollCallTry {
        guard let post = call.post(unit: unit, key) else { throw .notOnRollCall(call.number, unit: unit, post: key) }
        if let known = tries(post).first(where: { $0.way == way }) { throw .wayTried(known) }
        guard let position = post.ways.firstIndex(of: way) else { throw .noLandline(post) }
        if let previous = post.ways[..<position].last, !tries(post).contains(where: { $0.way == previous }) {
            throw .wayTooSoon(way, needs: previous)
        }
        let result = result(post, at: now)
        guard !result.isSettled(before: way) else { throw .resultKnown(post, result) }
        let answerer: Answerer? =
            switch answeredBy {
            case .onDuty(let id)? where !post.people.contains(id): staffed.answerer(id, of: unit, on: way)
            default: answeredBy
            }
        return RollCallTry(
            call: call.number, unit: unit, post: key, way: way, at: now, outcome: outcome,
            answeredBy: outcome == .answered ? answerer : nil, by: person)
    }

    /// What one more try makes known: a miss that the unit above is told of at once.
    ///
    /// A call back that did not come is found by the clock, not here.
    package func miss(after attempt: RollCallTry) -> RollCallMiss? {
        let after = RollCallSheet(call: call, tries: tries + [attempt])
        guard attempt.way != .callBack, let post = call.post(unit: attempt.unit, attempt.post) else { return nil }
        let result = after.result(post, at: attempt.at)
        return result.isMiss ? RollCallMiss(call: call.number, post: post, result: result, by: call.by) : nil
    }

    /// The posts whose call back was due in `(after, upTo]` and did not come in time.
    package func missedCallBacks(after: Instant, upTo now: Instant) -> [RollCallMiss] {
        call.posts.compactMap { post in
            guard let due = callBackDue(post), after < due, due <= now else { return nil }
            let result = result(post, at: now + .seconds(1))
            return result.isMiss ? RollCallMiss(call: call.number, post: post, result: result, by: call.by) : nil
        }
    }

    /// Until when a call back is awaited; nil where none is.
    package func callBackDue(_ post: CalledPost) -> Instant? {
        tries(post).first { $0.way == .mobile && $0.outcome == .answered && $0.answeredBy?.isOnDuty == true }
            .map { $0.at + Self.callBackWithin }
    }
}

/// A post where the spot check did not find whom the roster names.
package struct RollCallMiss: Hashable, Sendable, Codable {
    package let call: Int
    package let post: CalledPost
    package let result: RollCallResult
    package let by: PersonID

    package init(call: Int, post: CalledPost, result: RollCallResult, by: PersonID) {
        self.call = call
        self.post = post
        self.result = result
        self.by = by
    }
}

extension RollCallTry {
    fileprivate func answered(_ onDuty: (PersonID) -> RollCallResult) -> RollCallResult {
        switch answeredBy {
        case .onDuty(let person): onDuty(person)
        case .colleague(let person, post: _): .answeredByOther(person.text)
        case .other(let name): .answeredByOther(name)
        case nil: .notReached
        }
    }
}

extension [StaffedPost] {
    /// Who answered in place of those who were called: a unit's landline is shared by all its posts, a mobile is not.
    fileprivate func answerer(_ person: PersonID, of unit: UnitID, on way: RollCallWay) -> Answerer {
        guard way == .landline, let stands = first(where: { $0.unit == unit && $0.people.contains(person) })
        else { return .other(person.text) }
        return .colleague(person, post: stands.post)
    }
}

extension Answerer {
    fileprivate var isOnDuty: Bool { if case .onDuty = self { true } else { false } }
}

extension RollCallResult {
    /// Whether another way would change nothing any more; a call back may still come late.
    fileprivate func isSettled(before way: RollCallWay) -> Bool {
        switch self {
        case .notCalled, .waitsForMobile, .answeredByColleague, .waitsForCallBack: false
        case .noCallBack: way != .callBack
        case .present, .answeredByOther, .notReached, .calledBackLate: true
        }
    }
}
