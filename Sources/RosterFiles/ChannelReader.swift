import Calendars
import Incidents
import Rosters

/// Reads the channels of `policy.yaml` and the order in which they are tried.
enum ChannelReader {
    private enum Field: String, FieldKey {
        case kind
        case urlVariable = "url_env"
        case secretVariable = "secret_env"
        case timeout
    }

    private enum Kind: Hashable {
        case webhook
        case call
        case terminal
    }

    private static let kinds = WordTable<Kind>([
        (.webhook, ["webhook", "网络回调"]),
        (.call, ["call", "电话"]),
        (.terminal, ["terminal", "终端"]),
    ])

    static func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> [ChannelDefinition] {
        (node?.entries(&log) ?? []).compactMap { entry in
            let fields = YamlFields<Field>(entry.value, &log)
            guard let kind = fields.required(.kind, &log)?.word(of: kinds, &log) else {
                return ChannelDefinition(name: ChannelName(entry.key), kind: .call)
            }
            return ChannelDefinition(name: ChannelName(entry.key), kind: definition(of: kind, fields, &log))
        }
    }

    private static func definition(
        of kind: Kind, _ fields: YamlFields<Field>, _ log: inout DiagnosticList
    ) -> ChannelDefinition.Kind {
        if kind != .webhook {
            for key in [Field.urlVariable, .secretVariable, .timeout] where fields.isWritten(key) {
                let word = kinds.word(kind) ?? ""
                log.add(.conflictingKey(key.rawValue, with: "kind: \(word)"), at: fields.site(of: key))
            }
        }
        switch kind {
        case .call: return .call
        case .terminal: return .terminal
        case .webhook:
            let url = fields.requiredText(.urlVariable, &log) ?? ""
            let secret = fields.text(.secretVariable, &log)
            let timeout = fields.number(.timeout, in: 1...300, &log) ?? 5
            return .webhook(urlVariable: url, secretVariable: secret, timeout: .seconds(timeout))
        }
    }

    static func contact(
        _ node: YamlNode?, among channels: [ChannelDefinition], _ log: inout DiagnosticList
    ) -> [ChannelName] {
        let known = channels.map(\.name.text) + [ChannelDefinition.call.name.text]
        var lines: [String: Int] = [:]
        var contact: [ChannelName] = []
        for item in node?.items(&log) ?? [] {
            guard let name = item.text(&log) else { continue }
            if !known.contains(name) {
                log.add(.unknown(.channel, name, nearest: nearest(to: name, among: known)), at: item.site)
            } else if let first = lines[name] {
                log.add(.duplicate(.channel, name, firstLine: first), at: item.site)
            } else {
                lines[name] = item.site.line
                contact.append(ChannelName(name))
            }
        }
        return contact
    }
}
