import RosterFiles
import TestSupport
import Testing
import Wording

@Suite("Files that nobody meant well")
struct HostileInputTests {
    @Test("bytes that are no UTF-8 are refused on their line")
    func notUTF8() throws {
        let good = World()
        let bytes = Array("日期,班次\n2026-10-01,".utf8) + [0xB0, 0xD7, 0xB0, 0xE0] + Array("\n".utf8)
        let table = SourceFile(path: "emergency-office.csv", bytes: bytes)
        let book = try #require(good.placeReading.value)
        let sources = PeriodSources(period: good.periodSources.period, tables: [table])
        let found = PeriodReader.read(sources, in: book).diagnostics
        #expect(found == [Diagnostic(file: "emergency-office.csv", line: 2, problem: .notUTF8)])
        let place = SourceFile(path: "place.yaml", bytes: [0x61, 0x0A, 0xFF])
        #expect(PlaceReader.calendarFolder(of: place) == nil)
        #expect(PeriodReader.periodKey(of: place) == nil)
    }

    @Test(
        "deep nesting, references without end and odd documents are refused without a crash",
        arguments: [
            String(repeating: "[", count: 5000), String(repeating: "- ", count: 5000),
            "a: " + String(repeating: "{b: ", count: 90) + String(repeating: "}", count: 90),
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "a: &a [*a]", "a: *b", "--- a\n--- b\n",
            "? [a, b]\n: c\n", "\u{0}", "a: \"\\uD800\"", "!!int x", "<<: {a: b}\n", "- a", "text", "~",
            "a: !!binary x",
            "\"a\": 1\na: 2\n'a': 3\n", "a\u{85}b: 1\n", "{", "\"", "&", "|\n a", "a: |\n  b\nc: >\n  d",
            "%YAML 9.9\n---\n",
        ])
    func oddYAML(text: String) {
        var world = World()
        world.place = text
        expectSound(world.diagnostics)
        world = World()
        world.period = text
        world.policy = text
        world.calendar = [text]
        world.cards = [text, text]
        expectSound(world.diagnostics)
    }

    @Test("references to references are cut off before they grow, as a value and as a key")
    func referenceBombs() {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
        var bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (before, name) in zip(names, names.dropFirst()) {
            let references = Array(repeating: "*" + before, count: 9).joined(separator: ", ")
            bomb += "\(name): &\(name) [\(references)]\n"
        }
        for text in [bomb, bomb + "? *j\n: key\n", bomb + "{*j : key}\n"] {
            var world = World()
            world.place = text
            #expect(world.diagnostics.contains { $0.file == "place.yaml" && $0.line == 1 })
            expectSound(world.diagnostics)
        }
        var world = World()
        world.place = Samples.place.with("{rest: {hours: 12,", "{rest: &rest {hours: 12,")
        #expect(world.diagnostics.isEmpty, "a few references are taken")
    }

    @Test("mutations of the samples never crash the readers, and every rejection has a line", arguments: 0..<24)
    func mutations(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for round in 0..<50 {
            var world = World()
            if round % 5 == 0 { world.place = random.mutated(world.place) }
            if round % 5 == 1 { world.people = random.mutated(Samples.people) }
            world.absences = random.mutated(Samples.absences)
            world.policy = random.mutated(Self.policy)
            world.cards = [random.mutated(Self.card)]
            world.calendar[0] = random.mutated(Samples.calendar)
            world.period = random.mutated(world.period)
            world.table = random.mutated(world.table)
            expectSound(world.diagnostics)
        }
    }

    @Test("a card that is no UTF-8 is refused on its line")
    func cardNotUTF8() {
        let good = World().placeSources
        let card = SourceFile(path: "c.md", bytes: Array("# a\n".utf8) + [0xB0, 0xD7])
        let sources = PlaceSources(
            place: good.place, people: good.people, absences: good.absences, policy: good.policy,
            calendar: good.calendar, cards: [card])
        let expected = Diagnostic(file: "c.md", line: 2, problem: .notUTF8)
        #expect(PlaceReader.read(sources).diagnostics == [expected])
    }

    @Test(
        "a file that ends before it begins is faulted on a line that it has", arguments: ["---", "---\u{B}", "---\r"])
    func emptyDocument(text: String) {
        var world = World()
        world.calendar = [text]
        world.period = text
        #expect(!world.diagnostics.isEmpty)
        for diagnostic in world.diagnostics { #expect(diagnostic.line <= (text.hasSuffix("\r") ? 2 : 1)) }
    }

    private static let card = "# 卡\n适用：accident/危险化学品\n## 先问\n- 风向\n## 先做\n- 疏散\n"
    private static let policy =
        Samples.policy + """
            profiles: [national]
            quiet: [{match: {warning: any}, day: "07:00-22:00", reason: r}]
            standby: [{match: {warning: [red]}, posts: [hazmat]}]
            checklists: [{category: nature, source: s, items: [{id: a, grade: I, text: t}]}]
            proof: {one-number: "off"}
            ask_again: 30
            ack_by: told

            """

    private func expectSound(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            #expect(diagnostic.line >= 1)
            #expect(!diagnostic.file.isEmpty)
            #expect(!diagnostic.text(in: .zh).isEmpty)
        }
    }
}

extension SplitMix64 {
    /// The text with a few letters dropped, doubled, swapped or replaced by ones that mean something to a parser.
    mutating func mutated(_ text: String) -> String {
        let odd: [Unicode.Scalar] = [
            ",", "\"", "'", ":", "{", "}", "[", "]", "-", "#", "&", "*", "\n", "\r", "\t", "0", "9", "—", "、", "@", "|",
            "\u{3000}", "\u{0}", "\u{FEFF}", "𬴊",
        ]
        var letters = Array(text.unicodeScalars)
        for _ in 0...Int.random(in: 0..<4, using: &self) where letters.count > 2 {
            let at = Int.random(in: 0..<letters.count - 1, using: &self)
            switch Int.random(in: 0..<6, using: &self) {
            case 0: letters.remove(at: at)
            case 1: letters.insert(letters[at], at: at)
            case 2: letters.swapAt(at, at + 1)
            case 3: letters[at] = odd[Int.random(in: 0..<odd.count, using: &self)]
            case 4: letters.insert(odd[Int.random(in: 0..<odd.count, using: &self)], at: at)
            default: letters.removeSubrange(at..<min(letters.count, at + 12))
            }
        }
        return String(String.UnicodeScalarView(letters))
    }
}
