import Calendars
import DutyStore
import Incidents
import Rosters
import Testing

@Suite("Incidents")
struct IncidentTests {
    private struct Refusal: Error, Equatable {}

    @Test("a report is stored whole: open, its first step due now, its entry in the ledger")
    func report() throws {
        let file = try TemporaryFile()
        let recorded = try file.store().record(Examples.intake(informant: "王芳"), at: Examples.noon)
        #expect(recorded.number == IncidentNumber(year: 2026, sequence: 1))
        #expect(recorded.escalation == Escalation(nextStepAt: Examples.noon))
        #expect(recorded.facts == Examples.intake().facts)
        #expect(recorded.plan == Examples.plan)
        #expect(recorded.callers[0]?.name == "王芳")

        let store = try file.store()
        #expect(try store.incident(recorded.number) == recorded)
        let entry = try #require(try store.ledger(of: recorded.number).first)
        #expect(entry.at == Examples.noon)
        guard case .reported(let intake) = entry.record else {
            Issue.record("\(entry.record)")
            return
        }
        #expect(intake.facts == recorded.facts)
        #expect(try store.nextDue() == .step(recorded.number, at: Examples.noon))
    }

    @Test("numbers count by year, by the place's clock")
    func numbers() throws {
        let store = try TemporaryFile().store()
        let times = ["2026-12-31T23:59", "2027-01-01T00:00", "2026-12-31T23:59", "2027-01-01T00:01"]
        let numbers = try times.map { time in
            try store.record(Examples.intake(receivedAt: Examples.instant(time)), at: Examples.noon).number.description
        }
        #expect(numbers == ["2026-0001", "2027-0001", "2026-0002", "2027-0002"])

        let zone = try #require(Zone("Asia/Urumqi"))
        let west = Examples.place("west", zone: zone, unit: "west-office")
        try store.publish(book: Examples.book(place: west), policy: Examples.policy, by: nil, at: Examples.noon)
        let newYear = Examples.instant("2027-01-01T01:00")
        let inWest = try store.record(Examples.intake(receivedAt: newYear, unit: "west-office"), at: Examples.noon)
        #expect(inWest.number.description == "2026-0003")
    }

    @Test("numbers of two stores on one file never meet")
    func numbersTogether() async throws {
        let file = try TemporaryFile()
        let stores = [try file.store(), try file.store()]
        let numbers = try await withThrowingTaskGroup(of: IncidentNumber.self) { group in
            for index in 0..<40 {
                group.addTask { try stores[index % 2].record(Examples.intake(), at: Examples.noon).number }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(numbers.map(\.sequence).sorted() == Array(1...40))
        #expect(try stores[0].verifyLedger() == .intact(count: 40))
    }

    @Test("a decision is stored whole: state, messages and ledger")
    func decision() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let number = try store.record(Examples.intake(), at: Examples.noon).number
        let message = Examples.message(number)
        let told = Told(
            recipient: .person("p001"), round: 2, step: 1, unit: nil, post: nil, target: .handling, ways: ["call"])
        let escalation = Escalation(
            round: 2, stepsDone: 1, nextStepAt: Examples.noon, isUnreachable: true, isUnroutable: true, told: [told],
            earlier: [told], firstRound: 2, isWidened: true, isAskedAgain: true)
        let records: [Record] = [.told(message: message.id, told: told), .stepHurried(round: 2, step: 1)]
        let later = Examples.noon + .minutes(1)
        let changed = try store.change(number, at: later) { incident, messages, _ in
            #expect(incident.number == number && messages.isEmpty)
            return incident.changed(to: escalation, messages: [message], records: records)
        }
        #expect(changed.escalation == escalation)
        let reopened = try file.store()
        #expect(try reopened.incident(number) == changed)
        #expect(try reopened.messages(of: number) == [message])
        let entries = try reopened.ledger(of: number).dropFirst()
        #expect(entries.map(\.record) == records)
        #expect(entries.allSatisfy { $0.at == later })
    }

    @Test("a decision that throws leaves nothing behind")
    func throwingDecision() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (incident, _) = try store.reportAndTell()
        let before = try file.everything()
        #expect(throws: Refusal()) {
            try store.change(incident.number, at: Examples.noon) { _, _, _ in throw Refusal() }
        }
        #expect(try file.everything() == before)
    }

    @Test("a decision that the schema refuses leaves nothing behind")
    func refusedDecision() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (incident, _) = try store.reportAndTell()
        let before = try file.everything()
        let silent = Escalation(phase: .open, nextStepAt: nil)
        #expect {
            try store.change(incident.number, at: Examples.noon) { incident, _, _ in incident.changed(to: silent) }
        } throws: { error in
            if case StoreError.refusedRow = error { true } else { false }
        }
        let strange = MessageID(text: "2026-0001/9/9/p009/call")
        #expect(throws: StoreError.unknownMessage(strange)) {
            try store.change(incident.number, at: Examples.noon) { incident, _, _ in
                incident.changed(
                    messages: [Examples.message(incident.number, round: 2)], cancelled: [strange],
                    records: [.stepHurried(round: 1, step: 1)])
            }
        }
        #expect(try file.everything() == before)
    }

    @Test("a number that was never given is unknown")
    func unknown() throws {
        let store = try TemporaryFile().store()
        let number = IncidentNumber(year: 2026, sequence: 5)
        #expect(try store.incident(number) == nil)
        #expect(throws: StoreError.unknownIncident(number)) {
            try store.change(number, at: Examples.noon) { incident, _, _ in
                incident.changed()
            }
        }
    }

    @Test("closed incidents are listed only when asked for")
    func listing() throws {
        let store = try TemporaryFile().store()
        let first = try store.record(Examples.intake(), at: Examples.noon).number
        let second = try store.record(Examples.intake(informant: "王芳"), at: Examples.noon).number
        try store.change(first, at: Examples.noon) { incident, _, _ in
            incident.changed(to: Escalation(phase: .closed, nextStepAt: nil))
        }
        #expect(try store.incidents(includingClosed: false).map(\.number) == [second])
        #expect(try store.incidents(includingClosed: true).map(\.number) == [first, second])
        #expect(try store.incidents(includingClosed: true).map { $0.callers[0]?.name } == [nil, "王芳"])
    }
}
