import Calendars
import Incidents
import Rosters
import Testing

@testable import DutyStore

@Suite("What an incident is told beside its ladder is kept")
struct KeepingTests {
    private let noon = Examples.noon

    private func told(_ subject: NoticeSubject, _ person: PersonID = "p001") -> Told {
        Told(
            recipient: .person(person), round: 1, step: 1, unit: "emergency-office", post: "leader",
            target: .tier(.leader), ways: ["call"], notice: subject, turn: .outgoing)
    }

    private func message(_ number: IncidentNumber, _ told: Told) -> Message {
        Message(
            id: MessageID(incident: number, told: told), owner: .incident(number), round: told.round, step: told.step,
            recipient: told.recipient, unit: told.unit, post: told.post, target: told.target, channel: .call,
            createdAt: noon, answerBy: noon + .minutes(5), state: .pending, attempts: 0, nextTryAt: noon,
            notice: told.notice)
    }

    private func records(_ number: IncidentNumber) -> [Record] {
        let deadline = Policy(
            limits: [
                ReportLimit(
                    profile: "x", to: "superior", over: .phone, starts: .received, within: .minutes(30), source: "y")
            ]
        ).deadlines(for: Examples.intake().facts, grading: Grading(computed: nil, chosen: nil))[0]
        let report = UpwardReport(to: "superior", over: .phone, at: noon, by: "p001", confirmedBy: "王")
        let task = DutyTask(
            id: 1, instruction: "全力救治", givenBy: "p001", givenAt: noon, owner: "p002", measure: "堵漏",
            due: noon + .minutes(30), interim: "警戒")
        let notice = told(.clockWarning(1))
        return [
            .clockStarted(id: 1, deadline: deadline), .clockSet(id: 1, due: noon + .minutes(40)), .clockWarned(id: 1),
            .told(message: MessageID(incident: number, told: notice), told: notice), .clockOverrun(id: 1),
            .reportedUp(report, clocks: [1]), .taskGiven(task), .taskReminded(id: 1), .taskOverdue(id: 1),
            .taskDone(id: 1, .init(by: "p002", at: noon, result: "已堵漏")),
            .taskClosed(id: 1, .init(by: "p001", at: noon, result: "核实")),
            .followedUp(
                Record.FollowUp(
                    ordinal: 2, update: FactsUpdate(elements: [.cause: "阀门"], responseLevel: .third),
                    grading: Grading(computed: nil, chosen: ChosenGrade(grade: .II, reason: "研判", by: "p001")),
                    by: "p001", receivedAt: noon, isFinal: true, callerHash: nil, isGradeFrozen: true)),
            .standbyOrdered(posts: ["leader"], again: noon + .minutes(90), misses: []),
            .absorbed(IncidentNumber(year: 2026, sequence: 2), by: "p001"),
        ]
    }

    @Test("clocks, tasks, notices, follow-ups, standby and merging come back as they were")
    func roundTrip() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let number = try store.record(Examples.intake(), at: noon).number
        var decided: Incident?
        try store.change(number, at: noon) { incident, _, _ in
            let change = incident.changed(records: records(number))
            decided = change.incident
            return change
        }
        let stored = try #require(try file.store().incident(number))
        #expect(stored == decided)
        #expect(stored.clocks.first?.report?.confirmedBy == "王" && stored.clocks.first?.overrunAt == noon)
        #expect(stored.tasks.first?.closed?.by == "p001" && stored.tasks.first?.interim == "警戒")
        #expect(stored.notices == [told(.clockWarning(1))])
        #expect(stored.followUps == 2 && stored.hasFinalReport && stored.facts.elements == [.cause: "阀门"])
        #expect(stored.standbyAt == noon + .minutes(90))
        #expect(stored.merged == [IncidentNumber(year: 2026, sequence: 2)])
        #expect(try file.store().incidentFromLedger(number) == stored)
    }

    @Test("a notice is kept once for its subject, recipient and channel, beside a step's message")
    func uniqueNotice() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (incident, step) = try store.reportAndTell()
        let number = incident.number
        let notices = [told(.clockWarning(1)), told(.clockOverrun(1)), told(.clockWarning(1), "p002")]
            .map { message(number, $0) }
        for _ in 0..<2 {
            try store.change(number, at: noon) { incident, _, _ in incident.changed(messages: notices) }
        }
        #expect(try file.store().messages(of: number) == [step] + notices)
        let columns = """
            incident, subject, notice, round, step, recipient, channel, target, definition, created_at, answer_by, state, \
            attempts, next_try_at
            """
        #expect(throws: (any Error).self) {
            try file.tamper(
                "INSERT INTO message (id, \(columns)) SELECT 'other', \(columns) FROM message WHERE notice IS NOT NULL LIMIT 1"
            )
        }
        #expect(try store.messages(of: number).count == 4)
    }

    @Test("the next step is whatever the incident waits for first: a clock, a task, or being asked about again")
    func wakes() throws {
        let store = try TemporaryFile().store()
        let number = try store.record(Examples.intake(), at: noon).number
        func next(_ records: [Record]) throws -> Due? {
            try store.change(number, at: noon) { incident, _, _ in incident.changed(records: records) }
            return try store.nextDue(.steps)
        }
        let acknowledged = Record.acknowledged(by: "p001", wasTold: true, stopsLadder: true, phones: nil)
        #expect(try next([acknowledged]) == .step(number, at: noon + .minutes(120)))
        let task = DutyTask(
            id: 1, givenBy: "p001", givenAt: noon, owner: "p002", measure: "堵漏", due: noon + .minutes(60))
        #expect(try next([.taskGiven(task)]) == .step(number, at: noon + .minutes(50)))
        let clocks = Array(records(number).prefix(2))
        #expect(try next(clocks) == .step(number, at: noon + .minutes(30)))
        #expect(try next([.clockWarned(id: 1)]) == .step(number, at: noon + .minutes(40)))
        #expect(try next([.clockOverrun(id: 1)]) == .step(number, at: noon + .minutes(50)))
        #expect(try next([.taskReminded(id: 1)]) == .step(number, at: noon + .minutes(60)))
        #expect(try next([.taskOverdue(id: 1)]) == .step(number, at: noon + .minutes(120)))
    }

    @Test("a merging that either of the two does not allow changes neither")
    func mergingIsOne() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (one, two) = (try store.reportAndTell().0.number, try store.reportAndTell().0.number)
        try store.change(two, at: noon) { incident, _, _ in
            incident.changed(records: [.closed(by: "p001", reason: "处置完毕")])
        }
        let before = try file.everything()
        let board = try store.dutyBoard(at: noon).board
        #expect(throws: IncidentConflict.self) {
            try store.changeBoth(one, two, at: noon) { first, second in
                (
                    try IncidentMachine(first.0)
                        .handle(
                            .merged(into: two, by: "p001", reason: "同一事件"), at: noon, board: board, outbox: first.1),
                    try IncidentMachine(second.0).handle(.absorbed(one, by: "p001"), at: noon, board: board)
                )
            }
        }
        #expect {
            try store.changeBoth(one, two, at: noon) { first, second in
                (
                    first.0.changed(records: [.merged(into: two, by: "p001", reason: "同一事件")]),
                    second.0.changed(to: Escalation(phase: .open, nextStepAt: nil))
                )
            }
        } throws: { error in
            if case StoreError.refusedRow = error { true } else { false }
        }
        #expect(try file.everything() == before)
    }

    @Test("whoever called with a follow-up is kept apart, and erased without breaking the ledger or its hash")
    func followUpCaller() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let number = try store.record(Examples.intake(informant: "门卫老刘"), at: noon).number
        let board = try store.dutyBoard(at: noon).board
        let caller = Caller(name: "村民赵大勇", phone: "13700000003")
        let after = try store.change(number, at: noon, caller: caller) { incident, outbox, hash in
            let draft = FollowUpDraft(update: FactsUpdate(what: "续报"), receivedAt: noon, callerHash: hash)
            return try IncidentMachine(incident).handle(.followedUp(draft), at: noon, board: board, outbox: outbox)
        }
        #expect(after.callers == [0: Caller(name: "门卫老刘"), 1: caller])
        let ledger = try store.ledger(of: number)
        let hashes = ledger.compactMap { entry in
            if case .followedUp(let followUp) = entry.record { followUp.callerHash } else { nil }
        }
        #expect(hashes.count == 1 && hashes.first?.count == 64)
        #expect(try !file.everything().filter { !$0.hasPrefix("caller ") }.joined().contains("赵大勇"))

        try store.eraseCallers(of: number)
        #expect(try store.incident(number)?.callers.isEmpty == true)
        #expect(try !file.holds("赵大勇") && !file.holds("13700000003") && !file.holds("门卫老刘"))
        #expect(try store.ledger(of: number) == ledger)
        #expect(try store.verifyLedger() == .intact(count: ledger.count))
    }
}
