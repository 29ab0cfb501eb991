import Testing

@testable import Commands

@Suite("What goes to a terminal")
struct TerminalTests {
    /// A text is looked at in blocks of so many bytes.
    private static let block = 4096

    @Test(
        "No control character gets through, wherever in a long text it stands",
        arguments: ["\u{1B}", "\u{7F}", "\u{85}", "\r", "\0"])
    func controls(control: String) {
        for position in (Self.block - 3...Self.block + 3).map({ $0 }) + [0, 1, 2 * Self.block - 1] {
            let before = String(repeating: "a", count: position)
            #expect(Terminal.printable(before + control + "b") == before + " b")
            #expect(Terminal.printable(before + control) == before + " ")
        }
    }

    @Test("Line ends, Chinese and the dot of a Uyghur name stay as they are, wherever they stand")
    func plain() {
        for position in Self.block - 3...Self.block + 3 {
            let text = String(repeating: "a", count: position) + "买买提·依明\n \u{A0}é"
            #expect(Terminal.printable(text) == text)
        }
    }
}
