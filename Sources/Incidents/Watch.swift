package import Calendars

/// What the watch looks at: everything that somebody waits for, as the store and the engines have it.
package struct WatchSight: Hashable, Sendable {
    /// An incident that is not closed.
    package struct Waiting: Hashable, Sendable {
        package let number: IncidentNumber
        package let phase: Escalation.Phase
        package let nextStepAt: Instant?
        package let askAgainAt: Instant?
        /// When an engine has to look at it again.
        package let dueAt: Instant?

        package init(
            number: IncidentNumber, phase: Escalation.Phase, nextStepAt: Instant?, askAgainAt: Instant?,
            dueAt: Instant?
        ) {
            self.number = number
            self.phase = phase
            self.nextStepAt = nextStepAt
            self.askAgainAt = askAgainAt
            self.dueAt = dueAt
        }
    }

    /// A message that no channel has taken yet.
    package struct Undelivered: Hashable, Sendable {
        package let id: MessageID
        /// An engine has it under way.
        package let isClaimed: Bool
        /// When it is to be tried, or when the claim ends.
        package let dueAt: Instant
        package let tries: Int

        package init(id: MessageID, isClaimed: Bool, dueAt: Instant, tries: Int) {
            self.id = id
            self.isClaimed = isClaimed
            self.dueAt = dueAt
            self.tries = tries
        }
    }

    /// A cycle that an engine is in.
    package struct UnderWay: Hashable, Sendable, Codable {
        package let cycle: EngineCycle
        package let since: Instant
        /// How long it may take.
        package let limit: Duration

        package init(cycle: EngineCycle, since: Instant, limit: Duration) {
            self.cycle = cycle
            self.since = since
            self.limit = limit
        }
    }

    package struct Unreadable: Hashable, Sendable {
        package let table: String
        package let key: String

        package init(table: String, key: String) {
            self.table = table
            self.key = key
        }
    }

    package var incidents: [Waiting] = []
    package var messages: [Undelivered] = []
    package var cycles: [UnderWay] = []
    package var unreadable: [Unreadable] = []
    /// Since when an engine works by the present clock; nil: none does, and nothing can be overdue.
    package var workingSince: Instant?

    package init() {}
}

/// Finds what would otherwise stay silent: whoever waits for something that will not come.
package enum Watch {
    /// An engine does what is due within a second; after so long it will not.
    package static let stepLimit = Duration.seconds(60)
    /// The same for messages, of which many may be due at once.
    package static let deliveryLimit = Duration.seconds(300)
    /// No channel is tried so often on purpose.
    package static let tryLimit = 10

    /// The faults of one look, in a fixed order; each has an id of its own.
    package static func faults(in sight: WatchSight, at now: Instant) -> [WatchFault] {
        sight.incidents.compactMap { fault(of: $0, sight, now) }
            + [
                oldest(sight, now, isClaimed: true) { .leaseOver($0.id, since: $0.dueAt, count: $1) },
                oldest(sight, now, isClaimed: false) { .deliveryOverdue($0.id, since: $0.dueAt, count: $1) },
                tried(sight),
            ].compactMap { $0 }
            + unfinished(sight, now)
            + sight.unreadable.map { .unreadable(table: $0.table, key: $0.key) }
    }

    private static func fault(of incident: WatchSight.Waiting, _ sight: WatchSight, _ now: Instant) -> WatchFault? {
        if incident.phase == .open, incident.nextStepAt == nil || incident.dueAt == nil {
            return .noNextStep(incident.number)
        }
        if incident.phase == .acknowledged, incident.askAgainAt == nil { return .noAskingAgain(incident.number) }
        guard let due = incident.dueAt, isOverdue(due, by: stepLimit, sight, now) else { return nil }
        return .stepOverdue(incident.number, due: due)
    }

    /// Whether an engine has had so long for it.
    private static func isOverdue(_ due: Instant, by limit: Duration, _ sight: WatchSight, _ now: Instant) -> Bool {
        guard let since = sight.workingSince else { return false }
        return now - max(due, since) > limit
    }

    private static func oldest(
        _ sight: WatchSight, _ now: Instant, isClaimed: Bool, _ fault: (WatchSight.Undelivered, Int) -> WatchFault
    ) -> WatchFault? {
        let overdue = sight.messages.filter {
            $0.isClaimed == isClaimed && isOverdue($0.dueAt, by: deliveryLimit, sight, now)
        }
        return overdue.min { ($0.dueAt, $0.id.text) < ($1.dueAt, $1.id.text) }.map { fault($0, overdue.count) }
    }

    private static func tried(_ sight: WatchSight) -> WatchFault? {
        let often = sight.messages.filter { $0.tries > tryLimit }
        return often.max { ($0.tries, $1.id.text) < ($1.tries, $0.id.text) }.map {
            .tooManyTries($0.id, tries: $0.tries, count: often.count)
        }
    }

    /// The longest of each kind.
    private static func unfinished(_ sight: WatchSight, _ now: Instant) -> [WatchFault] {
        EngineCycle.allCases.compactMap { cycle in
            sight.cycles.filter { $0.cycle == cycle && now - $0.since > $0.limit }.map(\.since).min()
                .map { .cycleUnfinished(cycle, since: $0) }
        }
    }
}
