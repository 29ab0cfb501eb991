import Foundation
import GRDB
import Testing

@Suite("Two planners who publish at once")
struct PublishRaceTests {
    @Test("the first is done; the second, who began before, is refused and told which version came when")
    func atOnce() async throws {
        for language in ["zh", "en"] {
            let (desk, place) = (try DrillDesk(extra: ["DUTY_BUSY": "120", "DUTY_LANG": language]), try SmallPlace())
            try await desk.done("publish", place.period)
            let path = desk.scratch.path("drill.db")
            var holding = Configuration()
            holding.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: holding)
            try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
            let planners = try (1...2).map { _ in
                try RunningDuty(["publish", place.period], environment: desk.environment)
            }
            for planner in planners {
                // Both have looked at what stands before either may write.
                try await planner.until("a look at the database", desk) {
                    let arguments = ["-q", "drill.db-shm", "/proc/\(planner.id)/maps"]
                    return try ChildProcess("/usr/bin/grep", arguments, environment: [:]).wait() == 0
                }
            }
            try await desk.duty("list")
            try await other.writeWithoutTransaction { db in try db.execute(sql: "ROLLBACK") }
            // No signal: only the wait for the end.
            let codes = planners.map { $0.end(0) }
            #expect(codes.sorted() == [0, 1], "\(planners.map { try? $0.stderr })")
            let refused = try #require(zip(planners, codes).first { $1 == 1 }?.0)
            let said = try refused.stderr
            let words = language == "zh" ? ["他人已于 20", "发布第 2 版，未发布"] : ["version 2 was published meanwhile (20"]
            for word in words { #expect(said.contains(word), "\(said)") }
            #expect(said.split(separator: "\n").count == 1)
            try await desk.done("publish", place.period)
        }
    }
}
