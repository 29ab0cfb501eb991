import Calendars
import Dispatching
import DutyStore
import Foundation
import Incidents
import Rosters
import TestSupport

/// A real database with a small county's roster around today, in which everybody is told over a webhook.
struct HookDesk {
    let desk: DrillDesk
    let store: DutyStore

    init(_ sink: LoopbackSink, timeout: Int = 60) async throws {
        let place = try SmallPlace()
        try place.scratch.edit("small/policy.yaml", "contact: [hook, call]", "contact: [hook]")
        try place.scratch.edit("small/policy.yaml", "timeout: 5", "timeout: \(timeout)")
        let today = Zone.shanghai.date(of: Self.now)
        try place.scratch.edit("small/2026-mid/period.yaml", "from: 2026-09-22", "from: \(today)")
        try place.scratch.edit("small/2026-mid/period.yaml", "to: 2026-09-23", "to: \(today + 1)")
        for (offset, written) in [(-1, "2026-09-21,一"), (0, "2026-09-22,二"), (1, "2026-09-23,三")] {
            let day = today + offset
            let weekday = Array("一二三四五六日")[day.weekday - 1]
            try place.scratch.edit("small/2026-mid/emergency-office.csv", written, "\(day),\(weekday)")
        }
        desk = try DrillDesk(extra: ["DUTY_HOOK_URL": await sink.address(), "DUTY_HOOK_SECRET": "secret"])
        try await desk.done("publish", place.period)
        store = try DutyStore.open(desk.scratch.path("drill.db"))
    }

    private static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

    /// An engine that posts to a path of its own, so that the sink can tell engines apart.
    func engine(_ path: String, _ sink: LoopbackSink) async throws -> RunningDuty {
        let address = await sink.address("/" + path)
        return try RunningDuty(["dispatch"], environment: desk.environment.merging(["DUTY_HOOK_URL": address]) { $1 })
    }

    /// So many reports by the desk itself, which is quicker than so many processes.
    func report(_ count: Int) throws {
        for number in 1...count {
            let facts = IncidentFacts(
                what: "leak \(number)", place: "gate", unit: "emergency-office", category: .accident, type: nil,
                happenedAt: nil,
                receivedAt: Self.now, recordedAt: Self.now)
            _ = try Desk(store: store).report(ReportDraft(facts: facts), at: Self.now)
        }
    }

    var isEverythingAccepted: Bool {
        get throws {
            let messages = try messages
            return !messages.isEmpty && messages.allSatisfy { $0.state == .accepted }
        }
    }

    var messages: [Message] {
        get throws { try store.incidents(includingClosed: true).flatMap { try store.messages(of: $0.number) } }
    }
}
