import Testing

/// Whatever the text says of reasons is in the JSON too.
@Suite struct PlanReasonTests {
    @Test func `A seat that stays empty names in JSON whom what keeps out`() async throws {
        let town = try PlanTown()
        let report = try await town.plan("--steps", "3000", "--dry-run", "--json", language: "zh").object()
        let empty = try #require(try report.objects("unfilled").first)
        let groups = try empty.objects("excluded")
        let away = try #require(groups.first { ($0["reason"] as? String)?.contains("请假或外出") == true })
        #expect(away["people"] as? [String] == ["p002", "p003"])
        #expect(away["count"] as? Int == 2)
        let people = groups.flatMap { $0["people"] as? [String] ?? [] }
        #expect(Set(people) == ["p001", "p002", "p003", "p004", "p005", "p006"])
        let text = try await town.plan("--steps", "3000", "--dry-run", language: "zh").stdout
        #expect(text.contains("2 人请假或外出"))
    }

    @Test func `Faults of kept names are in plain JSON as in the text`() async throws {
        let town = try PlanTown.possible()
        try town.table("日期,班次,带班领导,值班员\n2026-03-02,白班,,丁一\n2026-03-03,白班,,丁一")
        let report = try await town.plan("--steps", "3000", "--dry-run", "--json").object()
        let faults = try report.objects("kept_faults")
        #expect(faults.map { $0["rule"] as? String } == ["rest"])
        #expect(faults.texts.first?.contains("only 12 h of rest") == true)
        #expect(
            try await PlanTown.possible().plan("--steps", "100", "--dry-run", "--json").object()
                .objects("kept_faults").isEmpty)
    }

    @Test func `A change without anybody says why in JSON, and each other way whether it is complete`() async throws {
        let town = try PlanTown.full()
        let words = ["--repair", "甲领导", "--from", "2026-03-04", "--to", "2026-03-04", "--steps", "5000", "--json"]
        let whole = try await town.duty(["plan", town.period] + words).object()
        #expect((whole["alternatives_complete"] as? [Bool])?.count == (whole["alternatives"] as? [Any])?.count)
        #expect(try whole.objects("changes").allSatisfy { $0["excluded"] == nil })
        try town.write("town/absences.csv", "person,from,to,reason\np003,2026-03-04,2026-03-04,休假")
        let report = try await town.duty(["plan", town.period] + words).object()
        #expect(report["complete"] as? Bool == false)
        let open = try #require(try report.objects("changes").first { $0["person"] is String == false })
        let groups = try open.objects("excluded")
        #expect(groups.contains { ($0["people"] as? [String])?.contains("p003") == true }, "\(groups)")
    }

    @Test func `Ways out name people, shifts and leaves in JSON`() async throws {
        let report = try await PlanTown().plan("--explain", "--json").object()
        let ways = try report.objects("contradictions")[0].objects("ways_out")
        func found(_ kind: String) -> [[String: Any]] { ways.filter { $0["kind"] as? String == kind } }
        let lift = try #require(found("lift-leave").first)
        #expect(lift["person"] as? String == "p002")
        #expect(lift["from"] as? String == "2026-03-02T00:00:00+08:00")
        #expect(try lift.objects("leaves").map { $0["reason"] as? String } == ["出差"])
        let lend = try #require(found("lend").first)
        #expect(lend["person"] as? String == "p007")
        for key in ["unit", "post", "date", "from", "to"] { #expect(lend[key] is String) }
        let rest = try #require(found("shorten-rest").first)
        #expect(rest["hours"] as? Double == 12)
        #expect((rest["people"] as? [String])?.contains("p001") == true)
        #expect(found("leave-empty").allSatisfy { $0["unit"] as? String == "office" && $0["date"] is String })
    }

    @Test(arguments: [true, false])
    func `Only names with a mark are called fixed, others are kept from the table`(isMarked: Bool) async throws {
        let town = try PlanTown()
        // On the second day others could lead: only the name in the table stands in the way.
        try town.write(
            "town/absences.csv", "person,from,to,reason\np002,2026-03-02,2026-03-02,\np003,2026-03-02,2026-03-02,")
        try town.table("日期,班次,带班领导,值班员\n2026-03-03,白班,甲领导\(isMarked ? "!" : ""),")
        let report = try await town.plan("--explain", "--json", language: "zh").object()
        let contradiction = try #require(try report.objects("contradictions").first)
        let facts = try contradiction.objects("facts")
        let kind = isMarked ? "pinned" : "kept"
        let fact = try #require(facts.first { $0["kind"] as? String == kind }, "\(facts)")
        #expect(fact["person"] as? String == "p001")
        #expect(fact["date"] as? String == "2026-03-03")
        let text = try await town.plan("--explain", language: "zh").stdout
        #expect(text.contains("已用 ! 固定在") == isMarked)
        #expect(text.contains("表上已排（保留）") == !isMarked)
        #expect(text.contains("清空此格或用 --replace") == !isMarked)
        let english = try await town.plan("--explain").stdout
        #expect(english.contains("fixed by !") == isMarked)
        #expect(english.contains("empty this cell or use --replace") == !isMarked)
    }
}

extension [[String: Any]] {
    fileprivate var texts: [String] { compactMap { $0["text"] as? String } }
}
