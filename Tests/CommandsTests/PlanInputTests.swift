import Testing

@Suite struct PlanInputTests {
    @Test func `History of the period itself or of later days is refused where it stands`() async throws {
        let town = try PlanTown.possible()
        try town.write(
            "town/history.csv", "人员,日期,小时,权重\n甲领导,2026-03-01,24,\n乙领导,2026-03-02,24,\n丙领导,2026-04-01,24,")
        let zh = try await town.plan("--steps", "100", "--dry-run", language: "zh")
        #expect(zh.exitCode == 2)
        let lines = zh.stderr.split(separator: "\n")
        #expect(lines.count == 2, "\(lines)")
        #expect(lines[0].hasSuffix("history.csv:3: 2026-03-02 不早于本期（2026-03-02 开始）：往期负荷只写以前各期的班次"))
        #expect(lines[1].contains("history.csv:4: 2026-04-01"))
        let en = try await town.plan("--steps", "100", "--dry-run").stderr
        #expect(en.contains("history.csv:3: 2026-03-02 is not before this period, which begins on 2026-03-02"))
        #expect(try await town.duty(["check", town.period]).exitCode == 1, "only a plan counts history")
        try town.write("town/history.csv", "人员,日期,小时,权重\n甲领导,2026-03-01,24,")
        #expect(try await town.plan("--steps", "100", "--dry-run").exitCode == 0)
    }

    @Test func `A number that its rule does not know is refused, in either language`() async throws {
        let town = try PlanTown.possible()
        try town.scratch.edit("town/place.yaml", "rules: {", "rules: {most-duties: {days: 1}, ")
        let zh = try await town.plan("--dry-run", language: "zh")
        #expect(zh.exitCode == 2)
        #expect(zh.stderr.contains("place.yaml:14: 规则“most-duties”不用键“days”，应为 count、severity"), "\(zh.stderr)")
    }

    @Test func `Headers and empty cells are spoken of in the words of the file`() async throws {
        let town = try PlanTown.possible()
        try town.write("town/wishes.csv", "人员,开始,结束,意愿,重量\n丁一,2026-03-02,,愿意,1")
        let zh = try await town.plan("--dry-run", language: "zh").stderr
        #expect(zh.contains("wishes.csv:1: 未知的列“重量”，最接近的是“权重”"))
        #expect(zh.contains("wishes.csv:2: “结束”不能为空"))
        let en = try await town.duty(["plan", town.period, "--dry-run", "--lang", "en"], language: "zh").stderr
        #expect(en.contains("wishes.csv:1: unknown column ‘重量’, the nearest is ‘权重’"))
        #expect(en.contains("wishes.csv:2: ‘结束’ must not be empty"))
    }

    @Test func `The leader whom somebody outranks is named as the leader`() async throws {
        let town = try PlanTown.possible()
        try town.scratch.edit("town/place.yaml", ", rank: 乡科级副职, source", ", source")
        try town.scratch.edit("town/place.yaml", "rules: {", "rules: {outranked: {severity: error}, ")
        try town.table("日期,班次,带班领导,值班员\n2026-03-02,白班,丁一,乙领导")
        let zh = try await town.duty(["check", town.period], language: "zh").stdout
        #expect(zh.contains("乙领导：职级（乡科级副职）高于同时在岗的带班领导丁一（科员）"), "\(zh)")
        let en = try await town.duty(["check", town.period]).stdout
        #expect(en.contains("乙领导: rank 乡科级副职 above that of 丁一, the leader on duty (科员)"), "\(en)")
    }

    @Test func `The page on the wall says how loads fade`() async throws {
        let town = try PlanTown.possible()
        for (language, words) in [("zh", "每跨一个年度按 50% 折算"), ("en", "each turn of the calendar year leaves 50%")] {
            let pages = town.scratch.path("pages-\(language)")
            _ = try await town.plan("--steps", "100", "--dry-run", "--fairness", pages, language: language)
            #expect(try town.scratch.text("pages-\(language)/office.html").contains(words))
        }
    }
}
