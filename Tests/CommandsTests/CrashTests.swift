import Calendars
import DutyStore
import Foundation
import Incidents
import Rosters
import TestSupport
import Testing

@Suite("SIGKILL at random moments")
struct CrashTests {
    @Test(
        "After 50 rounds: nothing accepted is lost, all is told at least once and recognisably the same, and the ledger is whole",
        arguments: CrashCampaign.lanes)
    func rounds(lane: Int) async throws {
        for seed in CrashCampaign.seeds(of: lane) { try await campaign(seed: seed) }
    }

    private func campaign(seed: UInt64) async throws {
        var campaign = try await CrashCampaign(seed: seed)
        try await campaign.run()
        let store = try DutyStore.open(campaign.desk.scratch.path("drill.db"))
        try checkAccepted(campaign.accepted, store)
        try checkNextSteps(store)
        try await campaign.settle()
        try checkNextSteps(store)
        try checkNextStepsAreNear(store)
        try checkDelivery(store, campaign.sink.deliveries)
        try checkLedger(store)
        #expect(campaign.kills >= CrashCampaign.rounds / 2, "so few kills say little")
        #expect(
            campaign.accepted.count >= CrashCampaign.rounds / 4, "the kills came so early that the test says little")
        #expect(Set(campaign.sink.deliveries.map(\.mood)) == Set(TroubledSink.Mood.allCases))
        if CrashCampaign.isSoak { try say(seed, campaign, store) }
    }

    /// Promise 2, and the order: what was accepted before another call began stands before it.
    private func checkAccepted(_ accepted: [CrashCampaign.Accepted], _ store: DutyStore) throws {
        let stored = try store.incidents(includingClosed: true)
        let what = Dictionary(uniqueKeysWithValues: stored.map { ($0.number.description, $0.facts.what) })
        var places: [String: Int] = [:]
        for entry in try store.ledger() {
            guard case .reported = entry.record, let number = entry.incident else { continue }
            #expect(places.updateValue(entry.sequence, forKey: number.description) == nil, "\(number) reported twice")
        }
        #expect(Set(accepted.map(\.number)).count == accepted.count, "a number was given twice")
        for report in accepted { #expect(what[report.number] == report.what, "promise 2: \(report.number)") }
        var pairs = 0
        for first in accepted {
            for second in accepted where first.seen < second.called {
                pairs += 1
                let (one, other) = (try #require(places[first.number]), try #require(places[second.number]))
                #expect(one < other, "\(first.number) was accepted before \(second.number) was called")
            }
        }
        #expect(pairs > accepted.count, "so few pairs say little")
    }

    /// Promise 3.
    private func checkNextSteps(_ store: DutyStore) throws {
        for incident in try store.incidents(includingClosed: false) {
            #expect(incident.escalation.nextStepAt != nil, "promise 3: \(incident.number) waits for nothing")
        }
    }

    /// Once everything is done that was due: what is next comes later than now, and no later than its ladder says.
    private func checkNextStepsAreNear(_ store: DutyStore) throws {
        let now = try store.now(machine: Instant(seconds: 0))
        for incident in try store.incidents(includingClosed: false) where incident.escalation.phase == .open {
            let next = try #require(incident.escalation.nextStepAt)
            let longest = incident.plan.ladder.steps.map(\.wait).max() ?? .zero
            #expect(
                now < next && next <= now + longest + incident.plan.roundPause,
                "promise 3: \(incident.number) waits until \(next), and it is \(now)")
        }
    }

    /// Promise 4: at least once, and recognisably the same once.
    private func checkDelivery(_ store: DutyStore, _ deliveries: [TroubledSink.Delivery]) throws {
        let received = Dictionary(grouping: deliveries, by: \.id)
        for (id, copies) in received {
            #expect(Set(copies.map(\.body)).count == 1, "\(id) was sent with different contents")
        }
        for incident in try store.incidents(includingClosed: true) {
            for message in try store.messages(of: incident.number) {
                let id = message.id.text
                // What somebody has to dial is printed by an engine; only the webhook can tell what reached it.
                guard case .webhook = message.channel.kind else { continue }
                let moods = received[id, default: []].map(\.mood)
                #expect(!moods.isEmpty, "\(id) never reached its channel")
                #expect(moods.count <= message.attempts, "\(id) was sent more often than it was claimed")
                switch message.state {
                case .accepted:
                    let wasTaken = moods.contains { $0 == .prompt || $0 == .slow }
                    #expect(wasTaken, "\(id) is marked accepted, but no 200 was given")
                case .failed: #expect(message.attempts >= 6, "\(id) was given up early")
                default: Issue.record("\(id) is \(message.state) though its time has come")
                }
            }
        }
        // Of matters too: under so much trouble the watch may find fault with the channel.
        let told = try store.ledger().compactMap { entry -> String? in
            guard case .told(let id, _) = entry.record else { return nil }
            return id.text
        }
        #expect(Set(received.keys).isSubset(of: told))
    }

    /// Promise 6: the chain holds, nothing stands in the outbox that the ledger does not tell, and it tells every state.
    private func checkLedger(_ store: DutyStore) throws {
        guard case .intact = try store.verifyLedger() else {
            Issue.record("the ledger is broken: \(try store.verifyLedger())")
            return
        }
        for var incident in try store.incidents(includingClosed: true) {
            let entries = try store.ledger(of: incident.number)
            let told = entries.compactMap { entry -> String? in
                guard case .told(let id, _) = entry.record else { return nil }
                return id.text
            }
            #expect(try store.messages(of: incident.number).map(\.id.text).sorted() == told.sorted())
            incident.callers = [:]
            #expect(try store.incidentFromLedger(incident.number) == incident)
        }
    }

    /// A line of progress for whoever soaks.
    private func say(_ seed: UInt64, _ campaign: CrashCampaign, _ store: DutyStore) throws {
        let deliveries = campaign.sink.deliveries
        let twice = deliveries.count - Set(deliveries.map(\.id)).count
        let line =
            "soak: \(seed)/\(CrashCampaign.campaigns) rounds=\(CrashCampaign.rounds) kills=\(campaign.kills) "
            + "accepted=\(campaign.accepted.count) stored=\(try store.incidents(includingClosed: true).count) "
            + "requests=\(deliveries.count) again=\(twice) ledger=\(try store.ledger().count)\n"
        try FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
