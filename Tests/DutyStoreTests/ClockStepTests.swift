import Calendars
import DutyStore
import Incidents
import Rosters
import Testing

@testable import Dispatching

@Suite("The machine's clock is set")
struct ClockStepTests {
    private let noon = Examples.noon
    private let number = IncidentNumber(year: 2026, sequence: 1)
    private let hour = Duration.minutes(60)
    private let day = Duration.minutes(1440)

    /// A real desk with a roster, two steps five minutes apart, a limit of 25 minutes, and one report.
    private func desk(_ file: TemporaryFile, _ machine: FakeMachine) throws -> Desk {
        let steps = [Step(tell: [.tier(.leader)], wait: .minutes(5)), Step(tell: [.person("p002")], wait: .minutes(5))]
        let policy = Policy(
            fallback: [.person("p001")], contact: ["call"], ladders: [Ladder(name: "default", steps: steps)],
            limits: [ReportLimit(profile: "x", to: "superior", starts: .received, within: .minutes(25), source: "y")])
        let store = try file.store()
        try store.publish(book: Examples.book(to: "2026-10-09"), policy: policy, by: nil, at: machine.now)
        let desk = Desk(store: store)
        try report(desk, machine)
        return desk
    }

    private func report(_ desk: Desk, _ machine: FakeMachine) throws {
        _ = try desk.report(ReportDraft(facts: Examples.intake(receivedAt: machine.now).facts), at: machine.now)
    }

    private func next(_ desk: Desk) throws -> Duration {
        try #require(try desk.store.incident(number)?.escalation.nextStepAt) - noon
    }

    private func steps(_ desk: Desk) throws -> [ClockStep] {
        try desk.store.ledger().compactMap { entry in
            guard case .clockStepped(let step) = entry.record, entry.incident == nil else { return nil }
            return step
        }
    }

    /// The state is what the ledger says, and wherever its times run backwards it says why.
    private func checkLedger(_ desk: Desk) throws {
        #expect(try desk.store.incidentFromLedger(number) == desk.store.incident(number))
        let entries = try desk.store.ledger()
        for (before, after) in zip(entries, entries.dropFirst()) where after.at < before.at - ClockStep.tolerance {
            guard case .clockStepped(let step) = after.record else {
                Issue.record("entry \(after.sequence) is earlier than the one before it, and nothing says why")
                continue
            }
            #expect(step.to == after.at)
        }
        guard case .intact = try desk.store.verifyLedger() else {
            Issue.record("the ledger is broken")
            return
        }
    }

    @Test(
        "An hour back while the engine runs: the wait goes on as if nothing had happened, and the ledger says it once")
    func hourBack() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engine = machine.engine(desk.store)
        try await engine.runUntilIdle()
        #expect(machine.lines.count == 1)
        machine.pass(.minutes(2))
        machine.set(by: .zero - hour)
        try await engine.runUntilIdle()
        #expect(machine.lines.count == 1, "nothing is due, so nobody is told")
        #expect(try steps(desk) == [ClockStep(from: noon + .minutes(2), to: noon - .minutes(58))])
        #expect(try next(desk) == .minutes(-55))
        let limit = try #require(try desk.store.incident(number)?.clocks.first?.deadline.due)
        #expect(limit == noon - .minutes(35))
        machine.pass(.minutes(3))
        try await engine.runUntilIdle()
        #expect(machine.lines.count == 2, "the second step ran at its time")
        try checkLedger(desk)
    }

    @Test("An hour back while no engine runs: the next one notes it, and nothing waits longer than before")
    func hourBackWhileStopped() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        try await machine.engine(desk.store).runUntilIdle()
        machine.pass(.minutes(2))
        machine.set(by: .zero - hour)
        machine.pass(.minutes(1))
        let store = try file.store()
        try await machine.engine(store, "next").runUntilIdle()
        let step = try #require(try steps(desk).first)
        #expect(step.to == machine.now && step.isBack)
        #expect(try next(desk) <= machine.now + .minutes(5) - noon)
        machine.pass(.minutes(5))
        try await machine.engine(store, "next").runUntilIdle()
        #expect(machine.lines.count == 2)
        try checkLedger(desk)
    }

    @Test("A day forward: each incident does one overdue step and goes on from now; not one for every minute missed")
    func dayForward() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        for _ in 0..<4 { try report(desk, machine) }
        let engine = machine.engine(desk.store)
        try await engine.runUntilIdle()
        #expect(machine.lines.count == 5)
        machine.pass(.minutes(1))
        machine.set(by: day)
        try await engine.runUntilIdle()
        #expect(try steps(desk) == [ClockStep(from: noon + .minutes(1), to: noon + .minutes(1441))])
        for incident in try desk.store.incidents(includingClosed: false) {
            let messages = try desk.store.messages(of: incident.number)
            #expect(messages.filter { $0.notice == nil }.count == 2)
            #expect(messages.allSatisfy { $0.attempts == 1 && $0.state == .accepted })
            #expect(incident.escalation.nextStepAt == machine.now + .minutes(5))
        }
        let told = machine.lines.count
        try await engine.runUntilIdle()
        #expect(machine.lines.count == told)
        try checkLedger(desk)
    }

    @Test("A day forward and back again: whoever waited waits on, and both settings are in the ledger")
    func forwardAndBack() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engine = machine.engine(desk.store)
        try await engine.runUntilIdle()
        machine.set(by: day)
        try await engine.runUntilIdle()
        machine.set(by: .zero - day)
        try await engine.runUntilIdle()
        #expect(try steps(desk).map(\.isBack) == [false, true])
        #expect(try next(desk) == .minutes(5))
        try checkLedger(desk)
    }

    @Test("A claim under way is not taken over when the clock jumps a day, and is when its time has really passed")
    func leases() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engine = machine.engine(desk.store)
        let message = try #require(try desk.store.messages(of: number).first)
        #expect(
            try desk.store.claim(message.id, at: noon, lease: .seconds(35), owner: EngineID(text: "slow")) != nil)
        try engine.showLife(since: noon)
        machine.set(by: day)
        try await engine.runUntilIdle()
        let claimed = try #require(try desk.store.message(message.id))
        #expect(claimed.state == .sending && claimed.attempts == 1)
        machine.pass(.seconds(35))
        try await engine.runUntilIdle()
        #expect(try desk.store.message(message.id)?.attempts == 2)
        try checkLedger(desk)
    }

    @Test(
        "An engine that showed itself goes on counting as running, and a dead one does not rise",
        arguments: [-60, 1440])
    func signs(minutes: Int) async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engines = ["dead", "live"].map { machine.engine(desk.store, $0) }
        try engines[0].showLife(since: machine.now)
        machine.pass(.seconds(30))
        try engines[1].showLife(since: machine.now)
        machine.set(by: .minutes(minutes))
        try await engines[1].runUntilIdle()
        let fresh = try desk.store.engineSigns().filter { $0.isFresh(at: machine.now, within: Engine.pulse) }
        #expect(fresh.map(\.engine.text) == ["live"])
    }

    @Test("Two engines and one step: it is noted once, and what waits moves once", arguments: [-60, 1440])
    func twoEngines(minutes: Int) async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engines = [machine.engine(desk.store, "one"), machine.engine(try file.store(), "two")]
        for engine in engines { try await engine.runUntilIdle() }
        machine.pass(.minutes(1))
        machine.set(by: .minutes(minutes))
        for engine in engines {
            try await engine.runUntilIdle()
            machine.pass(.seconds(20))
        }
        #expect(try steps(desk).count == 1)
        if minutes < 0 { #expect(try next(desk) == .minutes(5 + minutes)) }
        try checkLedger(desk)
    }

    @Test("A verb notices a clock that was set back while no engine looked, and says so before its own entry")
    func verb() throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        machine.set(by: .zero - hour)
        try desk.handle(.acknowledged(by: "p001"), of: number, at: machine.now)
        let records = try desk.store.ledger().map(\.record)
        let answer = try #require(records.firstIndex { if case .acknowledged = $0 { true } else { false } })
        let step = Record.clockStepped(ClockStep(from: noon, to: noon - hour))
        #expect(Array(records[(answer - 2)..<answer]) == [step, step], "one of the desk, one of its incident")
        #expect(try desk.store.incident(number)?.escalation.askAgainAt == machine.now + .minutes(120))
        try checkLedger(desk)
    }

    @Test("Small corrections of the clock and entries that cross each other are no steps")
    func corrections() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let desk = try desk(file, machine)
        let engine = machine.engine(desk.store)
        for seconds in [3, -3, 60, -60, 1] {
            machine.pass(.seconds(10))
            machine.set(by: .seconds(seconds))
            try await engine.runUntilIdle()
        }
        #expect(try steps(desk).isEmpty)
    }

    @Test("A drill has its own clock: the machine's may be set as it likes")
    func drill() async throws {
        let (file, machine) = (try TemporaryFile(), FakeMachine())
        let store = try DutyStore.createDrill(file.path, name: "演练", at: noon)
        let engine = machine.engine(store)
        try await engine.runUntilIdle()
        machine.set(by: .zero - day)
        try await engine.runUntilIdle()
        try engine.showLife(since: noon)
        #expect(try steps(Desk(store: store)).isEmpty)
    }
}
