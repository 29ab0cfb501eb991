import Calendars
import Dispatching
import DutyStore
import Incidents
import Logging
import Notifications
import Rosters
import Synchronization
import Testing
import Wording

@Suite("An engine in a drill")
struct DrillEngineTests {
    private let noon = Examples.noon
    private let number = IncidentNumber(year: 2026, sequence: 1)

    /// A drill with a published roster; the leader and the second person are told, and a limit of 25 minutes runs.
    private func drill(_ file: TemporaryFile) throws -> DutyStore {
        let step = Step(tell: [.tier(.leader), .person("p002")], wait: .minutes(5))
        var policy = Policy(
            fallback: [.person("p001")], contact: ["call"], ladders: [Ladder(name: "default", steps: [step])],
            limits: [ReportLimit(profile: "x", to: "superior", starts: .received, within: .minutes(25), source: "y")])
        policy.askAgain = .minutes(60)
        let store = try DutyStore.createDrill(file.path, name: "演练", at: noon)
        try store.publish(book: Examples.book(), policy: policy, by: nil, at: noon)
        _ = try Desk(store: store).report(ReportDraft(facts: Examples.intake().facts), at: noon)
        return store
    }

    private func engine(_ store: DutyStore, _ id: String, printout: Printout = Printout()) -> Engine {
        let desk = Desk(store: store)
        let notifiers = NotifierSet([], environment: [:]) { line in printout.print(line) }
        let courier = Courier(desk: desk, notifiers: notifiers, engine: EngineID(text: id), language: .zh)
        return Engine(
            desk: desk, courier: courier, id: EngineID(text: id),
            time: MachineTime { ClockReading(now: Instant(seconds: 0), uptime: .zero, boot: "x") },
            isRunning: { _ in true }, log: Logger(label: "test"))
    }

    private let task = TaskOrder(
        givenBy: "p001", owner: "p002", measure: "堵漏", due: Examples.noon + .minutes(40))

    /// What the desk was told by itself, and how many minutes after noon.
    private func alarms(_ store: DutyStore) throws -> [String] {
        try store.ledger(of: number).compactMap { entry in
            let minute = (entry.at - noon).components.seconds / 60
            return switch entry.record {
            case .clockWarned: "\(minute) warned"
            case .clockOverrun: "\(minute) overrun"
            case .taskReminded: "\(minute) reminded"
            case .taskOverdue: "\(minute) overdue"
            case .askedAgain: "\(minute) asked again"
            case .stepRun(let round, _, _, _, _): "\(minute) step of round \(round)"
            default: nil
            }
        }
    }

    @Test(
        "warns, calls a limit over, reminds and asks again, each once and at its own time, however the clock is moved",
        arguments: [[62], [10, 15, 16, 25, 26, 30, 39, 41, 60, 62]], [1, 2])
    func alarmsOnTime(moves: [Int], engines: Int) async throws {
        let file = try TemporaryFile()
        let store = try drill(file)
        let desk = Desk(store: store)
        try desk.handle(.acknowledged(by: "p001"), of: number, at: noon)
        try desk.handle(.taskGiven(task), of: number, at: noon)
        let running = try (0..<engines).map { engine(try file.store(), "engine-\($0)") }
        for minute in moves {
            try store.moveDrillClock(to: noon + .minutes(minute))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for engine in running { group.addTask { try await engine.runUntilIdle() } }
                try await group.waitForAll()
            }
        }
        #expect(
            try alarms(store) == [
                "0 step of round 1", "15 warned", "25 overrun", "30 reminded", "40 overdue", "60 asked again",
                "60 step of round 2",
            ])
        let messages = try store.messages(of: number)
        let subjects = messages.compactMap(\.notice)
        #expect(
            Set(subjects) == [.clockWarning(1), .clockOverrun(1), .taskGiven(1), .taskReminder(1), .taskOverdue(1)])
        #expect(messages.filter { $0.notice != nil }.allSatisfy { $0.state == .accepted && $0.attempts == 1 })
    }

    @Test(
        "sends a notice though the incident is answered or closed meanwhile, and no message of its ladder",
        arguments: [IncidentEvent.acknowledged(by: "p001"), .closed(by: "p001", reason: "处置完毕")])
    func noticeGoesOut(ending: IncidentEvent) async throws {
        let file = try TemporaryFile()
        let store = try drill(file)
        let desk = Desk(store: store)
        try desk.handle(.taskGiven(task), of: number, at: noon)
        // An engine that claimed them all died under way.
        for message in try store.messages(of: number) {
            #expect(
                try store.claim(message.id, at: noon, lease: .seconds(60), owner: EngineID(text: "dead")) != nil)
        }
        try desk.handle(ending, of: number, at: noon)
        try store.moveDrillClock(to: noon + .minutes(2))
        let printout = Printout()
        try await engine(store, "engine", printout: printout).runUntilIdle()
        let messages = try store.messages(of: number)
        #expect(messages.filter { $0.notice == nil }.map(\.state) == [.failed, .failed])
        #expect(messages.filter { $0.notice != nil }.map(\.state) == [.accepted])
        #expect(printout.lines.count == 1 && printout.lines[0].contains("堵漏"))
    }
}

/// Everything that the channels printed.
private final class Printout: Sendable {
    private let printed = Mutex<[String]>([])

    var lines: [String] { printed.withLock { $0 } }

    func print(_ line: String) { printed.withLock { $0.append(line) } }
}
