import Calendars
import Incidents
import TestSupport
import Testing

@testable import Notifications

@Suite("A webhook that answers nonsense")
struct GarbledReplyTests {
    private static let nonsense: [String] = [
        "", "\r\n", "HTTP", "HTTP/1.1", "HTTP/1.1 \r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 99999999999999999999 Odd\r\n\r\n", "HTTP/1.1 -200 Odd\r\n\r\n", "HTTP/1.1 000 Odd\r\n\r\n",
        "220 mail.example.test ESMTP\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\u{0}\u{0}\u{0}\u{0}", "<html>200</html>",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 429 Busy\r\nRetry-After: \u{0}\u{7}警\r\n\r\n",
        "HTTP/1.1 503 Busy\r\nRetry-After: " + nines + "\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: \u{1}\r\n\r\n", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 200_000) + "\r\n\r\n",
        "HTTP/1.1 204 " + String(repeating: "\u{202E}", count: 100) + "\r\n\r\n",
    ]
    private static let nines = String(repeating: "9", count: 5_000)

    @Test("is an attempt like any other: taken on a true 2xx, tried again or given up, and never more than that")
    func anyBytes() async throws {
        for answer in Self.nonsense {
            let sink = try TroubledSink(answering: Array(answer.utf8))
            let channel = ChannelDefinition.hook(timeout: .seconds(2))
            let attempt = await makeNotifiers(address: sink.address)
                .deliver(makeNotice(over: channel), at: nightOfOctober3)
            let outcome = RetryPolicy.outcome(
                of: attempt, message: MessageID(text: "m"), attempts: 1, at: nightOfOctober3)
            switch outcome {
            case .accepted: #expect(answer.hasPrefix("HTTP/") && answer.contains(" 20"), "\(answer.prefix(80))")
            case .failedForNow(_, let retryAt): #expect(retryAt <= nightOfOctober3 + .seconds(3600))
            case .failedForGood(let failure): #expect(failure != .unknownChannel)
            }
            #expect(sink.deliveries.count == 1, "posted \(sink.deliveries.count) times for \(answer.prefix(80))")
        }
    }

    @Test("closes a connection of bytes that are no text")
    func bytesOnly() async throws {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
        for prefix in [[], Array("HTTP/1.1 200 \u{0}\r\nX: ".utf8)] {
            let sink = try TroubledSink(answering: prefix + bytes)
            let attempt = await makeNotifiers(address: sink.address)
                .deliver(makeNotice(over: .hook(timeout: .seconds(2))), at: nightOfOctober3)
            #expect(attempt != .failedForGood(.unknownChannel))
        }
    }
}
