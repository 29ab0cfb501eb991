extension SourceFile {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes without a byte order mark.
    var content: ArraySlice<UInt8> {
        bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// The last part of the path, without its extension.
    var stem: String {
        let bytes = path.utf8
        let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
        guard let dot = bytes[start...].lastIndex(of: UInt8(ascii: ".")), dot > start else {
            return String(path[start...])
        }
        return String(path[start..<dot])
    }

    /// The path of a file beside this one.
    func sibling(_ name: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }

    /// The text; bytes that are no UTF-8 are a diagnostic on their line.
    func text(_ log: inout DiagnosticList) -> String? {
        guard isUTF8(&log) else { return nil }
        return String(decoding: content, as: UTF8.self)
    }

    /// Whether the bytes are UTF-8; where not, a diagnostic on their line.
    func isUTF8(_ log: inout DiagnosticList) -> Bool {
        if (try? UTF8Span(validating: bytes.span)) != nil { return true }
        var line = 1
        for part in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        log.add(.notUTF8, at: Site(line: line))
        return false
    }
}

/// The bytes without blanks at both ends: spaces, tabs, line ends, and the spaces that Chinese text uses.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let range = bytes.withUnsafeBufferPointer { trimmed($0, from: 0, to: $0.count) }
    return bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
}

/// The text without blanks at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    let whole = String(text)
    if let first = whole.utf8.first, let last = whole.utf8.last, !mayBegin(blank: first), !mayEnd(blank: last) {
        return whole
    }
    return String(decoding: trimmed(Array(whole.utf8)[...]), as: UTF8.self)
}

private func mayBegin(blank byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
}

private func mayEnd(blank byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x80 || byte == 0x8B || byte == 0xA0 || byte == 0xBF
}

/// A range of bytes without the blanks at its ends.
func trimmed(_ bytes: Bytes, from start: Int, to end: Int) -> Range<Int> {
    var (start, end) = (start, end)
    while start < end {
        if bytes[start] <= 0x20 {
            start += 1
        } else if let width = wideBlank(bytes, at: start, before: end) {
            start += width
        } else {
            break
        }
    }
    while start < end {
        if bytes[end - 1] <= 0x20 {
            end -= 1
        } else if end - start >= 2, wideBlank(bytes, at: end - 2, before: end) == 2 {
            end -= 2
        } else if end - start >= 3, wideBlank(bytes, at: end - 3, before: end) == 3 {
            end -= 3
        } else {
            break
        }
    }
    return start..<end
}

/// The width of U+3000, U+00A0, U+200B or U+FEFF, where one of them stands.
private func wideBlank(_ bytes: Bytes, at position: Int, before end: Int) -> Int? {
    switch bytes[position] {
    case 0xC2: end - position >= 2 && bytes[position + 1] == 0xA0 ? 2 : nil
    case 0xE2: isWide(bytes, at: position, before: end, 0x80, 0x8B)
    case 0xE3: isWide(bytes, at: position, before: end, 0x80, 0x80)
    case 0xEF: isWide(bytes, at: position, before: end, 0xBB, 0xBF)
    default: nil
    }
}

private func isWide(
    _ bytes: Bytes, at position: Int, before end: Int, _ second: UInt8, _ third: UInt8
) -> Int? {
    end - position >= 3 && bytes[position + 1] == second && bytes[position + 2] == third ? 3 : nil
}

extension Character {
    /// What ends a line for an editor and for YAML; a form feed or a vertical tab does not.
    var isLineEnd: Bool { isNewline && self != "\u{0B}" && self != "\u{0C}" }
}
