package import Calendars
package import DutyStore
package import Incidents
package import Rosters

/// What a caller said, before the desk made anything of it.
package struct ReportDraft: Sendable {
    package let facts: IncidentFacts
    package let chosen: ChosenGrade?
    package let caller: Caller?
    /// The place name or grid cell that named the unit.
    package let territory: String?

    package init(facts: IncidentFacts, chosen: ChosenGrade? = nil, caller: Caller? = nil, territory: String? = nil) {
        self.facts = facts
        self.chosen = chosen
        self.caller = caller
        self.territory = territory
    }
}

/// What a follow-up said.
package struct FollowUpInput: Sendable {
    package let update: FactsUpdate
    package let chosen: ChosenGrade?
    package let by: PersonID?
    package let receivedAt: Instant
    package let isFinal: Bool
    package let caller: Caller?

    package init(
        update: FactsUpdate, chosen: ChosenGrade? = nil, by: PersonID? = nil, receivedAt: Instant,
        isFinal: Bool = false, caller: Caller? = nil
    ) {
        self.update = update
        self.chosen = chosen
        self.by = by
        self.receivedAt = receivedAt
        self.isFinal = isFinal
        self.caller = caller
    }
}

/// The desk's verbs over a database: each reads who is on duty, lets the machine decide and stores the decision.
package struct Desk: Sendable {
    package let store: DutyStore

    /// So many things of one incident may be due at one instant before the rest is left to the engine.
    private static let most = 20

    package init(store: DutyStore) {
        self.store = store
    }

    /// Stores the report first, on disk, and only then does what is due: the first step of its ladder.
    ///
    /// Whatever goes wrong after the first transaction leaves a stored incident whose step is due: the engine takes it up.
    package func report(_ draft: ReportDraft, at now: Instant) throws -> ReportOutcome {
        let (intake, board, fault) = intake(of: draft, at: now)
        let incident = try store.record(intake, at: now)
        do {
            let told = try runDue(incident, at: now, before: nil, board: { board })
            return ReportOutcome(incident: told, setback: fault.map { .rosters($0) })
        } catch {
            let stored = (try? store.incident(incident.number)) ?? incident
            let planned = try? IncidentMachine(stored).handle(.due, at: now, board: board).incident
            return ReportOutcome(incident: stored, setback: .firstStep(error, planned: planned ?? stored))
        }
    }

    /// Stores a report together with those of other callers; on disk when it returns, its first step left to the engine.
    package func accept(_ draft: ReportDraft, through group: GroupCommit, at now: Instant) async throws -> Incident {
        try await group.record(intake(of: draft, at: now).intake, at: now)
    }

    private func intake(
        of draft: ReportDraft, at now: Instant
    ) -> (intake: IncidentIntake, board: DutyBoard, fault: (any Error)?) {
        let (board, policy, fault) = dutyForReport(at: now, draft.facts.unit)
        let computed = ComputedGrade(
            category: draft.facts.category, type: draft.facts.type, casualties: draft.facts.casualties)
        let grading = Grading(computed: computed, chosen: draft.chosen)
        let intake = IncidentIntake(
            facts: draft.facts, grading: grading,
            plan: RoutePlanner.plan(for: draft.facts, grading: grading, policy: policy, board: board), policy: policy,
            deadlines: policy.deadlines(for: draft.facts, grading: grading, in: board.place), caller: draft.caller,
            territory: draft.territory)
        return (intake, board, fault)
    }

    /// Whatever keeps the published rosters from being read, the report itself is stored.
    private func dutyForReport(
        at now: Instant, _ unit: UnitID?
    ) -> (board: DutyBoard, policy: Policy, fault: (any Error)?) {
        do {
            let (board, policy) = try duty(at: now, for: unit)
            return (board, policy, nil)
        } catch {
            return (.unknown(at: now), Policy(), error)
        }
    }

    /// Takes up a follow-up report; where it calls for another ladder, that one begins at once.
    @discardableResult
    package func followUp(_ input: FollowUpInput, of number: IncidentNumber, at now: Instant) throws -> Incident {
        let board = try input.update.unit.map { try duty(at: now, for: $0).board } ?? board(at: now, for: number)
        var before: Instant?
        let incident = try store.change(number, at: now, caller: input.caller) { incident, outbox, callerHash in
            before = incident.nextDueAt
            let draft = FollowUpDraft(
                update: input.update, chosen: input.chosen, by: input.by, receivedAt: input.receivedAt,
                isFinal: input.isFinal, callerHash: callerHash)
            return try IncidentMachine(incident).handle(.followedUp(draft), at: now, board: board, outbox: outbox)
        }
        return try runDue(incident, at: now, before: before)
    }

    /// Everything else that people do: acknowledge, decline, call, report upward, give tasks, close, reopen.
    @discardableResult
    package func handle(_ event: IncidentEvent, of number: IncidentNumber, at now: Instant) throws -> Incident {
        let board = try board(at: now, for: number)
        var before: Instant?
        let incident = try store.change(number, at: now) { incident, outbox, _ in
            before = incident.nextDueAt
            return try IncidentMachine(incident).handle(event, at: now, board: board, outbox: outbox)
        }
        return try runDue(incident, at: now, before: before)
    }

    /// Two reports of one incident: the first rests and keeps what it is, the other goes on for both.
    @discardableResult
    package func merge(
        _ number: IncidentNumber, into other: IncidentNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> Incident {
        if number == other {
            return try handle(.merged(into: other, by: person, reason: reason), of: number, at: now)
        }
        return try both(
            number, .merged(into: other, by: person, reason: reason), other, .absorbed(number, by: person), at: now)
    }

    /// Undoes a merging; the ladder of the one that rested begins again at once.
    @discardableResult
    package func split(
        _ number: IncidentNumber, by person: PersonID, reason: String, at now: Instant
    ) throws -> Incident {
        let event = IncidentEvent.split(by: person, reason: reason)
        guard let other = try store.incident(number)?.mergedInto else {
            return try handle(event, of: number, at: now)
        }
        return try both(number, event, other, .released(number, by: person), at: now)
    }

    private func both(
        _ first: IncidentNumber, _ event: IncidentEvent, _ second: IncidentNumber, _ counterpart: IncidentEvent,
        at now: Instant
    ) throws -> Incident {
        let boards = (try board(at: now, for: first), try board(at: now, for: second))
        var before: Instant?
        let (incident, _) = try store.changeBoth(first, second, at: now) { one, other in
            before = one.0.nextDueAt
            return (
                try IncidentMachine(one.0).handle(event, at: now, board: boards.0, outbox: one.1),
                try IncidentMachine(other.0).handle(counterpart, at: now, board: boards.1, outbox: other.1)
            )
        }
        return try runDue(incident, at: now, before: before)
    }

    // MARK: - What is due

    /// Does one thing for which an incident waits, if it is due; nothing when another engine was faster.
    @discardableResult
    package func runDue(of number: IncidentNumber, at now: Instant) throws -> Incident {
        try runDue(of: number, at: now, board: try board(at: now, for: number))
    }

    private func runDue(of number: IncidentNumber, at now: Instant, board: DutyBoard) throws -> Incident {
        try store.change(number, at: now) { incident, outbox, _ in
            try IncidentMachine(incident).handle(.due, at: now, board: board, outbox: outbox)
        }
    }

    /// What a verb itself made due is done at once; where something was overdue before it, the engine does all of it,
    /// each at its own time. `before` is what the incident waited for when the verb came; a board is given where who is
    /// on duty is known already.
    private func runDue(
        _ incident: Incident, at now: Instant, before: Instant?, board: (() throws -> DutyBoard)? = nil
    ) throws -> Incident {
        var incident = incident
        var count = 0
        let wasOverdue = before.map { $0 < now } ?? false
        while let at = incident.nextDueAt, wasOverdue ? at == now : at <= now, count < Self.most {
            let board = try board?() ?? self.board(at: now, for: incident.number)
            incident = try runDue(of: incident.number, at: now, board: board)
            count += 1
        }
        return incident
    }

    // MARK: - Looking

    /// Open incidents that may be the same one, nearest first.
    package func duplicates(of incident: Incident) throws -> [IncidentNumber] {
        let others = try store.incidentList(includingClosed: false).readable.filter { $0.number != incident.number }
        return Duplicates.candidates(for: incident.facts, among: others, within: incident.policy.duplicateWindow)
    }

    /// Who is on duty for an incident, now; nobody, where the published rosters are damaged: the incident goes on, and
    /// its ladder says that it reached nobody.
    package func board(at now: Instant, for number: IncidentNumber) throws -> DutyBoard {
        guard let incident = try store.incident(number) else { throw StoreError.unknownIncident(number) }
        do {
            return try duty(at: now, for: incident.facts.unit).board
        } catch StoreError.corrupt, StoreError.unreadableRow {
            return .unknown(at: now)
        }
    }

    /// The duty board and policy of the place that holds a unit, or of the newest published place.
    package func duty(at now: Instant, for unit: UnitID?) throws -> (board: DutyBoard, policy: Policy) {
        let place = try unit.flatMap { try store.place(holding: $0) }
        let (board, policy) = try store.dutyBoard(at: now, place: place?.key)
        return (board, policy ?? Policy())
    }
}

extension DutyBoard {
    /// Where no roster can be read, nobody is known to be on duty.
    fileprivate static func unknown(at now: Instant) -> DutyBoard {
        DutyBoard(at: now, place: nil, isInPeriod: false, stands: [])
    }
}
