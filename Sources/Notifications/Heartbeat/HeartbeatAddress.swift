import Foundation

/// The address at which an outside monitor waits for a sign of life.
package struct HeartbeatAddress: Sendable {
    private let url: URL
    private let client = WebhookClient()

    private static let timeout = Duration.seconds(5)

    /// Nil for a text that is no http or https address.
    package init?(_ text: String) {
        guard let url = WebhookSettings.address(text) else { return nil }
        self.url = url
    }

    /// Calls once with GET; nil when it was taken, else the cause, in which the address does not stand.
    package func call() async -> String? {
        let call = WebhookPost(
            url: url, headers: ["User-Agent": "DutyDesk"], body: nil, timeout: Self.timeout, method: "GET")
        return switch await client.send(call) {
        case .answered(let status, _): (200..<300).contains(status) ? nil : "status \(status)"
        case .timedOut: "timeout"
        case .failed(let cause): cause
        }
    }
}
