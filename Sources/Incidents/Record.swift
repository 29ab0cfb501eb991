package import Calendars
package import Rosters
package import Watchkeeping

/// An entry of the ledger: what happened, by ids, never by phone number or informant's name.
package enum Record: Hashable, Sendable, Codable {
    case drillStarted(name: String)
    case clockMoved(from: Instant, to: Instant)
    case published(Publication)
    case reported(Intake)
    /// A step told somebody; `misses` says which of its targets, and who of the people named, it could not tell.
    case stepRun(round: Int, step: Int, ladder: String, until: Instant, misses: [TargetMiss])
    case stepEmpty(round: Int, step: Int, misses: [TargetMiss])
    case told(message: MessageID, told: Told)
    case roundEnded(round: Int, nextRoundAt: Instant, toldNobody: Bool)
    /// Nobody of the step is waited for any more, as every other way failed: the next step is due at once.
    case stepHurried(round: Int, step: Int)
    case delivered(message: MessageID, attempt: Int, outcome: DeliveryOutcome)
    case called(recipient: Recipient, message: MessageID?, outcome: CallOutcome)
    /// No way is left to a recipient.
    case exhausted(message: MessageID)
    /// Told by day only (夜间不告知): the step waits.
    case held(until: Instant, reason: String)
    /// `phones` are the duty phones that the person answered for.
    case acknowledged(by: PersonID, wasTold: Bool, stopsLadder: Bool, phones: [UnitID]?)
    case declined(by: PersonID, reason: String, wasTold: Bool, hurries: Bool)
    /// An acknowledged incident with nothing further recorded: the ladder begins again.
    case askedAgain(after: Duration)
    /// A further entry answers the asking: the acknowledgement stands again.
    case resumed
    case closed(by: PersonID, reason: String)
    case reopened(by: PersonID, reason: String)
    case followedUp(FollowUp)
    case rerouted(Rerouting)
    case clockStarted(id: Int, deadline: Deadline)
    /// The start of a clock became known.
    case clockSet(id: Int, due: Instant)
    case clockWarned(id: Int)
    case clockOverrun(id: Int)
    /// `clocks` are those that the report stopped.
    case reportedUp(UpwardReport, clocks: [Int])
    case taskGiven(DutyTask)
    case taskReminded(id: Int)
    case taskOverdue(id: Int)
    case taskDone(id: Int, DutyTask.Completion)
    case taskClosed(id: Int, DutyTask.Completion)
    /// A notice that found nobody.
    case noticeMissed(NoticeSubject, misses: [TargetMiss])
    case standbyOrdered(posts: [PostKey], again: Instant?, misses: [TargetMiss])
    case merged(into: IncidentNumber, by: PersonID, reason: String)
    case absorbed(IncidentNumber, by: PersonID)
    case split(from: IncidentNumber, by: PersonID, reason: String)
    case released(IncidentNumber, by: PersonID)
    /// Something that belongs to no incident is told; `misses` says which targets named nobody.
    case matterRaised(MatterNumber, MatterSubject, misses: [TargetMiss])
    /// Somebody asked for a change of the roster in force.
    case changeAsked(ChangeRequest)
    /// A change of the roster was approved, refused or undone.
    case changeDecided(ChangeNumber, ChangeDecision)
    /// The daily work of duty rooms: handovers, duty log, spot checks, nil reports, readiness.
    case watchkeeping(WatchEntry)
    /// The machine's clock was set; of an incident: what it waits for moved with it.
    case clockStepped(ClockStep)
    case faultFound(WatchFault)
    case faultOver(WatchFault)

    /// A roster version that came into force.
    package struct Publication: Hashable, Sendable, Codable {
        package let place: String
        package let period: String
        package let version: Int
        package let by: PersonID?
        package let accepted: [Acceptance]
        /// SHA-256 of the stored snapshot, in hex.
        package let digest: String

        package init(
            place: String, period: String, version: Int, by: PersonID?, accepted: [Acceptance], digest: String
        ) {
            self.place = place
            self.period = period
            self.version = version
            self.by = by
            self.accepted = accepted
            self.digest = digest
        }
    }

    /// A finding that somebody knowingly accepted.
    package struct Acceptance: Hashable, Sendable, Codable {
        package let finding: String
        package let by: PersonID
        package let reason: String

        package init(finding: String, by: PersonID, reason: String) {
            self.finding = finding
            self.by = by
            self.reason = reason
        }
    }

    /// What was written down when a report came in.
    package struct Intake: Hashable, Sendable, Codable {
        package let facts: IncidentFacts
        package let grading: Grading
        package let plan: EscalationPlan
        /// Salted hash of the informant; the words themselves live apart and can be erased.
        package let informantHash: String?
        /// SHA-256 of the policy that the incident took with it, in hex; nil before the second schema.
        package let policyDigest: String?
        /// The place name or grid cell that named the unit.
        package let territory: String?

        package init(
            facts: IncidentFacts, grading: Grading, plan: EscalationPlan, informantHash: String?,
            policyDigest: String? = nil, territory: String? = nil
        ) {
            self.facts = facts
            self.grading = grading
            self.plan = plan
            self.informantHash = informantHash
            self.policyDigest = policyDigest
            self.territory = territory
        }
    }

    /// A follow-up or final report (续报、终报).
    package struct FollowUp: Hashable, Sendable, Codable {
        /// From 1: 续报一.
        package let ordinal: Int
        package let update: FactsUpdate
        /// Both grades after it.
        package let grading: Grading
        package let by: PersonID?
        package let receivedAt: Instant
        package let isFinal: Bool
        package let callerHash: String?
        /// The 30 days (road and fire: 7) are over: casualties changed, the computed grade stays (国令493, art. 13).
        package let isGradeFrozen: Bool

        package init(
            ordinal: Int, update: FactsUpdate, grading: Grading, by: PersonID?, receivedAt: Instant, isFinal: Bool,
            callerHash: String?, isGradeFrozen: Bool
        ) {
            self.ordinal = ordinal
            self.update = update
            self.grading = grading
            self.by = by
            self.receivedAt = receivedAt
            self.isFinal = isFinal
            self.callerHash = callerHash
            self.isGradeFrozen = isGradeFrozen
        }
    }

    /// Another ladder takes over.
    package struct Rerouting: Hashable, Sendable, Codable {
        package enum Cause: Hashable, Sendable, Codable {
            case gradeRaised(from: Grade, to: Grade)
            case unitChanged
            case kindChanged
        }

        package let cause: Cause
        package let plan: EscalationPlan

        package init(cause: Cause, plan: EscalationPlan) {
            self.cause = cause
            self.plan = plan
        }
    }
}
