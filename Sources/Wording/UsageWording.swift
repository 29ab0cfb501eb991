import RosterFiles

/// Puts the argument parser's English complaints into both languages.
package enum UsageWording {
    /// The first line says what is wrong; the usage lines after it stay as they are.
    package static func phrase(of message: String, verbs: [String]) -> Phrase {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = (lines.first ?? "").replacing("Error: ", with: "")
        if let number = number(first) { return number.phrase }
        let rest = lines.dropFirst().filter { $0.hasPrefix("Usage:") }
        let head = Phrase(zh: "用法有误：", en: "wrong usage: ") + complaint(first, verbs: verbs)
        guard let usage = rest.first?.replacing("Usage: ", with: "") else { return head }
        return head + Phrase(zh: "\n用法：\(usage)", en: "\nusage: \(usage)")
    }

    /// A number that is none, in the words of those that are out of bounds; nil for other complaints.
    private static func number(_ line: String) -> Misuse? {
        let prefix = "The value '"
        guard line.hasPrefix(prefix), let end = line.firstRange(of: "' is invalid for '--") else { return nil }
        let found = String(line[line.index(line.startIndex, offsetBy: prefix.count)..<end.lowerBound])
        let option = "--" + String(line[end.upperBound...].prefix { $0.isLetter || $0 == "-" })
        switch option {
        case "--seconds": return .wrongSeconds(option: option, found: found)
        case "--steps", "--seed": return .wrongNumber(option: option, found: found)
        default: return nil
        }
    }

    private static func complaint(_ line: String, verbs: [String]) -> Phrase {
        let quoted = line.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        func part(_ index: Int) -> String { index < quoted.count ? quoted[index] : "" }
        let option = String(part(1).prefix { $0 != " " })
        if line.hasPrefix("Missing expected argument") || line.hasPrefix("Missing one of") {
            return Phrase(zh: "缺少 \(part(1))", en: line)
        }
        if line.hasPrefix("Missing value for") {
            return Phrase(zh: "\(option) 后面缺少值（值不能以 - 开头）", en: "\(option) lacks its value (which cannot begin with -)")
        }
        if line.hasPrefix("Unknown option") { return Phrase(zh: "没有选项 \(option)", en: "unknown option \(option)") }
        if line.hasPrefix("Unexpected argument") || line.contains("unexpected arguments") {
            let near = similar(to: part(1), among: verbs)
            let hint = near.map { Phrase(zh: "；是否为“\($0)”？", en: "; did you mean “\($0)”?") } ?? Phrase("")
            return Phrase(zh: "没有这个命令或参数“\(part(1))”", en: "no such command or argument “\(part(1))”") + hint
        }
        if line.hasPrefix("The value") {
            return Phrase(zh: "“\(part(1))”不能用于 \(part(3))", en: line)
        }
        return Phrase(line)
    }
}
