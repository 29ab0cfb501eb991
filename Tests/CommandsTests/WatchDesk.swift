import Foundation
import Testing

/// A drill over the small county, in which handovers are watched and nil reports are due at 15:00.
struct WatchDesk: Sendable {
    let place: SmallPlace
    let environment: [String: String]

    /// The drill stands at this time of 2026, the roster in force since 20 September.
    init(
        at time: String, language: String = "en", prepare: (SmallPlace) throws -> Void = { _ in }
    ) async throws {
        place = try SmallPlace()
        try prepare(place)
        environment = ["DUTY_DB": place.scratch.path("drill.db"), "DUTY_LANG": language]
        try place.scratch.edit(
            "small/policy.yaml", "round_pause: 5",
            """
            round_pause: 5
            tested_within: 180
            handover_signed: {within: 15}
            nil_report: {by: ["15:00"], units: all}
            """)
        try place.scratch.edit(
            "small/place.yaml", "duty_phone: 0000-5550110,",
            "duty_phone: 0000-5550110, keys: [值班室钥匙], equipment: [卫星电话], "
                + "teams: {rescue: {name: 抢险队, people: [孙丽, p004], phone: 0000-5550119}},")
        try await done("drill", "start", "--name", "test", "--at", "2026-09-20T09:00")
        try await done("publish", place.period)
        try await clock(time)
    }

    func duty(_ arguments: String...) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: environment)
    }

    @discardableResult
    func done(_ arguments: String...) async throws -> CommandRun {
        let run = try await CommandRun.duty(arguments, environment: environment)
        #expect(run.exitCode == 0, "\(arguments): \(run.stdout)\(run.stderr)")
        return run
    }

    /// A verb that must end with this code and one line on stderr.
    @discardableResult
    func refused(_ code: Int32, _ arguments: String...) async throws -> String {
        let run = try await CommandRun.duty(arguments, environment: environment)
        #expect(run.exitCode == code, "\(arguments): \(run.stdout)\(run.stderr)")
        #expect(run.stdout.isEmpty)
        return run.stderr
    }

    func clock(_ time: String) async throws { try await done("drill", "clock", "--to", "2026-" + time) }

    /// The clock goes on and everything that is due is done; what was printed for people to call.
    func dispatch(until time: String) async throws -> String {
        try await clock(time)
        return try await done("dispatch", "--until-idle").stdout
    }
}
