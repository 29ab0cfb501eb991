import Calendars
import DutyStore
import Incidents
import Rosters
import TestSupport
import Testing

@testable import Dispatching

@Suite("Random settings of the clock over random incidents")
struct ClockWalkTests {
    /// One walk: two engines and whoever is started anew, over one file.
    private struct Walk {
        let file: TemporaryFile
        let machine = FakeMachine()
        let desk: Desk
        var random: SplitMix64
        var engines: [Engine]

        init(seed: UInt64) throws {
            file = try TemporaryFile()
            let steps = [
                Step(tell: [.tier(.leader)], wait: .minutes(5)), Step(tell: [.person("p002")], wait: .minutes(5)),
            ]
            let policy = Policy(
                fallback: [.person("p001")], contact: ["call"], ladders: [Ladder(name: "default", steps: steps)],
                limits: [
                    ReportLimit(profile: "x", to: "superior", starts: .received, within: .minutes(25), source: "y")
                ])
            desk = Desk(store: try file.store())
            try desk.store.publish(book: Examples.book(to: "2026-10-09"), policy: policy, by: nil, at: machine.now)
            random = SplitMix64(seed: seed)
            engines = []
            for name in ["one", "two"] { engines.append(machine.engine(try file.store(), name)) }
        }

        mutating func disturb() throws {
            let sizes = [2, 7, 59, 60, 61, 300, 1439, 1440, 1500]
            switch random.below(7) {
            case 0: machine.set(by: .minutes(sizes[random.below(sizes.count)]))
            case 1: machine.set(by: .minutes(-sizes[random.below(sizes.count)]))
            case 2, 3: machine.pass(.seconds(random.below(400)))
            case 4:
                _ = try desk.report(
                    ReportDraft(facts: Examples.intake(receivedAt: machine.now).facts), at: machine.now)
            case 5:
                machine.restart(after: .seconds(random.below(400)))
                for (index, name) in ["one", "two"].enumerated() {
                    engines[index] = machine.engine(try file.store(), name)
                }
            default:
                let open = try desk.store.incidents(includingClosed: false)
                guard !open.isEmpty else { return }
                let number = open[random.below(open.count)].number
                try desk.handle(.acknowledged(by: "p001"), of: number, at: machine.now)
            }
        }

        /// One of the engines looks, or one that has just been started.
        mutating func run() async throws {
            let which = random.below(3)
            if which == 2 { engines[0] = machine.engine(try file.store(), "anew") }
            let engine = engines[which % 2]
            try await engine.runUntilIdle()
            try engine.showLife(since: machine.now)
        }
    }

    @Test("lose no step, tell nobody twice, and cause no storm", arguments: 1...12)
    func walk(seed: Int) async throws {
        var walk = try Walk(seed: UInt64(seed))
        var seen = 0
        for _ in 0..<40 {
            try walk.disturb()
            try await walk.run()
            try checkWaits(walk)
            let entries = try walk.desk.store.ledger()
            try checkStorm(Array(entries[seen...]))
            seen = entries.count
        }
        try checkMessages(walk)
        try checkLedger(walk)
    }

    /// Promise 3, by the clock that everybody sees: the next thing is ahead, and no further than its wait.
    private func checkWaits(_ walk: Walk) throws {
        let now = walk.machine.now
        for incident in try walk.desk.store.incidents(includingClosed: false) {
            let due = try #require(incident.nextDueAt)
            #expect(due > now, "\(incident.number) is overdue")
            if let next = incident.escalation.nextStepAt {
                #expect(next <= now + .minutes(5) + ClockStep.tolerance, "\(incident.number) waits too long")
            }
            if let ask = incident.escalation.askAgainAt {
                #expect(ask <= now + .minutes(120) + ClockStep.tolerance, "\(incident.number) waits too long")
            }
        }
    }

    /// Between two looks each incident runs one step at most.
    private func checkStorm(_ entries: [LedgerEntry]) throws {
        var steps: [IncidentNumber: Int] = [:]
        for entry in entries {
            guard case .stepRun = entry.record, let number = entry.incident else { continue }
            steps[number, default: 0] += 1
        }
        #expect(steps.values.allSatisfy { $0 == 1 }, "\(steps)")
    }

    private func checkMessages(_ walk: Walk) throws {
        var tried = 0
        for incident in try walk.desk.store.incidents(includingClosed: true) {
            for message in try walk.desk.store.messages(of: incident.number) {
                #expect(message.attempts <= 1, "\(message.id.text) was sent \(message.attempts) times")
                tried += message.attempts
            }
        }
        #expect(walk.machine.lines.count == tried)
    }

    private func checkLedger(_ walk: Walk) throws {
        let store = walk.desk.store
        for incident in try store.incidents(includingClosed: true) {
            #expect(try store.incidentFromLedger(incident.number) == incident)
        }
        let entries = try store.ledger()
        for (before, after) in zip(entries, entries.dropFirst()) where after.at < before.at - ClockStep.tolerance {
            guard case .clockStepped = after.record else {
                Issue.record("entry \(after.sequence) is earlier than the one before it, and nothing says why")
                return
            }
        }
        guard case .intact = try store.verifyLedger() else {
            Issue.record("the ledger is broken")
            return
        }
    }
}
