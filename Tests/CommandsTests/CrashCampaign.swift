import Foundation
import TestSupport
import Testing

/// One database through many rounds: reports and engines side by side, killed at moments drawn from a seed, while the
/// webhook is in trouble.
struct CrashCampaign {
    /// A report that said *accepted*, and between which instants it was called and seen to have said so.
    struct Accepted {
        let number: String
        let what: String
        let called: ContinuousClock.Instant
        let seen: ContinuousClock.Instant
    }

    static let rounds = 50
    /// 200 rounds in all; `make soak` sets how many it wants.
    static let campaigns = (ProcessInfo.processInfo.environment["DUTY_SOAK_ROUNDS"].flatMap { Int($0) } ?? 200) / rounds
    /// So many campaigns go on side by side.
    static let lanes = 1...4
    static func seeds(of lane: Int) -> [UInt64] {
        stride(from: lane, through: campaigns, by: lanes.count).map { UInt64($0) }
    }
    static let isSoak = ProcessInfo.processInfo.environment["DUTY_SOAK_ROUNDS"] != nil

    let desk: DrillDesk
    let sink: TroubledSink
    private var random: SplitMix64
    private(set) var accepted: [Accepted] = []
    private(set) var kills = 0

    init(seed: UInt64) async throws {
        random = SplitMix64(seed: seed)
        sink = try TroubledSink(seed: seed)
        let place = try SmallPlace()
        try place.scratch.edit("small/policy.yaml", "contact: [hook, call]", "contact: [hook]")
        try place.scratch.edit("small/policy.yaml", "timeout: 5", "timeout: 1")
        desk = try DrillDesk(extra: ["DUTY_HOOK_URL": sink.address, "DUTY_HOOK_SECRET": "a secret of the test"])
        try await desk.done("drill", "start", "--name", "crash", "--at", "2026-09-21T09:00")
        try await desk.done("publish", place.period)
        try await desk.done("drill", "clock", "--to", "2026-09-22T10:00")
    }

    /// Every round: up to three reporting processes and one or two engines at once, most of them killed.
    mutating func run() async throws {
        var whole = 0
        for round in 1...Self.rounds {
            if round % 25 == 1 { whole = try await millisecondsOfOneReport() }
            try await self.round(round, whole: whole)
            if round % 5 == 0 { try await desk.done("drill", "clock", "--advance", "30s") }
        }
    }

    private mutating func round(_ round: Int, whole: Int) async throws {
        let reports = (1...random.number(1...3)).map { index in
            (
                what: "round \(round), report \(index)",
                killedAfter: random.chance(60) ? random.number(5...whole * 2) : nil
            )
        }
        let engines = (1...(random.chance(25) ? 2 : 1)).map { _ in
            (
                arguments: random.chance(70) ? ["dispatch", "--until-idle"] : ["dispatch"],
                killedAfter: random.number(5...whole * 4)
            )
        }
        let desk = desk
        let results = try await withThrowingTaskGroup(of: (run: CommandRun, Accepted?).self) { group in
            for report in reports {
                group.addTask { try await Self.report(report.what, killedAfter: report.killedAfter, at: desk) }
            }
            for engine in engines {
                group.addTask {
                    let run = try await CommandRun.dutyKilled(
                        afterMilliseconds: engine.killedAfter, engine.arguments, environment: desk.environment)
                    #expect(run.wasKilled || run.exitCode == 0, "an engine ended with \(run.exitCode): \(run.stderr)")
                    return (run, nil)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        kills += results.filter(\.run.wasKilled).count
        accepted += results.compactMap(\.1)
    }

    private static func report(
        _ what: String, killedAfter milliseconds: Int?, at desk: DrillDesk
    ) async throws -> (CommandRun, Accepted?) {
        let arguments = ["report", "--json", "--what", what, "--where", "gate", "--category", "accident"]
        let called = ContinuousClock.now
        let run =
            if let milliseconds {
                try await CommandRun.dutyKilled(
                    afterMilliseconds: milliseconds, arguments, environment: desk.environment)
            } else {
                try await CommandRun.duty(arguments, environment: desk.environment)
            }
        let seen = ContinuousClock.now
        #expect(run.wasKilled || run.exitCode == 0, "a report ended with \(run.exitCode): \(run.stderr)")
        guard let number = run.stdout.firstMatch(of: /"incident" ?: ?"(\d{4}-\d+)"/)?.1 else { return (run, nil) }
        return (run, Accepted(number: String(number), what: what, called: called, seen: seen))
    }

    /// How long a report takes on this machine now, so that kills fall before, within and after its work.
    private func millisecondsOfOneReport() async throws -> Int {
        let taken = try await ContinuousClock().measure {
            try await desk.done("report", "--what", "measure", "--where", "gate")
        }
        return max(20, min(2_000, Int(taken / .milliseconds(1))))
    }

    /// The trouble is over: the clock goes past every retry, and one engine finishes.
    func settle() async throws {
        sink.calm()
        try await desk.done("drill", "clock", "--advance", "150s")
        try await desk.done("dispatch", "--until-idle")
    }
}
