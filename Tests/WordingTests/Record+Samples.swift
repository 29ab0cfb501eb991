import Calendars
import Incidents
import Rosters
import Watchkeeping

extension Record {
    /// One entry of every kind, and those that have several ways to be said.
    static let samples: [Record] =
        ladder + answers + reports + tasks + merging + changes + watch + WatchEntry.samples.map(Record.watchkeeping)
        + WatchEntry.subjects.map { .matterRaised(MatterNumber(3), $0, misses: []) }

    private static let at = LeakNight.at("04:00")
    private static let night = LeakNight()
    private static let miss = TargetMiss(target: .fieldLeader, cause: .noLeaderInCharge)
    private static let told = Told(
        recipient: .person("p1"), round: 1, step: 1, unit: "office", post: "leader", target: .tier(.leader),
        ways: ["call"], notice: .clockOverrun(1), turn: .outgoing)
    private static let message = MessageID(incident: LeakNight.number, told: told)
    private static let done = DutyTask.Completion(by: "p3", at: at, result: "已封存")
    private static let plan = night.incident.plan

    private static let ladder: [Record] = [
        .drillStarted(name: "春节演练"), .clockMoved(from: at, to: at + .minutes(5)),
        .published(.init(place: "qinghe", period: "春节", version: 1, by: "p1", accepted: [], digest: "00")),
        night.entries[0].record,
        .stepRun(round: 1, step: 1, ladder: "default", until: at, misses: [miss]),
        .stepEmpty(round: 1, step: 1, misses: [miss]), .told(message: message, told: told),
        .roundEnded(round: 1, nextRoundAt: at, toldNobody: true), .stepHurried(round: 1, step: 1),
        .delivered(message: message, attempt: 1, outcome: .failedForGood(.timeout)),
        .called(recipient: .person("p1"), message: nil, outcome: .busy), .exhausted(message: message),
        .held(until: at, reason: "夜间不扰民"),
    ]

    private static let answers: [Record] = [
        .acknowledged(by: "p1", wasTold: false, stopsLadder: false, phones: ["office"]),
        .declined(by: "p1", reason: "出差", wasTold: true, hurries: true), .askedAgain(after: .minutes(120)), .resumed,
        .closed(by: "p1", reason: "已排除"), .reopened(by: "p1", reason: "复燃"),
    ]

    private static let reports: [Record] =
        [
            .followedUp(
                FollowUp(
                    ordinal: 1, update: LeakNight.rising.update, grading: night.incident.grading, by: "p2",
                    receivedAt: at, isFinal: false, callerHash: nil, isGradeFrozen: true)),
            .clockStarted(id: 1, deadline: night.incident.clocks[0].deadline), .clockSet(id: 1, due: at),
            .clockWarned(id: 1), .clockOverrun(id: 1),
            .reportedUp(UpwardReport(to: "county", over: .phone, at: at, by: "p2"), clocks: [1]),
        ]
        + [Rerouting.Cause.gradeRaised(from: .IV, to: .III), .unitChanged, .kindChanged].map {
            .rerouted(Rerouting(cause: $0, plan: plan))
        }

    private static let tasks: [Record] = [
        .taskGiven(
            DutyTask(id: 1, instruction: "立即封存", givenBy: "p1", givenAt: at, owner: "p3", measure: "封存", due: at)),
        .taskReminded(id: 1), .taskOverdue(id: 1), .taskDone(id: 1, done), .taskClosed(id: 1, done),
        .noticeMissed(.taskGiven(1), misses: [miss]), .standbyOrdered(posts: ["leader"], again: at, misses: [miss]),
    ]

    private static let merging: [Record] = [
        .merged(into: IncidentNumber(year: 2026, sequence: 8), by: "p1", reason: "同一起"),
        .absorbed(IncidentNumber(year: 2026, sequence: 8), by: "p1"),
        .split(from: IncidentNumber(year: 2026, sequence: 8), by: "p1", reason: "并非同一起"),
        .released(IncidentNumber(year: 2026, sequence: 8), by: "p1"),
    ]

    private static let changes: [Record] = [
        .matterRaised(
            MatterNumber(1),
            .dutiesChanged(
                DutiesChange(
                    person: "p2", gained: [slot], lost: [slot],
                    cause: .change(ChangeNumber(1), .relief, approvedBy: "p1"))), misses: [miss]),
        .matterRaised(
            MatterNumber(2), .gapsOpened(GapsOpened(absent: "p3", absence: slot.interval, gaps: [gap])), misses: []),
        .matterRaised(
            MatterNumber(3),
            .gapsClosed(
                GapsClosed(
                    by: .absence("p3", slot.interval, standIn: nil), cause: .undone(ChangeNumber(1), by: "p1"),
                    gaps: [gap])), misses: []),
        .matterRaised(
            MatterNumber(4),
            .changeRefused(
                request(.swap(slot, slot)), ChangeDecision(verdict: .refused, by: "p1", at: at, reason: "人手不足")),
            misses: []),
        .matterRaised(MatterNumber(5), .deputyNamed(deputy), misses: []),
        .matterRaised(MatterNumber(6), .deputyFreed(deputy, undoneBy: "p1"), misses: []),
        .changeAsked(request(.relief(of: slot, during: slot.interval, by: "p2"))),
        .changeAsked(request(.swap(slot, slot))),
        .changeAsked(request(.absence("p3", slot.interval, standIn: "p2"))),
        .changeDecided(ChangeNumber(1), ChangeDecision(verdict: .approved, by: "p1", at: at)),
        .changeDecided(ChangeNumber(1), ChangeDecision(verdict: .undone, by: "p1", at: at, reason: "已返岗")),
        .changeDecided(ChangeNumber(2), ChangeDecision(verdict: .refused, by: "p1", at: at, reason: "人手不足")),
    ]

    private static let watch: [Record] =
        [
            .clockStepped(ClockStep(from: at, to: at - .minutes(60))),
            .clockStepped(ClockStep(from: at, to: at + .minutes(1440))), .faultOver(.noNextStep(LeakNight.number)),
        ]
        + [
            WatchFault.noNextStep(LeakNight.number), .noAskingAgain(LeakNight.number),
            .stepOverdue(LeakNight.number, due: at), .leaseOver(message, since: at, count: 1),
            .deliveryOverdue(message, since: at, count: 3), .tooManyTries(message, tries: 12, count: 1),
            .cycleUnfinished(.delivery, since: at), .unreadable(table: "incident", key: "2026-0007"),
        ].map { .faultFound($0) }

    private static let slot = DutySlot(
        unit: "office", post: "officer", interval: Interval(start: at, end: at + .minutes(60)), person: "p3")

    private static let gap = PostGap(unit: "office", post: "officer", interval: slot.interval, needed: 2, have: 1)

    private static let deputy = Deputy(
        person: "p2", interval: slot.interval, standIn: StandIn(for: "p3", change: ChangeNumber(1), approvedBy: "p1"))

    private static func request(_ change: RosterChange) -> ChangeRequest {
        ChangeRequest(
            number: ChangeNumber(1), place: "county", change: change, askedBy: "p3", askedAt: at, reason: "生病")
    }

    /// How many kinds `kind` tells apart.
    static let kinds = 44

    /// Without a default: a new kind of entry does not compile until it has a number, and then wants a sample.
    var kind: Int {
        switch self {
        case .drillStarted: 1
        case .clockMoved: 2
        case .published: 3
        case .reported: 4
        case .stepRun: 5
        case .stepEmpty: 6
        case .told: 7
        case .roundEnded: 8
        case .stepHurried: 9
        case .delivered: 10
        case .called: 11
        case .exhausted: 12
        case .held: 13
        case .acknowledged: 14
        case .declined: 15
        case .askedAgain: 16
        case .closed: 17
        case .reopened: 18
        case .followedUp: 19
        case .rerouted: 20
        case .clockStarted: 21
        case .clockSet: 22
        case .clockWarned: 23
        case .clockOverrun: 24
        case .reportedUp: 25
        case .taskGiven: 26
        case .taskReminded: 27
        case .taskOverdue: 28
        case .taskDone: 29
        case .taskClosed: 30
        case .noticeMissed: 31
        case .standbyOrdered: 32
        case .merged: 33
        case .absorbed: 34
        case .split: 35
        case .released: 36
        case .resumed: 37
        case .matterRaised: 38
        case .changeAsked: 39
        case .changeDecided: 40
        case .clockStepped: 41
        case .faultFound: 42
        case .faultOver: 43
        case .watchkeeping: 44
        }
    }
}
