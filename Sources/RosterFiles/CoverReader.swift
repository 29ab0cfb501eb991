import Calendars

/// Reads when a post must be covered.
enum CoverReader {
    private static let wholeDay = ClockWindow(start: .midnight, end: .endOfDay)
    private static let sourceKey = "source"
    private static let plainCovers = WordTable<Cover>([
        (.always, ["always", "全天", "24小时", "全时"]),
        (.offHours, ["off-hours", "非工作时间", "下班时间"]),
    ])

    /// The cover and the source that a mapping may name; nil where no cover is written.
    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> (cover: Cover?, source: String?) {
        guard let node else { return (nil, nil) }
        guard case .mapping(let entries) = node.content else {
            return (node.read(.coverOrMapping, &log, plainCovers.value), nil)
        }
        var table: [DaySelector: [ClockWindow]] = [:]
        var lines: [DaySelector: Int] = [:]
        var source: String?
        for entry in entries {
            if entry.key == sourceKey {
                source = entry.value.text(&log)
            } else if let day = DaySelectorReader.read(entry, besides: [sourceKey], &log) {
                let windows = windows(entry.value, &log)
                if let first = lines[day] { log.add(.duplicateKey(entry.key, firstLine: first), at: entry.site) }
                lines[day] = lines[day] ?? entry.site.line
                table[day] = table[day] ?? windows
            }
        }
        return (.windows(table), source)
    }

    private static func windows(_ node: YamlNode, _ log: inout DiagnosticList) -> [ClockWindow] {
        if node.isNull { log.add(.unexpected(found: node.shown, expected: .window), at: node.site) }
        return node.items(&log).compactMap { item in
            item.read(.window, &log) { plainCovers.value($0) == .always ? wholeDay : ClockWindow($0) }
        }
    }
}

/// Reads a kind of day, a label such as 除夕 or a date, written as the key of a mapping.
enum DaySelectorReader {
    /// `others` are keys that may stand beside days.
    static func read(_ entry: YamlEntry, besides others: [String] = [], _ log: inout DiagnosticList) -> DaySelector? {
        if let kind = ValueWords.dayKind(entry.key) { return .kind(kind) }
        if let label = DayLabel(rawValue: entry.key) { return .label(label) }
        if let date = TimeText.date(entry.key) { return .date(date) }
        if entry.key.first?.isNumber == true {
            log.add(.unexpected(found: entry.key, expected: .date), at: entry.site)
        } else {
            let known = ValueWords.dayKinds.words + DayLabel.allCases.map(\.rawValue) + others
            log.add(.unknownKey(entry.key, nearest: nearest(to: entry.key, among: known)), at: entry.site)
        }
        return nil
    }
}
