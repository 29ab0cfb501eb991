import Calendars
import Incidents
import Testing

@testable import Notifications

@Suite("When a message is tried again")
struct RetryPolicyTests {
    private let message = MessageID(text: "2026-0007/1/1/p001/hook")
    private let now = nightOfOctober3

    private func outcome(_ attempt: DeliveryAttempt, attempts: Int) -> DeliveryOutcome {
        RetryPolicy.outcome(of: attempt, message: message, attempts: attempts, at: now)
    }

    private func retryAt(_ requested: Duration?, attempts: Int) -> Instant? {
        guard
            case .failedForNow(.timeout, let at) = outcome(
                .failedForNow(.timeout, retryAfter: requested), attempts: attempts)
        else { return nil }
        return at
    }

    @Test("what the channel took and what is final stays so")
    func keepsFinalAttempts() {
        #expect(outcome(.accepted, attempts: 9) == .accepted)
        #expect(outcome(.failedForGood(.status(404)), attempts: 1) == .failedForGood(.status(404)))
    }

    @Test(
        "the pause doubles from 5 s and moves by at most a fifth",
        arguments: [(1, 5), (2, 10), (3, 20), (4, 40), (5, 80)])
    func doubles(attempts: Int, seconds: Int) {
        for number in 1...500 {
            let pause = RetryPolicy.pause(message: MessageID(text: "m\(number)"), attempts: attempts)
            #expect(pause >= .seconds(Double(seconds) * 0.8))
            #expect(pause <= .seconds(Double(seconds) * 1.2))
        }
        let due = retryAt(nil, attempts: attempts)
        #expect(due == now + RetryPolicy.pause(message: message, attempts: attempts))
    }

    @Test("the pause stops growing at 300 s", arguments: [7, 20, Int.max])
    func capsThePause(attempts: Int) {
        #expect(RetryPolicy.pause(message: message, attempts: attempts) <= .seconds(360))
        #expect(RetryPolicy.pause(message: message, attempts: attempts) >= .seconds(240))
    }

    @Test("messages do not march in step")
    func spreads() {
        let pauses = (1...500).map { RetryPolicy.pause(message: MessageID(text: "m\($0)"), attempts: 5) }
        #expect(Set(pauses).count > 25)
    }

    @Test("the hash is FNV-1a, so that every machine waits as long")
    func hashIsFNV() {
        #expect(RetryPolicy.hash("") == 0xcbf2_9ce4_8422_2325)
        #expect(RetryPolicy.hash("a") == 0xaf63_dc4c_8601_ec8c)
        #expect(RetryPolicy.hash("foobar") == 0x8594_4171_f739_67e8)
        #expect(retryAt(nil, attempts: 1) == now + .seconds(4))
        #expect(retryAt(nil, attempts: 5) == now + .seconds(86))
    }

    @Test("Retry-After wins when it is longer, up to an hour")
    func requestedPauseWins() {
        #expect(retryAt(.seconds(90), attempts: 1) == now + .seconds(90))
        #expect(retryAt(.seconds(1), attempts: 1) == retryAt(nil, attempts: 1))
        #expect(retryAt(.seconds(86_400), attempts: 1) == now + .seconds(3600))
        #expect(retryAt(.seconds(Int64.max), attempts: 1) == now + .seconds(3600))
        #expect(retryAt(.seconds(-5), attempts: 1) == retryAt(nil, attempts: 1))
    }

    @Test("the sixth failure is the last")
    func givesUp() {
        #expect(retryAt(nil, attempts: 5) != nil)
        #expect(
            outcome(.failedForNow(.status(503), retryAfter: .seconds(9)), attempts: 6)
                == .failedForGood(.tooManyAttempts(6)))
    }

    @Test(
        "Retry-After is read as seconds or as any of the three HTTP dates",
        arguments: [
            ("0", 0), ("120", 120), (" 120 ", 120), ("Fri, 02 Oct 2026 18:16:00 GMT", 60),
            ("Friday, 02-Oct-26 18:16:00 GMT", 60), ("Fri Oct  2 18:16:00 2026", 60),
            ("Fri, 02 Oct 2026 18:14:00 GMT", 0),
            ("99999999999999999999", Int64.max),
        ])
    func readsRetryAfter(header: String, seconds: Int64) {
        #expect(RetryAfter.pause(header, at: now) == .seconds(seconds))
    }

    @Test(
        "anything else in Retry-After is passed over",
        arguments: [
            "", "soon", "-5", "1.5", "+5", "Fri, 31 Feb 2026 18:16:00 GMT", "Fri, 02 Oct 2026 25:16:00 GMT",
            "Fri, 02 Okt 2026 18:16:00 GMT", "Fri, 02 Oct 2026 18:16 GMT", "Fri, 02 Oct 2026 18:16:00 CST",
        ])
    func passesOverNonsense(header: String) {
        #expect(RetryAfter.pause(header, at: now) == nil)
    }
}
