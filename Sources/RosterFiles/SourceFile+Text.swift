extension SourceFile {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes without a byte order mark.
    var content: ArraySlice<UInt8> {
        bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// The last part of the path, without its extension.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The path of a file beside this one.
    func sibling(_ name: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }

    /// The text; bytes that are no UTF-8 are a diagnostic on their line.
    func text(_ log: inout DiagnosticList) -> String? {
        if let text = String(validating: content, as: UTF8.self) { return text }
        var line = 1
        for part in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        log.add(.notUTF8, at: Site(line: line))
        return nil
    }
}

/// The bytes without blanks at both ends: spaces, tabs, line ends, and the spaces that Chinese text uses.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let count = leadingBlank(rest) { rest = rest.dropFirst(count) }
    while let count = trailingBlank(rest) { rest = rest.dropLast(count) }
    return rest
}

/// The text without blanks at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    String(decoding: trimmed(Array(text.utf8)[...]), as: UTF8.self)
}

/// U+3000, U+00A0, U+200B and U+FEFF.
private let wideBlanks: [[UInt8]] = [[0xE3, 0x80, 0x80], [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]

private func leadingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first <= 0x20 { return 1 }
    guard first == 0xE3 || first == 0xC2 || first == 0xE2 || first == 0xEF else { return nil }
    return wideBlanks.first { bytes.starts(with: $0) }?.count
}

private func trailingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if last <= 0x20 { return 1 }
    guard last == 0x80 || last == 0xA0 || last == 0x8B || last == 0xBF else { return nil }
    return wideBlanks.first { bytes.suffix($0.count).elementsEqual($0) }?.count
}
