import Yams

/// Turns the bytes of a YAML file into nodes with places; every fault becomes a diagnostic.
struct YamlLoader {
    /// Each repeated key costs one more parse, so a file full of them is cut short.
    private static let maxRepairs = 40

    private static let maxReferences = 16

    private var text: String
    private var repaired: [Site: Unicode.Scalar] = [:]

    /// The root of the file; an empty file is an empty mapping, nil means that nothing could be read.
    static func load(_ source: SourceFile, _ log: inout DiagnosticList) -> YamlNode? {
        guard source.isUTF8(&log) else { return nil }
        if let plain = PlainYaml.root(of: source.content) { return plain }
        return parsed(source, &log)
    }

    /// The same by the full parser.
    static func parsed(_ source: SourceFile, _ log: inout DiagnosticList) -> YamlNode? {
        guard let text = source.text(&log) else { return nil }
        guard countsFewReferences(text) else {
            log.add(.brokenYAML(reason: "more than \(maxReferences) references (*)"), at: .start)
            return nil
        }
        var loader = YamlLoader(text: text)
        return loader.parse(&log)
    }

    /// References to references grow without bounds while the parser compares keys; so few of them cannot.
    private static func countsFewReferences(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return true }
        let words = text.utf8.split { " \t\r\n,[]{}?:-".utf8.contains($0) }
        let anchors = Set(words.filter { $0.first == UInt8(ascii: "&") }.map { Substring($0.dropFirst()) })
        let references = words.count { $0.first == UInt8(ascii: "*") && anchors.contains(Substring($0.dropFirst())) }
        return references <= maxReferences
    }

    private init(text: String) {
        self.text = text
    }

    private mutating func parse(_ log: inout DiagnosticList) -> YamlNode? {
        for _ in 0...Self.maxRepairs {
            do {
                // Without resolver rules no regular expression runs for any scalar.
                let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
                guard let root else { return YamlNode(site: .start, content: .mapping([])) }
                var converter = YamlConverter(repaired: repaired, lastLine: lastLine)
                return converter.root(root, &log)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                // Yams stops at a repeated key: rename the first of the two and read on, so that all errors come in one run.
                let site = Site(line: context.mark.line, column: context.mark.column)
                guard repair(at: site) else {
                    log.add(.duplicateKey(keys.first ?? "", firstLine: site.line), at: site)
                    return nil
                }
            } catch {
                report(error, &log)
                return nil
            }
        }
        log.add(.brokenYAML(reason: "too many repeated keys"), at: .start)
        return nil
    }

    private var lastLine: Int { 1 + text.count(where: \.isLineEnd) }

    private func report(_ error: any Error, _ log: inout DiagnosticList) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            log.add(.brokenYAML(reason: problem), at: Site(mark, lastLine: lastLine))
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0).count(where: \.isLineEnd)
            log.add(.brokenYAML(reason: problem), at: Site(line: before + 1))
        default:
            log.add(.brokenYAML(reason: "the parser gave up"), at: .start)
        }
    }

    /// Puts a private letter over the first letter of the key, so that places stay right.
    private mutating func repair(at site: Site) -> Bool {
        let target = YamlPosition(text).index(of: site)
        guard var index = target, let letter = Unicode.Scalar(0xE000 + UInt32(repaired.count)) else { return false }
        var scalars = text.unicodeScalars
        if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
        guard index < scalars.endIndex else { return false }
        let first = scalars[index]
        guard first.properties.isAlphabetic || ("0"..."9").contains(first), repaired[site] == nil else { return false }
        scalars.replaceSubrange(index...index, with: [letter])
        text = String(scalars)
        repaired[site] = first
        return true
    }
}

extension Site {
    /// Where the parser stands; at the end of a file that is a line which is not there any more.
    init(_ mark: Mark?, lastLine: Int) {
        let line = mark?.line ?? 1
        self = line > lastLine ? Site(line: lastLine) : Site(line: line, column: mark?.column)
    }
}

/// Finds a line and column as the YAML parser counts them: columns in scalars, five kinds of line end.
private struct YamlPosition {
    private let scalars: String.UnicodeScalarView

    init(_ text: String) {
        scalars = text.unicodeScalars
    }

    func index(of site: Site) -> String.Index? {
        guard let column = site.column else { return nil }
        var line = 1
        var index = scalars.startIndex
        while line < site.line, index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            let isPair = scalar == "\r" && index < scalars.endIndex && scalars[index] == "\n"
            if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar), !isPair { line += 1 }
        }
        guard line == site.line else { return nil }
        let found = scalars.index(index, offsetBy: column - 1, limitedBy: scalars.endIndex)
        return found.flatMap { $0 < scalars.endIndex ? $0 : nil }
    }
}
