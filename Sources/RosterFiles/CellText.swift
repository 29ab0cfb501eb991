/// The names in one cell of a table.
enum CellText {
    /// No post of a county has so many people at once; more is a slip of the hand.
    static let mostNames = 50
    private static let nobody: Set<String> = ["—", "-", "–", "——", "－"]

    /// The ranges of the names that `、 , ; / ， ；` or a line end separate; none for an empty cell or a dash.
    static func names(_ cell: Bytes, into names: inout [Range<Int>]) {
        names.removeAll(keepingCapacity: true)
        if cell.count <= 6, let lead = cell.first, lead == UInt8(ascii: "-") || lead == 0xE2 || lead == 0xEF,
            nobody.contains(cell.text)
        {
            return
        }
        var (start, position) = (0, 0)
        while position < cell.count {
            guard let width = separator(cell, at: position) else {
                position += 1
                continue
            }
            let name = trimmed(cell, from: start, to: position)
            if !name.isEmpty { names.append(name) }
            position += width
            start = position
        }
        let name = trimmed(cell, from: start, to: position)
        if !name.isEmpty { names.append(name) }
    }

    /// The width of the separator that stands there.
    private static func separator(_ bytes: Bytes, at position: Int) -> Int? {
        switch bytes[position] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): 1
        case 0xE3: isSeparator(bytes, at: position, 0x80, 0x81)  // 、
        case 0xEF:
            isSeparator(bytes, at: position, 0xBC, 0x8C)  // ，
                ?? isSeparator(bytes, at: position, 0xBC, 0x9B)  // ；
        default: nil
        }
    }

    private static func isSeparator(
        _ bytes: Bytes, at position: Int, _ second: UInt8, _ third: UInt8
    ) -> Int? {
        position + 2 < bytes.count && bytes[position + 1] == second && bytes[position + 2] == third ? 3 : nil
    }

    /// The name without the mark `!` or `！` of a pin; a mark alone is no pin but a name that nobody has.
    static func unpinned(_ name: Range<Int>, of cell: Bytes) -> Range<Int> {
        guard let last = name.last else { return name }
        let width = cell[last] == UInt8(ascii: "!") ? 1 : isPinMark(cell, endingAt: last, of: name) ? 3 : 0
        let bare = width == 0 ? name : trimmed(cell, from: name.lowerBound, to: name.upperBound - width)
        return bare.isEmpty ? name : bare
    }

    /// Whether a full-width `！` ends there.
    private static func isPinMark(_ cell: Bytes, endingAt last: Int, of name: Range<Int>) -> Bool {
        name.count >= 3 && cell[last] == 0x81 && cell[last - 1] == 0xBC && cell[last - 2] == 0xEF
    }

    static func words(_ cell: String, splitAtSpaces: Bool) -> [String] {
        var words: [String] = []
        for part in cell.unicodeScalars.split(whereSeparator: { isSeparator($0, splitAtSpaces: splitAtSpaces) }) {
            let word = trimmed(String(part))
            if !word.isEmpty { words.append(word) }
        }
        return words
    }

    private static func isSeparator(_ scalar: Unicode.Scalar, splitAtSpaces: Bool) -> Bool {
        switch scalar {
        case "、", ",", ";", "/", "，", "；", "\n", "\r": true
        case " ", "\t", "\u{3000}", "\u{A0}": splitAtSpaces
        default: false
        }
    }
}
