import Calendars

/// Reads the dated tables of office hours of `place.yaml`.
enum HoursReader {
    private enum Field: String, FieldKey {
        case from, open, close
    }

    /// The tables by key; one without a readable entry has none.
    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> [String: WorkingHours?] {
        var tables: [String: WorkingHours?] = [:]
        for table in node?.entries(&log) ?? [] {
            let items = items(of: table.value, &log)
            if items.isEmpty { log.add(.unexpected(found: table.value.shown, expected: .list), at: table.value.site) }
            let entries = items.compactMap { entry($0, &log) }
            tables.updateValue(WorkingHours(key: table.key, entries: entries), forKey: table.key)
        }
        return tables
    }

    /// One entry may stand without a list around it.
    private static func items(of node: YamlNode, _ log: inout DiagnosticList) -> [YamlNode] {
        if case .mapping = node.content { return [node] }
        return node.items(&log)
    }

    private static func entry(_ node: YamlNode, _ log: inout DiagnosticList) -> WorkingHours.Entry? {
        let fields = YamlFields<Field>(node, &log)
        let from = fields.required(.from, &log)?.date(&log)
        let open = fields.required(.open, &log)?.startClock(&log)
        let close = fields.required(.close, &log)?.clock(&log)
        guard let from, let open, let close else { return nil }
        return WorkingHours.Entry(from: from, window: ClockWindow(start: open, end: close))
    }
}
