import Incidents
import RosterFiles
import Rosters
import Testing

@Suite("Plan cards")
struct CardReaderTests {
    private static let sample = """
        # 氯气泄漏

        适用：accident/危险化学品

        ## 先问
        - 风向
        - 伤亡

        ## 先做
        - 疏散
        ## 还要告知
        - 生态环境部门

        """

    private func read(_ cards: String...) -> (cards: [PlanCard], diagnostics: [String]) {
        var world = World()
        world.cards = cards
        let reading = world.placeReading
        return (reading.value?.policy.cards ?? [], reading.diagnostics.map(describe))
    }

    @Test("a card has its title, its kind and its lists, in either language")
    func sample() {
        let expected = PlanCard(
            kind: IncidentKind(category: .accident, type: "危险化学品"), title: "氯气泄漏", questions: ["风向", "伤亡"],
            actions: ["疏散"], tellAlso: ["生态环境部门"])
        let english = Self.sample.with("适用：accident", "For: 事故灾难").with("先问", "Ask first").with("先做", "do first")
            .with("还要告知", "Also tell")
        for text in [Self.sample, english, Self.sample.with("\n", "\r\n"), "\u{FEFF}" + Self.sample] {
            let (cards, diagnostics) = read(text)
            #expect(cards == [expected])
            #expect(diagnostics == [])
        }
    }

    @Test("a card may be for a whole category and have one list only")
    func small() {
        let (cards, diagnostics) = read("# 卡\n适用: 公共卫生\n## 先做\n- a\n")
        #expect(diagnostics == [])
        #expect(
            cards == [
                PlanCard(
                    kind: IncidentKind(category: .health, type: nil), title: "卡", questions: [], actions: ["a"],
                    tellAlso: [])
            ])
    }

    @Test(
        "what a card must not be is said on its line",
        arguments: [
            ("", ["card-0.md:1: the first line must be ‘# Title’"]),
            ("#\n", ["card-0.md:1: the first line must be ‘# Title’"]),
            ("\n# 卡\n适用: 公共卫生\n## 先做\n- a\n", ["card-0.md:1: the first line must be ‘# Title’"]),
            ("# 卡\n## 先做\n- a\n", ["card-0.md:1: a line ‘for: category/type’ is missing"]),
            (
                "# 卡\n## 先做\n- a\n适用: 公共卫生\n",
                [
                    "card-0.md:1: a line ‘for: category/type’ is missing",
                    "card-0.md:4: found ‘适用: 公共卫生’, expected an item that begins with ‘- ’",
                ]
            ),
            (
                "# 卡\n适用: helth\n## 先做\n- a\n",
                [
                    "card-0.md:2: found ‘helth’, expected a category such as accident/危险化学品"
                ]
            ),
            ("# 卡\n适用: 公共卫生\n适用: 自然灾害\n## 先做\n- a\n", ["card-0.md:3: key ‘适用’ stands twice, first on line 2"]),
            ("# 卡\n适用: 公共卫生\n\n## 先做\n", ["card-0.md:1: the plan card has no items"]),
            (
                "# 卡\n适用: 公共卫生\n## 先作\n- a\n## 先做\n- b\n",
                [
                    "card-0.md:3: unknown section ‘先作’, expected ‘## Ask first’, ‘## Do first’ or ‘## Also tell’"
                ]
            ),
            (
                "# 卡\n适用: 公共卫生\n- a\n## 先做\nb\n- c\n-\n* d\n",
                [
                    "card-0.md:3: found ‘- a’, expected an item that begins with ‘- ’",
                    "card-0.md:5: found ‘b’, expected an item that begins with ‘- ’",
                    "card-0.md:7: found ‘-’, expected an item that begins with ‘- ’",
                    "card-0.md:8: found ‘* d’, expected an item that begins with ‘- ’",
                ]
            ),
            (
                "# 卡\n适用: 公共卫生\n## 先做\n- a\u{B}b\u{C}c\r\nd\n",
                ["card-0.md:5: found ‘d’, expected an item that begins with ‘- ’"]
            ),
        ])
    func faults(text: String, expected: [String]) {
        #expect(read(text).diagnostics == expected)
    }

    @Test("two cards for one kind are refused, and both files are named")
    func twice() {
        let other = Self.sample.with("# 氯气泄漏", "# 另一张")
        let (cards, diagnostics) = read(Self.sample, other, Self.sample.with("accident/危险化学品", "accident"))
        #expect(cards.map(\.title) == ["氯气泄漏", "氯气泄漏"])
        #expect(diagnostics == ["card-1.md:3: plan card ‘另一张’ is for the same kind of incident as card-0.md"])
    }
}
