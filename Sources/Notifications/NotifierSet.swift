package import Calendars
package import Incidents

/// All channels of a place; a message goes to the channel that its own snapshot of the policy describes.
package struct NotifierSet: Notifier {
    private let environment: [String: String]
    private let print: @Sendable (String) throws -> Void
    private let client: WebhookClient
    /// The channels of the policy that cannot be used, each with the variable that is not set.
    package let unconfigured: [ChannelName: String]

    /// Reads no environment and writes to no terminal by itself: both are handed in.
    package init(
        _ channels: [ChannelDefinition], environment: [String: String],
        print: @escaping @Sendable (String) throws -> Void
    ) {
        self.environment = environment
        self.print = print
        self.client = WebhookClient()
        var unconfigured: [ChannelName: String] = [:]
        for channel in channels {
            if case .failure(let missing)? = WebhookSettings.read(channel.kind, from: environment) {
                unconfigured[channel.name] = missing.variable
            }
        }
        self.unconfigured = unconfigured
    }

    /// The notifier of a channel; one that lacks its settings fails every message for good.
    package subscript(channel: ChannelDefinition) -> any Notifier {
        switch (channel.kind, WebhookSettings.read(channel.kind, from: environment)) {
        case (.webhook, .success(let settings)?): WebhookNotifier(settings: settings, client: client)
        case (.webhook, .failure(let missing)?):
            UnavailableNotifier(failure: .notConfigured(variable: missing.variable))
        case (.webhook, nil): UnavailableNotifier(failure: .unknownChannel)
        case (.call, _): CallNotifier(print: print)
        case (.terminal, _): TerminalNotifier(print: print)
        }
    }

    package func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        await self[notice.message.channel].deliver(notice, at: now)
    }
}
