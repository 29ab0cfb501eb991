import Foundation
import Incidents

/// Where a webhook posts and with which secret it signs, read from the environment.
struct WebhookSettings: Sendable {
    /// A variable that the policy names but that is unset, empty, or no address.
    struct Missing: Error {
        let variable: String
    }

    let url: URL
    /// Nil where the policy names no secret: such posts are not signed.
    let secret: String?
    let timeout: Duration

    /// Nil for a channel that is no webhook.
    static func read(
        _ kind: ChannelDefinition.Kind, from environment: [String: String]
    ) -> Result<WebhookSettings, Missing>? {
        guard case .webhook(let urlVariable, let secretVariable, let timeout) = kind else { return nil }
        guard let url = environment[urlVariable].flatMap(address) else {
            return .failure(Missing(variable: urlVariable))
        }
        guard let secretVariable else { return .success(WebhookSettings(url: url, secret: nil, timeout: timeout)) }
        guard let secret = environment[secretVariable], !secret.isEmpty else {
            return .failure(Missing(variable: secretVariable))
        }
        return .success(WebhookSettings(url: url, secret: secret, timeout: timeout))
    }

    static func address(_ text: String) -> URL? {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), !host.isEmpty
        else { return nil }
        return url
    }
}
