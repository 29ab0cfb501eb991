import Testing

@Suite struct PlanDryRunTests {
    private func town() throws -> PlanTown {
        let town = try PlanTown.possible()
        try town.table("日期,星期,班次,带班领导,值班员,备注\n2026-03-02,一,白班,乙领导,,早到\n2026-03-04,三,白班,,丁三!,")
        return town
    }

    @Test(arguments: ["zh", "en"])
    func `A dry run prints the tables as they would be written, and marks what is new`(language: String) async throws {
        let town = try town()
        let dry = try await town.plan("--steps", "3000", "--dry-run", language: language).stdout
        let lines = dry.split(separator: "\n").map(String.init)
        #expect(dry.contains(language == "zh" ? "带 * 的为本次新排或改动" : "* marks what is new or changed"))
        let unit = try #require(lines.firstIndex(of: "值班室"))
        #expect(lines[unit + 1] == "  日期        星期  班次  带班领导  值班员  备注" || lines[unit + 1].contains("备注"))
        _ = try await town.plan("--steps", "3000", language: language)
        // The same words in the same cells as in the file, but for the marks.
        let written = try town.cells().map { $0.filter { !$0.isEmpty } }
        let printed = lines[(unit + 1)...].prefix(written.count).map { line in
            line.split(separator: " ").map(String.init).filter { $0 != "*" }
        }
        #expect(Array(printed) == written)
        #expect(lines[unit + 2].contains("  乙领导  "))
        #expect(lines[unit + 2].hasSuffix(" *  早到"), "the officer of that day is new: \(lines[unit + 2])")
        #expect(lines[unit + 4].contains("丁三!") && !lines[unit + 4].contains("丁三! *"))
        #expect(lines[unit + 3].count { $0 == "*" } == 2)
        #expect(lines.last == (language == "zh" ? "试排：未写入任何文件" : "dry run: nothing was written"))
        #expect(try await !town.plan("--steps", "3000").stdout.contains("值班室\n"), "what is written need not be printed")
    }

    @Test func `The answer in JSON says who stands when, and who is new there`() async throws {
        let town = try town()
        let report = try await town.plan("--steps", "3000", "--dry-run", "--json").object()
        let all = try report.objects("assignments")
        #expect(all.count == report["filled"] as? Int)
        #expect(
            all.allSatisfy {
                Set($0.keys) == [
                    "unit", "post", "date", "shift", "from", "to", "person", "name", "pinned", "new",
                ]
            })
        func find(_ date: String, _ post: String) throws -> [String: Any] {
            try #require(all.first { $0["date"] as? String == date && $0["post"] as? String == post })
        }
        let kept = try find("2026-03-02", "leader")
        #expect(kept["person"] as? String == "p002")
        #expect(kept["name"] as? String == "乙领导")
        #expect(kept["new"] as? Bool == false)
        #expect(kept["pinned"] as? Bool == false)
        #expect(kept["shift"] as? String == "day")
        #expect(kept["from"] as? String == "2026-03-02T08:00:00+08:00")
        let pinned = try find("2026-03-04", "officer")
        #expect(pinned["pinned"] as? Bool == true)
        #expect(pinned["person"] as? String == "p006")
        #expect(all.count { $0["new"] as? Bool == true } == 6)
    }
}
