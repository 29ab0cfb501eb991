package import Calendars
package import DutyStore
package import Incidents
package import Rosters

/// What a caller said, before the desk made anything of it.
package struct ReportDraft: Sendable {
    package let facts: IncidentFacts
    package let chosen: ChosenGrade?
    package let informant: String?

    package init(facts: IncidentFacts, chosen: ChosenGrade?, informant: String?) {
        self.facts = facts
        self.chosen = chosen
        self.informant = informant
    }
}

/// The desk's verbs over a database: each reads who is on duty, lets the machine decide and stores the decision.
package struct Desk: Sendable {
    package let store: DutyStore

    package init(store: DutyStore) {
        self.store = store
    }

    /// Stores the report first, on disk, and only then runs the first step of its ladder.
    ///
    /// Whatever goes wrong after the first transaction leaves a stored incident whose step is due: the engine takes it up.
    package func report(_ draft: ReportDraft, at now: Instant) throws -> Incident {
        let (board, policy) = dutyForReport(at: now, draft.facts.unit)
        let computed = ComputedGrade(
            category: draft.facts.category, type: draft.facts.type, casualties: draft.facts.casualties)
        let grading = Grading(computed: computed, chosen: draft.chosen)
        let plan = RoutePlanner.plan(for: draft.facts, grading: grading, policy: policy, board: board)
        let intake = IncidentIntake(facts: draft.facts, grading: grading, plan: plan, informant: draft.informant)
        let incident = try store.record(intake, at: now)
        return (try? runStep(of: incident.number, at: now, board: board)) ?? incident
    }

    /// Whatever keeps the published rosters from being read, the report itself is stored.
    private func dutyForReport(at now: Instant, _ unit: UnitID?) -> (board: DutyBoard, policy: Policy) {
        (try? duty(at: now, for: unit)) ?? (DutyBoard(at: now, place: nil, isInPeriod: false, stands: []), Policy())
    }

    /// Runs the step of an incident that is due; does nothing when another engine was faster.
    @discardableResult
    package func runStep(of number: IncidentNumber, at now: Instant) throws -> Incident {
        try runStep(of: number, at: now, board: try board(at: now, for: number))
    }

    private func runStep(of number: IncidentNumber, at now: Instant, board: DutyBoard) throws -> Incident {
        try store.change(number, at: now) { incident, outbox in
            guard let due = incident.escalation.nextStepAt, due <= now else {
                return IncidentChange(escalation: incident.escalation)
            }
            return try IncidentMachine(incident).handle(.stepDue, at: now, board: board, outbox: outbox)
        }
    }

    /// Acknowledges, closes or reopens.
    @discardableResult
    package func handle(_ event: IncidentEvent, of number: IncidentNumber, at now: Instant) throws -> Incident {
        let board = try board(at: now, for: number)
        return try store.change(number, at: now) { incident, outbox in
            try IncidentMachine(incident).handle(event, at: now, board: board, outbox: outbox)
        }
    }

    /// Notes what came of dialling somebody; anything but an answer goes to the next way, then to the next person.
    @discardableResult
    package func called(
        _ recipient: Recipient, outcome: CallOutcome, of number: IncidentNumber, at now: Instant
    ) throws -> Incident {
        let board = try board(at: now, for: number)
        return try store.change(number, at: now) { incident, outbox in
            let told = incident.escalation.told.last { $0.recipient == recipient && $0.standing == .waiting }
            let message = told.map { MessageID(incident: number, told: $0) }
            let called = Record.called(recipient: recipient, message: message, outcome: outcome)
            guard outcome != .answered, let message else {
                return IncidentChange(escalation: incident.escalation, records: [called])
            }
            var change = try IncidentMachine(incident).handle(
                .wayFailed(message), at: now, board: board, outbox: outbox)
            change.records.insert(called, at: 0)
            let undelivered = outbox.first { $0.id == message && ($0.state == .pending || $0.state == .retrying) }
            if let undelivered {
                change.cancelled.append(message)
                change.records.append(
                    .delivered(
                        message: message, attempt: undelivered.attempts, outcome: .failedForGood(.call(outcome))))
            }
            return change
        }
    }

    /// Who is on duty for an incident, now.
    package func board(at now: Instant, for number: IncidentNumber) throws -> DutyBoard {
        guard let incident = try store.incident(number) else { throw StoreError.unknownIncident(number) }
        return try duty(at: now, for: incident.facts.unit).board
    }

    /// The duty board and policy of the place that holds a unit, or of the newest published place.
    package func duty(at now: Instant, for unit: UnitID?) throws -> (board: DutyBoard, policy: Policy) {
        let place = try unit.flatMap { try store.place(holding: $0) }
        let (board, policy) = try store.dutyBoard(at: now, place: place?.key)
        return (board, policy ?? Policy())
    }
}
