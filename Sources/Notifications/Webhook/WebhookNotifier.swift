package import Calendars
import Foundation
import Incidents

/// Posts a message as signed JSON to one address.
package struct WebhookNotifier: Notifier {
    let settings: WebhookSettings
    let client: WebhookClient

    package func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        guard let body = try? notice.payload.json() else { return .failedForGood(.network("payload not encodable")) }
        let post = WebhookPost(
            url: settings.url, headers: headers(for: notice, body: body, at: now), body: body,
            timeout: settings.timeout)
        switch await client.send(post) {
        case .answered(let status, let retryAfter):
            return Self.attempt(status: status, retryAfter: retryAfter, at: now)
        case .timedOut: return .failedForNow(.timeout, retryAfter: nil)
        case .failed(let cause): return .failedForNow(.network(cause), retryAfter: nil)
        }
    }

    /// 2xx is accepted; 408, 429 and 5xx are tried again; everything else, redirects too, is final.
    package static func attempt(status: Int, retryAfter: String?, at now: Instant) -> DeliveryAttempt {
        switch status {
        case 200..<300: .accepted
        case 429, 503:
            .failedForNow(.status(status), retryAfter: retryAfter.flatMap { RetryAfter.pause($0, at: now) })
        case 408, 500..<600: .failedForNow(.status(status), retryAfter: nil)
        default: .failedForGood(.status(status))
        }
    }

    private func headers(for notice: Notice, body: Data, at now: Instant) -> [String: String] {
        let timestamp = String(now.seconds)
        var headers = [
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "DutyDesk",
            "Duty-Message-Id": Self.headerValue(notice.message.id.text),
            "Duty-Timestamp": timestamp,
        ]
        if let secret = settings.secret {
            headers["Duty-Signature"] = WebhookSignature.header(secret: secret, timestamp: timestamp, body: body)
        }
        return headers
    }

    /// Percent-encodes whatever a header cannot carry, and the percent sign itself; ids in ASCII stay as they are.
    static func headerValue(_ id: String) -> String {
        var value = ""
        for byte in id.utf8 {
            if (0x21...0x7e).contains(byte), byte != UInt8(ascii: "%") {
                value.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                value += digits.count == 2 ? "%" + digits : "%0" + digits
            }
        }
        return value
    }
}
