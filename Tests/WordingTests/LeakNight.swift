import Calendars
import Incidents
import Rosters
import Testing
import Wording

/// The night on which all texts are read: a leak at 03:05 on 初一, from the first call to the closing.
struct LeakNight {
    static let place = Place(
        key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [],
        posts: [
            Post(key: "leader", name: "带班领导", tier: .leader), Post(key: "officer", name: "值班员", tier: .dutyOfficer),
        ],
        units: [
            Unit(id: "county", name: "县政府总值班室", dutyPhone: "0000-5550100", posts: [Ordinal(0)]),
            Unit(
                id: "office", name: "应急管理局", parent: Ordinal(0), dutyPhone: "0000-5550110",
                posts: [Ordinal(0), Ordinal(1)]),
        ],
        people: [
            person("p1", "李建国", "副局长"), person("p2", "张卫东", "值班科长"), person("p3", "孙丽", "科员"),
            person("p4", "周明", "科员"),
        ],
        absences: [], rules: RuleSettings())
    static let names = Names(place: place)
    static let number = IncidentNumber(year: 2026, sequence: 7)

    private(set) var incident: Incident
    private(set) var entries: [LedgerEntry] = []
    private(set) var messages: [Message] = []

    init(_ facts: IncidentFacts = LeakNight.facts, policy: Policy = LeakNight.policy) {
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties),
            chosen: nil)
        let plan = RoutePlanner.plan(
            for: facts, grading: grading, policy: policy, board: Self.board(at: facts.recordedAt))
        let change = IncidentChange.recording(
            Record.Intake(facts: facts, grading: grading, plan: plan, informantHash: nil),
            deadlines: policy.deadlines(for: facts, grading: grading, in: Self.place), number: Self.number,
            policy: policy, at: facts.recordedAt)
        incident = change.incident
        take(change, at: facts.recordedAt)
    }

    /// `03:12` on 初一, 17 February 2026.
    static func at(_ clock: String) -> Instant {
        guard let time = Zone.shanghai.instant(parsing: "2026-02-17T" + clock) else {
            preconditionFailure("not a time: \(clock)")
        }
        return time
    }

    mutating func happen(_ event: IncidentEvent, at clock: String) throws {
        let now = Self.at(clock)
        let change = try IncidentMachine(incident).handle(
            event, at: now, board: Self.board(at: now), outbox: messages)
        take(change, at: now)
    }

    mutating func call(_ caller: Caller) { incident.callers = [0: caller] }

    func report(_ style: UnitStyle = .short, isDrill: Bool = false, at clock: String = "09:30") -> ReportText {
        ReportText(
            incident: incident, entries: entries, names: Self.names, zone: .shanghai, style: style, isDrill: isDrill,
            now: Self.at(clock))
    }

    /// Everything of the drill: silence, acknowledgement, a raised grade, reports in time and late, a task.
    static func whole() throws -> LeakNight {
        var night = LeakNight()
        try night.happen(.due, at: "03:12")
        try night.happen(.acknowledged(by: "p1"), at: "03:21")
        try night.happen(
            .reportedUp(UpwardReport(to: "superior", over: .phone, at: at("03:41"), by: "p2")), at: "03:42")
        try night.happen(.followedUp(rising), at: "04:30")
        try night.happen(.due, at: "04:30")
        try night.happen(.acknowledged(by: "p1"), at: "04:34")
        try night.happen(
            .reportedUp(
                UpwardReport(
                    to: "superior", over: .written, at: at("05:24"), by: "p2", confirmedBy: "县政府总值班室 王芳")),
            at: "05:25")
        try night.happen(.taskGiven(order), at: "05:30")
        try night.happen(.taskDone(1, by: "p3", result: "罐区已封存"), at: "07:50")
        try night.happen(.taskClosed(1, by: "p4", result: ""), at: "08:05")
        try night.happen(.followedUp(last), at: "09:00")
        try night.happen(.closed(by: "p1", reason: "险情已排除"), at: "09:20")
        return night
    }

    static let facts = IncidentFacts(
        what: "氯气泄漏事故", place: "清河化工园区", unit: "office", category: .accident, type: "危险化学品",
        happenedAt: at("03:05"), receivedAt: at("03:12"), recordedAt: at("03:12"),
        elements: [.scene: "现场有刺激性气味", .measures: "企业已停产"], source: "群众来电", recordedBy: "p2")

    static let rising = FollowUpDraft(
        update: FactsUpdate(
            casualties: Casualties(dead: 3, missing: 1, serious: 2),
            elements: [.scene: "现场有刺激性气味", .leaders: "副县长已到场指挥"]),
        by: "p2", receivedAt: at("04:28"))

    static let last = FollowUpDraft(
        update: FactsUpdate(
            casualties: Casualties(dead: 3, missing: 0, slight: 5, lossYuan: 2_600_000),
            elements: [.cause: "阀门老化破裂"]),
        by: "p2", receivedAt: at("08:58"), isFinal: true)

    static let order = TaskOrder(
        instruction: "立即封存罐区", givenBy: "p1", owner: "p3", measure: "封存泄漏罐区", due: at("08:00"),
        interim: "专人看守")

    static var policy: Policy {
        let limits = [(ReportMedium.phone, 30), (.written, 120)].map { over, minutes in
            ReportLimit(
                profile: "test", to: "superior", over: over, starts: .received, within: .minutes(minutes),
                source: "示例办法 第九条")
        }
        var policy = Policy(
            fallback: [.phone("office")],
            ladders: [Ladder(name: "default", steps: [Step(tell: [.tier(.leader)], wait: .minutes(10))])],
            limits: limits)
        policy.handover = .zero
        return policy
    }

    /// A limit that counts from the event, of an incident of which nobody knows when it happened.
    static var unknownStart: ReportClock {
        var facts = facts
        facts.happenedAt = nil
        var policy = policy
        policy.limits = [
            ReportLimit(profile: "test", to: "superior", starts: .happened, within: .minutes(60), source: "示例")
        ]
        return LeakNight(facts, policy: policy).incident.clocks[0]
    }

    private mutating func take(_ change: IncidentChange, at now: Instant) {
        for record in change.records {
            entries.append(
                LedgerEntry(sequence: entries.count + 1, at: now, incident: Self.number, record: record))
        }
        messages += change.messages
        incident = change.incident
    }

    private static func board(at now: Instant) -> DutyBoard {
        let day = Interval(start: at("00:00"), end: at("23:59"))
        let stands = [("leader", "p1"), ("officer", "p2")].map { post, person in
            DutyStand(
                unit: "office", post: PostKey(post), person: PersonID(person), isPrimary: true, interval: day,
                period: "2026-spring-festival", version: 1)
        }
        return DutyBoard(at: now, place: place, isInPeriod: true, stands: stands, handover: .zero)
    }

    private static func person(_ id: String, _ name: String, _ title: String) -> Person {
        Person(id: PersonID(id), name: name, unit: Ordinal(1), title: title, mobile: "10000000001")
    }
}
