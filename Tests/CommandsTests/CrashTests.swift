import DutyStore
import Foundation
import Incidents
import Rosters
import TestSupport
import Testing

/// SplitMix64: the same seed kills at the same moments.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("SIGKILL at random moments")
struct CrashTests {
    @Test("After 50 rounds: no accepted report is lost, every message reached its channel, and the ledger is whole")
    func fiftyRounds() async throws {
        try await LoopbackSink.with { sink in
            let desk = try DrillDesk(extra: [
                "DUTY_HOOK_URL": await sink.address(), "DUTY_HOOK_SECRET": "a secret of the test",
            ])
            let rosters = try desk.scratch.copyRosters()
            try desk.scratch.edit("rosters/qinghe/policy.yaml", "contact: [call, hook]", "contact: [hook]")
            try await desk.begin(at: "2026-02-17T03:12", period: rosters + "/qinghe/2026-spring-festival-mended")
            let accepted = try await killedRounds(50, desk)
            #expect(accepted.count > 5, "the kills came so early that the test says little")

            let store = try DutyStore.open(desk.scratch.path("drill.db"))
            let stored = Set(try store.incidents(includingClosed: true).map(\.number.description))
            #expect(accepted.isSubset(of: stored), "promise 2")
            try await settle(desk)
            try await checkDelivery(store, sink)
            try checkLedger(store)
        }
    }

    /// Reports and deliveries side by side, each killed at a moment of its own; returns what was said to be accepted.
    private func killedRounds(_ rounds: Int, _ desk: DrillDesk) async throws -> Set<String> {
        var random = Seeded(state: 20_260_217)
        var accepted: Set<String> = []
        var whole = 0
        for round in 1...rounds {
            if round % 10 == 1 { whole = try await millisecondsOfOneReport(desk) }
            let reportDelay = Int.random(in: 5...(whole * 3), using: &random)
            let dispatchDelay = Int.random(in: 5...(whole * 4), using: &random)
            async let reported = CommandRun.dutyKilled(
                afterMilliseconds: reportDelay,
                ["report", "--json", "--what", "round \(round)", "--where", "gate", "--category", "accident"],
                environment: desk.environment)
            async let dispatched = CommandRun.dutyKilled(
                afterMilliseconds: dispatchDelay, ["dispatch", "--until-idle"], environment: desk.environment)
            let report = try await reported
            _ = try await dispatched
            if report.stdout.contains("\"incident\"") {
                accepted.insert(try #require(try report.object()["incident"] as? String))
            }
        }
        return accepted
    }

    /// How long a report takes on this machine now, so that kills fall before, within and after its work.
    private func millisecondsOfOneReport(_ desk: DrillDesk) async throws -> Int {
        let taken = try await ContinuousClock().measure {
            let run = try await desk.duty("report", "--what", "measure", "--where", "gate")
            #expect(run.exitCode == 0)
        }
        return max(20, min(2_000, Int(taken / .milliseconds(1))))
    }

    /// Moves the clock past the leases of the killed engines and lets one engine finish.
    private func settle(_ desk: DrillDesk) async throws {
        try await desk.duty("drill", "clock", "--advance", "1m")
        let run = try await desk.duty("dispatch", "--until-idle")
        #expect(run.exitCode == 0, "\(run.stderr)")
    }

    /// Promise 4: at least once, and recognisably the same once.
    private func checkDelivery(_ store: DutyStore, _ sink: LoopbackSink) async throws {
        let requests = await sink.requests
        let received = Set(requests.compactMap { $0.header("Duty-Message-Id") })
        var bodies: [String: Set<Data>] = [:]
        for request in requests { bodies[request.header("Duty-Message-Id") ?? "", default: []].insert(request.body) }
        for (id, variants) in bodies { #expect(variants.count == 1, "\(id) was sent with different contents") }
        var known: Set<String> = []
        for incident in try store.incidents(includingClosed: true) {
            for message in try store.messages(of: incident.number) {
                known.insert(message.id.text)
                #expect(message.state == .accepted, "\(message.id.text) is \(message.state)")
                #expect(received.contains(message.id.text), "\(message.id.text) is marked accepted, but never came")
            }
            #expect(incident.escalation.nextStepAt != nil, "promise 3")
        }
        #expect(received.isSubset(of: known))
    }

    /// Promise 6: the chain holds, and nothing stands in the outbox that the ledger does not tell.
    private func checkLedger(_ store: DutyStore) throws {
        guard case .intact = try store.verifyLedger() else {
            Issue.record("the ledger is broken: \(try store.verifyLedger())")
            return
        }
        for incident in try store.incidents(includingClosed: true) {
            let entries = try store.ledger(of: incident.number)
            let told = entries.compactMap { entry -> String? in
                guard case .told(let id, _) = entry.record else { return nil }
                return id.text
            }
            #expect(try store.messages(of: incident.number).map(\.id.text).sorted() == told.sorted())
            #expect(entries.filter { if case .reported = $0.record { true } else { false } }.count == 1)
        }
    }
}
