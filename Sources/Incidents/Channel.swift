import Calendars
package import Rosters

/// The name that `policy.yaml` gives a channel.
package typealias ChannelName = Key<ChannelDefinition>

/// A way to reach people, by name; secrets come from the environment, never from a file.
package struct ChannelDefinition: Hashable, Sendable, Codable {
    package enum Kind: Hashable, Sendable, Codable {
        case webhook(urlVariable: String, secretVariable: String?, timeout: Duration)
        /// A person who is asked to dial.
        case call
        /// The engine's own terminal.
        case terminal
    }

    package let name: ChannelName
    package let kind: Kind

    package init(name: ChannelName, kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// How long one try may take; printing takes none.
    package var timeout: Duration {
        switch kind {
        case .webhook(_, _, let timeout): timeout
        case .call, .terminal: .zero
        }
    }

    /// Whether it ends at the engine's own terminal instead of the network.
    package var isLocal: Bool {
        switch kind {
        case .call, .terminal: true
        case .webhook: false
        }
    }

    /// The channel of places that name none: somebody dials.
    package static let call = ChannelDefinition(name: "call", kind: .call)
}
