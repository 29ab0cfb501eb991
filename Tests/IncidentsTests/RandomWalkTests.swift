import Calendars
import Incidents
import Rosters
import Testing

@Suite("A hundred thousand random events")
struct RandomWalkTests {
    private static let shares: UInt64 = 8
    private static let walksPerShare: UInt64 = 110
    private static let eventsPerWalk = 120

    @Test("After each of a hundred thousand random events the promises hold", arguments: 0..<shares)
    func promisesHold(share: UInt64) {
        var events = 0
        var reached: Set<String> = []
        for seed in 0..<Self.walksPerShare {
            var walk = Walk(seed: share * Self.walksPerShare + seed)
            for _ in 0..<Self.eventsPerWalk { walk.step() }
            #expect(walk.check.broken.isEmpty, "\(walk.check.broken.joined(separator: "\n"))")
            events += walk.events
            reached.formUnion(walk.reached)
        }
        #expect(UInt64(events) * Self.shares >= 100_000)
        #expect(reached.isSuperset(of: Walk.everything), "not seen: \(Walk.everything.subtracting(reached))")
    }

    @Test("The same seed walks the same way")
    func sameSeed() {
        func transcript(_ seed: UInt64) -> [Escalation] {
            var walk = Walk(seed: seed)
            return (0..<200).map { _ in
                walk.step()
                return walk.incident.escalation
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
    private(set) var reached: Set<String> = []
    private var world: RandomWorld
    private var outbox: [Message] = []
    /// The messages of the last event: by the next one their channels have taken them, or not.
    private var fresh = 0..<0
    private var now = Instant(seconds: 0)

    private static let nobody = DutyBoard(at: Instant(seconds: 0), place: nil, isInPeriod: false, stands: [])

    static let everything: Set<String> = [
        "open", "acknowledged", "closed", "unreachable", "unroutable", "round 5", "stepRun", "stepEmpty", "told",
        "roundEnded", "stepHurried", "conflict", "cancelled", "need unmet", "second way",
    ]

    init(seed: UInt64) {
        world = RandomWorld(seed: seed)
        incident = world.incident
        check = PromiseCheck(seed: seed)
    }

    mutating func step() {
        let before = incident.escalation
        let (event, at) = world.event(for: before, outbox: outbox, now: now)
        now = at
        events += 1
        // Only a due step asks who is on duty.
        let board = event == .stepDue ? world.board(at: now) : Self.nobody
        do {
            let change = try IncidentMachine(incident).handle(event, at: now, board: board, outbox: outbox)
            check.check(change, after: event, at: now, from: before, outbox: outbox)
            take(change)
        } catch {
            check.checkConflict(error, after: event, from: before)
            reached.insert("conflict")
        }
        if events.isMultiple(of: 10), incident.escalation.phase == .open {
            check.checkLiveness(of: incident, world: &world)
        }
    }

    private mutating func take(_ change: IncidentChange) {
        note(change)
        for index in fresh { outbox[index] = outbox[index].with(world.fate()) }
        fresh = outbox.count..<outbox.count + change.messages.count
        outbox += change.messages
        incident = incident.with(change.escalation)
    }

    private mutating func note(_ change: IncidentChange) {
        let escalation = change.escalation
        reached.insert(escalation.phase.rawValue)
        if escalation.isUnreachable { reached.insert("unreachable") }
        if escalation.isUnroutable { reached.insert("unroutable") }
        if escalation.round >= 5 { reached.insert("round 5") }
        if !change.cancelled.isEmpty { reached.insert("cancelled") }
        for record in change.records {
            switch record {
            case .stepRun: reached.insert("stepRun")
            case .stepEmpty: reached.insert("stepEmpty")
            case .told(_, let told): reached.formUnion(told.way > 0 ? ["told", "second way"] : ["told"])
            case .roundEnded: reached.insert("roundEnded")
            case .stepHurried: reached.insert("stepHurried")
            case .acknowledged(_, let wasTold, false) where wasTold && escalation.phase == .open:
                reached.insert("need unmet")
            default: break
            }
        }
    }
}
