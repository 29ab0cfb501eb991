/// The names in one cell of a table.
enum CellText {
    /// No post of a county has so many people at once; more is a slip of the hand.
    static let mostNames = 50
    private static let nobody: Set<String> = ["—", "-", "–", "——", "－"]

    /// The names that `、 , ; / ， ；` or a line end separate; none for an empty cell or a dash.
    static func names(_ cell: String) -> [String] {
        nobody.contains(cell) ? [] : words(cell, splitAtSpaces: false)
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
