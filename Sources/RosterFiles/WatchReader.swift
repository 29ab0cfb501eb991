import Calendars
import Incidents
import Rosters
import Watchkeeping

/// Reads which handovers are watched, and which units owe nil reports.
struct WatchReader {
    private enum HandoverField: String, FieldKey {
        case within, posts
    }
    private enum NilReportField: String, FieldKey {
        case by, units, to
    }

    let index: PlaceIndex

    func handovers(_ node: YamlNode?, _ log: inout DiagnosticList) -> HandoverRule? {
        guard let node else { return nil }
        let fields = YamlFields<HandoverField>(node, &log)
        let within = fields.required(.within, &log)?.number(in: 0...1440, &log)
        let posts = fields[.posts].flatMap { listed($0, index.posts, &log) }?.map { index.place[$0].key }
        return within.map { HandoverRule(within: .minutes($0), posts: posts) }
    }

    func nilReports(_ node: YamlNode?, _ log: inout DiagnosticList) -> NilReportRule? {
        guard let node else { return nil }
        let fields = YamlFields<NilReportField>(node, &log)
        let clocks = (fields.required(.by, &log)?.items(&log) ?? []).compactMap { $0.clock(&log) }
        let units = fields[.units].flatMap { listed($0, index.units, &log) }?.map { index.place[$0].id }
        let to = fields[.to].flatMap { index.units.find($0, &log) }.map { index.place[$0].id }
        return clocks.isEmpty ? nil : NilReportRule(by: Set(clocks).sorted(), units: units, to: to)
    }

    /// Nil for `all`.
    private func listed<Thing>(
        _ node: YamlNode, _ index: NameIndex<Thing>, _ log: inout DiagnosticList
    ) -> [Ordinal<Thing>]? {
        if let word = node.scalar, ValueWords.need(word) == .all { return nil }
        return node.items(&log).compactMap { index.find($0, &log) }.uniqued()
    }
}
