extension Mutation {
    static let numbers = [
        "0", "-1", "00", "1e9", "0x10", "256", "65536", "2147483648", "9999999999999", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "99999999999999999999999999", "1.5", "１２", "٣", "NaN",
    ]

    /// Pieces that mean something to the parsers of YAML, CSV, dates, addresses, or to nobody.
    static let words =
        numbers + [
            ",", "\"", "'", ":", ": ", "{", "}", "[", "]", "- ", "#", "&a ", "*a", "<<: ", "!!binary ", "!!int ", "? ",
            "|", ">", "%", "@", "`", "\\", "\n", "\r", "\r\n", "\t", "\n\n", "---\n", "...\n", "~", "null", "true",
            "\"off\"",
            "{a: &a [*a]}", "&a [x, x]", "[*a, *a, *a]", "{*a : b}", "? *a\n: b\n", "\"\\uD800\"", "\"\\x\"", "=cmd()",
            "—", "、", "；", "：", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{85}", "\u{2028}", "\u{202E}", "𬴊", "e\u{301}",
            "👨‍👩‍👧‍👦", "李建国", "李建国@应急管理局", "24:00", "24:01", "00:00-24:00", "23:59-00:00", "25:00", "08:30-08:30",
            "0000-00-00", "0001-01-01", "9999-12-31", "2026-02-29", "2026-13-01", "2026-02-17T24:00",
            "9999-12-31T24:00",
            "2026-02-17T03:12:60+14:59", "T", "Z", "+08:00", "Asia/Shanghai", "Mars/Olympus", "tier:leader", "tier:",
            "person:", "phone:", "unit-above", "handling", "always", "off-hours", "statutory", "I", "IV", "ungraded",
            "any",
            "place: ", "from: ", "to: ", "requires: ", "period: ", "parent: ", "count: ", "wait: ", "name: ", "日期,",
            "## ",
            "- 先问", "适用：", "GMT", "Fri, 31 Feb 99999 25:61:61 GMT", "$(reboot)", "../../etc/passwd", "%s%n", "-", "--",
            "--what", "--json", "--db=", "=",
        ]

    /// What is no UTF-8, or no text.
    static let bytes: [[UInt8]] = [
        [0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE3, 0x80],
        [0xFE, 0xFF], [0xFF, 0xFE, 0x61, 0x00], [0x1B, 0x5B, 0x32, 0x4A], [0xB0, 0xD7, 0xB0, 0xE0], [0x7F], [0x0B],
    ]
}
