import Foundation

/// Where results and diagnostics go, and where answers come from.
enum Terminal {
    /// Results go to stdout; where nobody can take them the work is done all the same, and the exit code says so.
    static func say(_ text: String) {
        do { try write(text) } catch { exit(3) }
    }

    /// Like `say`, for a caller that has another way when stdout takes nothing.
    static func write(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((printable(text) + "\n").utf8))
    }

    /// Diagnostics go to stderr; there is nobody left to tell when that fails.
    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((printable(text) + "\n").utf8))
    }

    /// Without control characters, so that nothing a stranger reported can steer the terminal.
    static func printable(_ text: String) -> String {
        guard holdsControls(text) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 != "\n" && $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// Whether it holds C0 other than a line end, delete, or C1, which is 0xC2 and a byte below 0xA0.
    private static func holdsControls(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            stride(from: 0, to: bytes.count, by: 4096).contains { start in
                let block = start..<min(start + 4096, bytes.count)
                // First without a way out, which the compiler turns into vector instructions.
                let isDoubtful = bytes[block].reduce(false) {
                    $0 || $1 < 0x20 && $1 != 0x0A || $1 == 0x7F || $1 == 0xC2
                }
                return isDoubtful
                    && block.contains { at in
                        bytes[at] == 0xC2
                            ? at + 1 < bytes.count && bytes[at + 1] < 0xA0
                            : bytes[at] < 0x20 && bytes[at] != 0x0A || bytes[at] == 0x7F
                    }
            }
        }
    }

    /// Whether somebody sits there who can be asked.
    static var isInteractive: Bool { isatty(0) == 1 && isatty(2) == 1 }

    /// The width of a terminal; 80 where it does not say.
    static func columns(of terminal: Int32) -> Int {
        var size = winsize()
        return ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    enum Answer {
        case text(String)
        case empty
        /// Nobody can be asked any more (Ctrl-D).
        case ended
    }

    /// Asks on stderr, so that stdout holds only results.
    static func ask(_ question: String) -> Answer {
        try? FileHandle.standardError.write(contentsOf: Data((question + ": ").utf8))
        guard let line = readLine() else { return .ended }
        let answer = line.trimmingCharacters(in: .whitespacesAndNewlines)
        return answer.isEmpty ? .empty : .text(answer)
    }

    /// Columns that a text takes on a terminal; Chinese characters take two.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : $1.properties.isGraphemeExtend ? 0 : 1) }
    }

    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - self.width(of: text)))
    }

    /// East Asian wide and full-width ranges (UAX #11).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
