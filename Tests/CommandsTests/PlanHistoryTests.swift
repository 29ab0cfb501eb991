import Testing

@Suite("What a plan knows of earlier periods")
struct PlanHistoryTests {
    /// Weighted half-days of earlier periods, by person.
    private func history(_ desk: DrillDesk) async throws -> [String: Double] {
        let run = try await desk.duty(
            "plan", Scratch.period("2026-national-day"), "--json", "--steps", "1", "--dry-run")
        let people = try run.object().list("people")
        return Dictionary(
            uniqueKeysWithValues: people.compactMap { person in
                person.text("person").map { ($0, person["history"] as? Double ?? -1) }
            })
    }

    @Test("Who really stood bears the load: a swap of 9 h of 初一 (weight 3) for 9 h of 除夕 (weight 4) is counted so")
    func whoReallyStood() async throws {
        let desk = try await DrillDesk.atNight("2026-02-13T09:00")
        let before = try await history(desk)
        // 孙丽 by hand, half-days × weight: 1.25 + 0.75 × 3 + 1.25 × 3 + 0.75 + 1.25 + 0.75.
        #expect(before["p018"] == 10 && before["p022"] == 13.5)
        let swap = try await desk.duty(
            "swap", "孙丽", "刘翀", "--at", "2026-02-17", "--with-at", "2026-02-16", "--by", "孙丽", "--reason", "family",
            "--approved-by", "张卫东")
        #expect(swap.exitCode == 0, "\(swap.stderr)")
        let after = try await history(desk)
        #expect(after["p018"] == 10 + 0.75 * (4 - 3) && after["p022"] == 13.5 - 0.75 * (4 - 3))
        #expect(after.filter { before[$0.key] != $0.value }.count == 2)
    }
}
