import Calendars
import Incidents
import Rosters
import Watchkeeping

extension WatchEntry {
    static let at = LeakNight.at("08:30")
    static let change = ChangeOver(unit: "office", post: "officer", at: at, outgoing: ["p2"], incoming: ["p3"])
    static let sheet = HandoverSheet(
        work: [
            PendingWork(kind: .incident, incident: "2026-0007", text: "液氨泄漏"),
            PendingWork(kind: .clock, incident: "2026-0007", text: "superior", due: at + .minutes(30)),
            PendingWork(
                kind: .task, incident: "2026-0007", text: "封存现场", due: at + .minutes(90), owner: "p4"),
        ],
        items: [OpenItem(number: 3, unit: "office", text: "水位每小时一报", by: "p2", openedAt: at)], things: ["值班室钥匙"])

    static let outgoing = HandoverSignature(
        change: change, side: .outgoing, by: "p2", at: at, notes: "记录齐全", missing: ["值班手机"], sheet: sheet)
    static let incoming = HandoverSignature(
        change: change, side: .incoming, by: "p3", at: at + .minutes(20), sheet: sheet)

    static let post = CalledPost(unit: "office", post: "officer", people: ["p2", "p3"])
    static let call = RollCall(
        number: 4, startedAt: at, by: "p1", posts: [post], draw: RollCall.Draw(from: 9, seed: 42))

    static func attempt(_ way: RollCallWay, _ outcome: CallOutcome, _ answerer: Answerer? = nil) -> RollCallTry {
        RollCallTry(
            call: 4, unit: "office", post: "officer", way: way, at: at, outcome: outcome, answeredBy: answerer, by: "p1"
        )
    }

    static let report = NilReport(unit: "office", due: at, by: "p3", at: at + .minutes(10))

    /// One of every kind, and those that have several ways to be said.
    static let samples: [WatchEntry] = [
        .handoverBegun(HandoverBeginning(change: change, by: "p2", at: at)), .handoverSigned(outgoing),
        .handoverSigned(incoming), .itemOpened(sheet.items[0]),
        .itemClosed(ItemClosing(item: 3, by: "p3", at: at, result: "水位回落")), .logged(entry(1)),
        .logged(entry(2, corrects: 1)), .rollCallStarted(call),
        .rollCallStarted(RollCall(number: 5, startedAt: at, by: "p1", posts: [post], draw: nil)),
        .rollCallTried(attempt(.landline, .noAnswer)), .rollCallTried(attempt(.mobile, .answered, .onDuty("p3"))),
        .rollCallTried(attempt(.landline, .answered, .colleague("p1", post: "leader"))),
        .rollCallTried(attempt(.landline, .answered, .other("门卫"))), .nilReported(report),
        .nilReported(NilReport(unit: "office", due: at, by: "p3", at: at, text: "路面结冰")),
        .checkedOff(CheckOff(period: "春节", unit: "office", item: .team("rescue"), by: "p2", at: at)),
        .checkedOff(
            CheckOff(period: "春节", unit: "office", item: .equipment("照明车"), by: "p2", at: at, fault: "亏电")),
        .contactTested(ContactTest(person: "p4", outcome: .noAnswer, by: "p2", at: at)),
    ]

    static func entry(_ number: Int, corrects: Int? = nil) -> LogEntry {
        LogEntry(
            number: number, unit: "office", shift: nil, text: "水位 2.3 米", by: "p2", happenedAt: at, writtenAt: at,
            corrects: corrects)
    }

    static let subjects: [MatterSubject] = [
        .handoverLate(LateHandover(unit: "office", minutes: 15, posts: [LatePost(Handover(change: change))])),
        .rollCallMissed(RollCallMiss(call: 4, post: post, result: .noCallBack, by: "p1")),
        .nilReportsMissing([NilReportDue(unit: "office", due: at)]),
    ]
}
