package import Calendars
package import Rosters

/// Decides whom a matter tells, and who is next when a way fails.
package enum MatterMachine {
    /// Tells everybody whom the targets name, and the fallback people where they name nobody or nobody above.
    package static func raise(
        _ draft: MatterDraft, number: MatterNumber, policy: Policy, board: DutyBoard
    ) -> MatterChange {
        let plan = EscalationPlan(
            origin: .policy, ladder: Ladder(name: "", steps: []), fallback: policy.fallback,
            roundPause: policy.roundPause, ways: policy.contact.compactMap(policy.channel))
        let resolver = TargetResolver(unit: draft.unit, ways: plan.ways, board: board)
        let (all, misses) = resolver.resolve(draft.tell + draft.upward)
        let named = all.filter(draft.mayTell)
        let hasAbove = draft.upward.isEmpty || resolver.resolve(draft.upward).candidates.contains(where: draft.mayTell)
        let last = draft.unit.map { [Target.phone($0)] } ?? []
        let reserve = resolver.offices.resolve(last + policy.fallback).candidates.filter { candidate in
            draft.mayTell(candidate) && !named.contains { $0.recipient == candidate.recipient }
        }
        let matter = Matter(
            number: number, subject: draft.subject, raisedAt: board.at, ways: plan.ways + [.call],
            told: [], reserve: reserve.map { $0.told(round: 1, step: 1) })
        var change = MatterChange(
            matter: matter, records: [.matterRaised(number, draft.subject, misses: misses)])
        for candidate in named { change.tell(candidate.told(round: 1, step: 1), at: board.at) }
        if named.isEmpty || !hasAbove { change.tellReserve(at: board.at) }
        return change
    }

    /// A channel gave a message up for good: the recipient's next way, and after the last one the fallback people.
    package static func wayFailed(_ matter: Matter, _ message: MessageID, at now: Instant) -> MatterChange {
        var change = MatterChange(matter: matter)
        let failed = matter.told.firstIndex { MessageID(matter: matter.number, told: $0) == message }
        guard let failed, matter.told[failed].standing == .waiting else { return change }
        if let next = matter.told[failed].onNextWay {
            change.matter.told.remove(at: failed)
            change.tell(next, at: now)
        } else {
            change.matter.told[failed].standing = .exhausted
            change.records.append(.exhausted(message: message))
            if change.matter.isUnheard { change.tellReserve(at: now) }
        }
        return change
    }
}

extension MatterDraft {
    fileprivate func mayTell(_ candidate: Candidate) -> Bool {
        guard case .person(let person) = candidate.recipient else { return true }
        return !except.contains(person)
    }
}

extension MatterChange {
    fileprivate mutating func tell(_ told: Told, at now: Instant) {
        guard let channel = matter.ways.first(where: { $0.name == told.channel }) else { return }
        let message = Message(matter: matter.number, told: told, channel: channel, at: now)
        matter.told.append(told)
        messages.append(message)
        records.append(.told(message: message.id, told: told))
    }

    fileprivate mutating func tellReserve(at now: Instant) {
        let reserve = matter.reserve
        matter.reserve = []
        for told in reserve { tell(told, at: now) }
    }
}
