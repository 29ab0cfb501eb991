import Calendars
import Incidents
import Rosters
import Testing

@Suite("A hundred thousand random events")
struct RandomWalkTests {
    private static let shares: UInt64 = 8
    private static let walksPerShare: UInt64 = 157
    private static let eventsPerWalk = 80

    @Test("After each of a hundred thousand random events the promises hold", arguments: 0..<shares)
    func promisesHold(share: UInt64) {
        var events = 0
        var reached: Set<String> = []
        for seed in 0..<Self.walksPerShare {
            var walk = Walk(seed: share * Self.walksPerShare + seed, reached: reached)
            for _ in 0..<Self.eventsPerWalk { walk.step() }
            walk.rebuild()
            #expect(walk.check.broken.isEmpty, "\(walk.check.broken.joined(separator: "\n"))")
            events += walk.events
            reached = walk.reached
        }
        #expect(UInt64(events) * Self.shares >= 100_000)
        #expect(reached.isSuperset(of: Walk.everything), "not seen: \(Walk.everything.subtracting(reached))")
    }

    @Test("The same seed walks the same way")
    func sameSeed() {
        func transcript(_ seed: UInt64) -> [Incident] {
            var walk = Walk(seed: seed)
            return (0..<200).map { _ in
                walk.step()
                return walk.incident
            }
        }
        #expect(transcript(42) == transcript(42))
        #expect(transcript(42) != transcript(43))
    }
}

/// One incident from its report on, an event at a time.
private struct Walk {
    private(set) var incident: Incident
    private(set) var check: PromiseCheck
    private(set) var events = 0
    /// What the walk has come by, so that no promise is kept only because nothing happened.
    private(set) var reached: Set<String>
    private var world: RandomWorld
    private var outbox: [Message] = []
    /// The messages of the last event: by the next one their channels have taken them, or not.
    private var fresh = 0..<0
    private var now: Instant

    static let everything: Set<String> = [
        "open", "acknowledged", "closed", "merged", "unreachable", "unroutable", "round 5", "conflict", "cancelled",
        "need unmet", "second way", "incoming", "outgoing", "lapsed", "late",
        "stepRun", "stepEmpty", "told", "roundEnded", "stepHurried", "delivered", "called", "exhausted", "held",
        "declined", "askedAgain", "resumed", "reopened", "followedUp", "rerouted", "clockStarted", "clockSet",
        "clockWarned",
        "clockOverrun", "reportedUp", "taskGiven", "taskReminded", "taskOverdue", "taskDone", "taskClosed",
        "noticeMissed", "standbyOrdered", "absorbed", "split", "released",
    ]

    init(seed: UInt64, reached: Set<String> = []) {
        self.reached = reached
        world = RandomWorld(seed: seed)
        now = world.start
        let change = IncidentChange.recording(
            world.intake,
            deadlines: world.policy.deadlines(
                for: world.intake.facts, grading: world.intake.grading, in: World.place),
            number: IncidentNumber(year: 2026, sequence: 1), policy: world.policy, at: now)
        incident = change.incident
        check = PromiseCheck(seed: seed)
        check.write(change, at: now)
    }

    mutating func step() {
        let before = incident
        let (event, at) = world.event(for: before, outbox: outbox, now: now)
        now = at
        events += 1
        do {
            let change = try IncidentMachine(before).handle(event, at: now, board: world.board(at: now), outbox: outbox)
            check.check(change, after: event, at: now, from: before, outbox: outbox)
            take(change)
        } catch {
            check.checkConflict(error, after: event, from: before)
            reached.insert("conflict")
        }
        if events <= 8 || events.isMultiple(of: 20) { rebuild() }
        if events.isMultiple(of: 20) { check.checkLiveness(of: incident, at: now, world: &world) }
    }

    /// The ledger alone makes the incident, as it stands, and nothing in it grows without end.
    mutating func rebuild() {
        check.checkGrowth(of: incident)
        check.hold(
            Incident(ledger: check.entries, policy: world.policy) == incident, "the ledger makes the incident", .due)
    }

    private mutating func take(_ change: IncidentChange) {
        if reached.count < Self.everything.count { note(change) }
        for index in fresh { outbox[index].mark(world.fate()) }
        for id in change.cancelled {
            if let index = outbox.lastIndex(where: { $0.id == id }) { outbox[index].mark(.failed) }
        }
        fresh = outbox.count..<outbox.count + change.messages.count
        outbox += change.messages
        incident = change.incident
    }

    private mutating func note(_ change: IncidentChange) {
        let escalation = change.escalation
        reached.insert(escalation.phase.rawValue)
        if escalation.isUnreachable { reached.insert("unreachable") }
        if escalation.isUnroutable { reached.insert("unroutable") }
        if escalation.round >= 5 { reached.insert("round 5") }
        if !change.cancelled.isEmpty { reached.insert("cancelled") }
        if change.incident.grading.lapsed != nil { reached.insert("lapsed") }
        if change.incident.clocks.contains(where: \.isLate) { reached.insert("late") }
        for record in change.records {
            reached.insert(Mirror(reflecting: record).children.first?.label ?? "\(record)")
            if case .told(_, let told) = record {
                if told.way > 0 { reached.insert("second way") }
                if let turn = told.turn { reached.insert(turn.rawValue) }
            }
            if case .acknowledged(_, true, false, _) = record, escalation.phase == .open {
                reached.insert("need unmet")
            }
        }
    }
}

extension PromiseCheck {
    /// Nothing stays due once it is done, and what is due leads to the next round, or to rest.
    fileprivate mutating func checkLiveness(of incident: Incident, at now: Instant, world: inout RandomWorld) {
        var incident = incident
        let round = incident.escalation.round
        let longest = 2 * (incident.plan.ladder.steps.count + incident.clocks.count + incident.tasks.count) + 6
        var (time, atOnce) = (now, 0)
        for _ in 0..<200 {
            guard let due = incident.nextDueAt, incident.escalation.phase == .open else { return }
            guard incident.escalation.round <= round + 1 else { return }
            atOnce = due <= time ? atOnce + 1 : 0
            time = max(time, due)
            hold(atOnce <= longest, "nothing is due again and again", .due)
            guard let change = try? IncidentMachine(incident).handle(.due, at: time, board: world.board(at: time)),
                change.incident != incident
            else { return hold(false, "what is due is done", .due) }
            incident = change.incident
        }
        hold(false, "what is due leads to the next round", .due)
    }
}
