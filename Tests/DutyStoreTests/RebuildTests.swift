import Calendars
import DutyStore
import Incidents
import Rosters
import TestSupport
import Testing

@Suite("The state is what the ledger says")
struct RebuildTests {
    private static let limits = [
        ReportLimit(profile: "national", to: "superior", starts: .received, within: .minutes(120), source: "x"),
        ReportLimit(
            profile: "national", grades: [.I, .II, .III], to: "superior", over: .phone, starts: .happened,
            within: .minutes(20), source: "y"),
    ]

    private static var policy: Policy {
        var policy = Policy(
            fallback: [.person("p001"), .phone("emergency-office")], contact: ["call"],
            ladders: [
                Ladder(name: "grave", match: IncidentMatch(grades: [.I, .II]), steps: [step([.tier(.leader)], .all)]),
                Ladder(
                    name: "default",
                    steps: [step([.tier(.leader)], .any), step([.person("p002"), .phone("emergency-office")], .any)]),
            ], limits: limits)
        policy.askAgain = .minutes(30)
        policy.standby = [StandbyRule(match: IncidentMatch(warnings: []), posts: ["leader"])]
        return policy
    }

    private static func step(_ tell: [Target], _ need: Need) -> Step { Step(tell: tell, need: need, wait: .minutes(5)) }

    @Test(
        "after random days at the desk every incident rebuilt from its entries equals the stored one", arguments: 1...6)
    func rebuilt(seed: UInt64) throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Self.policy, by: nil, at: Examples.noon - .minutes(600))
        var day = RandomDay(seed: seed, store: store, policy: Self.policy)
        for _ in 0..<120 { try day.go() }
        #expect(day.numbers.count > 2)
        for number in day.numbers {
            var stored = try #require(try store.incident(number))
            stored.callers = [:]
            let rebuilt = try #require(try store.incidentFromLedger(number))
            #expect(rebuilt == stored, "seed \(seed), \(number)")
        }
        guard case .intact = try store.verifyLedger() else {
            Issue.record("the ledger is broken")
            return
        }
    }
}

/// A desk at which anything may happen next.
private struct RandomDay {
    private var random: SplitMix64
    private let store: DutyStore
    private let policy: Policy
    private(set) var numbers: [IncidentNumber] = []
    private var now = Examples.noon
    private let engine = EngineID(text: "test")

    init(seed: UInt64, store: DutyStore, policy: Policy) {
        self.random = SplitMix64(seed: seed)
        self.store = store
        self.policy = policy
    }

    mutating func go() throws {
        now = now + .seconds(random.below(600))
        if numbers.isEmpty || random.below(12) == 0 { return try report() }
        let number = numbers[random.below(numbers.count)]
        switch random.below(4) {
        case 0: try deliver()
        case 1: try due()
        case 2 where numbers.count > 1: try merge(number)
        default: try handle(event(), of: number)
        }
    }

    private mutating func report() throws {
        var facts = Examples.intake(receivedAt: now).facts
        if random.below(5) == 0 {
            facts.warning = WarningNotice(
                kind: "暴雨", level: .red, from: now, until: now + .minutes(300), area: "x", measures: "y", issuer: "z",
                issuedAt: now)
        }
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: nil, casualties: facts.casualties), chosen: nil)
        let board = try store.dutyBoard(at: now).board
        let intake = IncidentIntake(
            facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board), policy: policy,
            deadlines: policy.deadlines(for: facts, grading: grading, in: board.place),
            caller: random.below(2) == 0 ? Caller(name: "王芳", phone: "1") : nil)
        numbers.append(try store.record(intake, at: now).number)
    }

    private mutating func due() throws {
        guard let due = try store.nextDue(.steps), case .step(let number, let at) = due else { return }
        now = max(now, at)
        try handle(.due, of: number)
    }

    private mutating func deliver() throws {
        guard let due = try store.nextDue(.messages), due.at <= now, case .message(let id, _) = due,
            try store.claim(id, at: now, lease: .seconds(60), owner: engine) != nil
        else { return }
        let outcome: DeliveryOutcome =
            [.accepted, .failedForGood(.timeout), .failedForNow(.status(503), retryAt: now + .minutes(1))][
                random.below(3)]
        let (at, board) = (now, try store.dutyBoard(at: now).board)
        try store.finish(id, owner: engine, at: at, outcome: outcome) { incident, _ in
            guard case .failedForGood = outcome else { return nil }
            return try IncidentMachine(incident).handle(.wayFailed(id), at: at, board: board)
        }
    }

    private mutating func handle(_ event: IncidentEvent, of number: IncidentNumber) throws {
        let (at, board) = (now, try store.dutyBoard(at: now).board)
        do {
            try store.change(number, at: at, caller: Caller(name: "李四")) { incident, outbox, _ in
                try IncidentMachine(incident).handle(event, at: at, board: board, outbox: outbox)
            }
        } catch is IncidentConflict {}
    }

    private mutating func merge(_ number: IncidentNumber) throws {
        let other = numbers[random.below(numbers.count)]
        guard other != number else { return }
        let (at, board) = (now, try store.dutyBoard(at: now).board)
        let into = try store.incident(number)?.mergedInto
        do {
            try store.changeBoth(number, into ?? other, at: at) { one, two in
                let events: (IncidentEvent, IncidentEvent) =
                    into == nil
                    ? (.merged(into: two.0.number, by: "p001", reason: "x"), .absorbed(one.0.number, by: "p001"))
                    : (.split(by: "p001", reason: "x"), .released(one.0.number, by: "p001"))
                return (
                    try IncidentMachine(one.0).handle(events.0, at: at, board: board, outbox: one.1),
                    try IncidentMachine(two.0).handle(events.1, at: at, board: board, outbox: two.1)
                )
            }
        } catch is IncidentConflict {}
    }

    private mutating func event() -> IncidentEvent {
        let person: PersonID = ["p001", "p002"][random.below(2)]
        let update = FactsUpdate(
            happenedAt: random.below(2) == 0 ? now - .minutes(30) : nil,
            casualties: Casualties(dead: random.below(12), lossYuan: random.below(2) == 0 ? 5 : nil),
            elements: [.cause: "x\(random.below(9))"])
        let events: [IncidentEvent] = [
            .acknowledged(by: person), .declined(by: person, reason: "x"), .closed(by: person, reason: "x"),
            .reopened(by: person, reason: "x"), .called(.person(person), .noAnswer),
            .called(.phone("emergency-office"), .answered), .followedUp(FollowUpDraft(update: update, receivedAt: now)),
            .reportedUp(UpwardReport(to: "superior", over: .phone, at: now, by: person)),
            .taskGiven(TaskOrder(givenBy: "p001", owner: "p002", measure: "x", due: now + .minutes(20))),
            .taskDone(1, by: "p002", result: "x"), .taskClosed(1, by: "p001", result: ""), .due,
        ]
        return events[random.below(events.count)]
    }
}
