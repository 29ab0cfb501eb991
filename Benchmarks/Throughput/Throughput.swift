import Calendars
import Dispatching
import DutyStore
import Foundation
import Incidents
import Logging
import Notifications
import Rosters
import Wording

/// Drives the desk in one process, as an API would.
struct Throughput {
    let store: DutyStore

    private var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970)) }

    private func draft(_ number: Int) -> ReportDraft {
        ReportDraft(
            facts: IncidentFacts(
                what: "氯气泄漏 \(number)", place: "城东",
                unit: try? store.places().first?.topUnit.flatMap { ordinal in
                    try? store.places().first?[ordinal].id
                }, category: .accident, type: "危险化学品", happenedAt: nil, receivedAt: now, recordedAt: now,
                casualties: Casualties(dead: 0)))
    }

    /// Accepted reports, each durable before its caller goes on.
    func reportsPerSecond(_ count: Int, callers: Int) async throws -> Double {
        let desk = Desk(store: store)
        let group = GroupCommit(store)
        let base = draft(0)
        let now = now
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for _ in 0..<callers {
                tasks.addTask {
                    for _ in 0..<(count / callers) { _ = try await desk.accept(base, through: group, at: now) }
                }
            }
            try await tasks.waitForAll()
        }
        return Double(count / callers * callers) / start.seconds
    }

    /// From accepted to received over a loopback webhook, while an engine runs; the incidents of before are left aside.
    func messages(_ count: Int) async throws -> [(String, Double)] {
        try await TimedSink.with { sink in
            for incident in try store.incidents(includingClosed: false) {
                _ = try Desk(store: store).handle(.closed(by: "bench", reason: "bench"), of: incident.number, at: now)
            }
            let url = await sink.url
            let channels = try store.dutyBoard(at: now).policy?.channels ?? []
            let notifiers = NotifierSet(channels, environment: ["DUTY_HOOK_URL": url]) { _ in }
            let desk = Desk(store: store)
            let id = EngineID.random(host: "bench", process: ProcessInfo.processInfo.processIdentifier)
            let courier = Courier(desk: desk, notifiers: notifiers, engine: id, language: .zh)
            var log = Logger(label: "bench")
            log.logLevel = .critical
            let engine = Engine(
                desk: desk, courier: courier, id: id,
                time: MachineTime {
                    let seconds = Int64(Date().timeIntervalSince1970)
                    return ClockReading(now: Instant(seconds: seconds), uptime: .seconds(seconds), boot: "bench")
                }, isRunning: { _ in true },
                log: log)
            let running = Task { try await engine.run() }
            defer { running.cancel() }
            let group = GroupCommit(store)
            var accepted: [String: ContinuousClock.Instant] = [:]
            let start = ContinuousClock.now
            for number in 0..<count {
                let incident = try await desk.accept(draft(number), through: group, at: now)
                accepted[incident.number.description] = .now
            }
            while await sink.count < count, start.seconds < 120 { try await Task.sleep(for: .milliseconds(20)) }
            let total = start.seconds
            let waits = await sink.first.compactMap { incident, at in
                accepted[incident].map { Double($0.duration(to: at) / .milliseconds(1)) }
            }.sorted()
            guard waits.count >= count / 2 else { return [("messages_received", Double(waits.count))] }
            return [
                ("messages_per_s", Double(await sink.total) / total),
                ("accepted_to_received_p50_ms", waits[waits.count / 2]),
                ("accepted_to_received_p99_ms", waits[waits.count * 99 / 100]),
            ]
        }
    }

    /// Who stands at a post, asked of a board that holds every stand around an instant.
    func lookUps(at instant: Instant) throws -> [(String, Double)] {
        let board = try store.dutyBoard(at: instant).board
        let seats = board.stands.map { ($0.unit, $0.post) }
        guard !seats.isEmpty else { return [] }
        let rounds = max(1, 1_000_000 / seats.count)
        var found = 0
        let start = ContinuousClock.now
        for _ in 0..<rounds { for (unit, post) in seats { found += board.tellable(unit: unit, post: post).count } }
        let each = start.seconds / Double(rounds * seats.count) * 1e6
        precondition(found > 0)
        return [("who_in_memory_us", each)]
    }
}
