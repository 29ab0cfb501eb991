import Crypto
import Foundation

/// The proof that a post comes from this desk: HMAC-SHA256 over `timestamp + "." + body`.
enum WebhookSignature {
    /// `sha256=` and 64 lower-case hex digits.
    static func header(secret: String, timestamp: String, body: Data) -> String {
        var authentication = HMAC<SHA256>(key: SymmetricKey(data: Data(secret.utf8)))
        authentication.update(data: Data("\(timestamp).".utf8))
        authentication.update(data: body)
        return "sha256=" + authentication.finalize().map(hex).joined()
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 2 ? digits : "0" + digits
    }
}
