import Dispatching
import Foundation
import GRDB
import Testing

@Suite("duty doctor says which message is stuck")
struct StuckMessageTests {
    /// How a row of the outbox is, with `NOW` for the machine's time, and what is said of it.
    struct Stuck: Sendable, CustomTestStringConvertible {
        let row: String
        let zh: String
        let en: String

        var testDescription: String { en }
    }

    static let all = [
        Stuck(
            row: "state = 'sending', attempts = 1, next_try_at = NULL, lease_until = NOW - 400, lease_owner = 'a/1/b'",
            zh: "有 1 条消息发送中断，无人接手", en: "messages under way that nobody finished or took over: 1"),
        Stuck(
            row: "state = 'pending', attempts = 0, next_try_at = NOW - 400, lease_until = NULL, lease_owner = NULL",
            zh: "有 1 条消息到时未发", en: "messages that are due and not sent: 1"),
        Stuck(
            row: "state = 'retrying', attempts = 11, next_try_at = NOW + 600, lease_until = NULL, lease_owner = NULL",
            zh: "有 1 条消息反复发送没有结果；其中一条已发 11 次", en: "messages tried again and again: 1; one of them 11 times"),
    ]

    @Test("Under way without an end, due and not sent, tried too often: a fault, in both languages", arguments: all)
    func said(stuck: Stuck) async throws {
        let place = try SmallPlace()
        let path = place.scratch.path("duty.db")
        for arguments in [
            ["publish", place.period], ["report", "--what", "a", "--where", "b", "--unit", "emergency-office"],
            ["dispatch", "--until-idle"],
        ] {
            let run = try await CommandRun.duty(arguments, environment: ["DUTY_DB": path])
            #expect(run.exitCode == 0, "\(run.stderr)")
        }
        for (language, words) in [("zh", stuck.zh), ("en", stuck.en)] {
            let run = try await doctor(language, path, with: stuck)
            #expect(run.exitCode == 1 && run.stdout.contains("✗ \(words)"), "\(run.stdout)\(run.stderr)")
        }
    }

    /// What `doctor` says beside an engine that has been at work for long and was seen just now.
    ///
    /// Asked again, at most nine times, on a machine so slow that the sign has grown old before the answer.
    private func doctor(
        _ language: String, _ path: String, with stuck: Stuck, again: Int = 9
    ) async throws -> CommandRun {
        let now = Int(Date().timeIntervalSince1970)
        try await DatabaseQueue(path: path).write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO engine (id, started_at, seen_at) VALUES ('a/1/c', ?, ?)",
                arguments: [now - 2000, now + 5])
            let row = stuck.row.replacingOccurrences(of: "NOW", with: "\(now)")
            let first = "ordinal = (SELECT min(ordinal) FROM message)"
            try db.execute(sql: "UPDATE message SET accepted_at = NULL, \(row) WHERE \(first)")
        }
        let run = try await CommandRun.duty(["doctor", "--lang", language], environment: ["DUTY_DB": path])
        let isLate = Date().timeIntervalSince1970 > Double(now) + Engine.pulse / .seconds(1)
        return isLate && again > 0 ? try await doctor(language, path, with: stuck, again: again - 1) : run
    }
}
