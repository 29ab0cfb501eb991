import Calendars
import Foundation
import Incidents
import TestSupport
import Testing

@testable import Notifications

@Suite("What a webhook sends")
struct WebhookRequestTests {
    private func request(
        _ notice: Notice, secret: String? = nil, at now: Instant = nightOfOctober3
    ) async throws -> LoopbackSink.Request {
        try await LoopbackSink.with { sink in
            let notifiers = makeNotifiers(address: await sink.address("/duty/hook"), secret: secret)
            #expect(await notifiers.deliver(notice, at: now) == .accepted)
            return try #require(await sink.requests.first)
        }
    }

    @Test("is a JSON POST with sorted keys, where null is 未掌握 and 0 is known")
    func postsJSON() async throws {
        let request = try await request(makeNotice(over: .hook()))
        #expect(request.method == "POST")
        #expect(request.path == "/duty/hook")
        #expect(request.header("Content-Type") == "application/json; charset=utf-8")
        #expect(request.header("Expect") == nil)
        #expect(String(decoding: request.body, as: UTF8.self) == Self.body)
    }

    @Test("is signed as computed by another implementation over the bytes that arrived")
    func signs() async throws {
        let request = try await request(makeNotice(over: .hook(secret: "DUTY_HOOK_SECRET")), secret: "清河-s3cret")
        #expect(request.header("Duty-Timestamp") == "1790964900")
        #expect(String(decoding: request.body, as: UTF8.self) == Self.body)
        #expect(request.header("Duty-Signature") == Self.signature)
    }

    @Test("matches a vector computed with Python's hmac")
    func matchesVector() {
        let header = WebhookSignature.header(
            secret: "key", timestamp: "1790964900", body: Data(#"{"incident":"2026-0007"}"#.utf8))
        #expect(header == "sha256=320a76ea0e434a425086760cb5274dedaf380a2722dd7bcdbcca10779496c017")
    }

    @Test("has no signature header where the policy names no secret")
    func isUnsignedWithoutSecret() async throws {
        let request = try await request(makeNotice(over: .hook()), secret: "unused")
        #expect(request.header("Duty-Signature") == nil)
        #expect(request.header("Duty-Timestamp") == "1790964900")
    }

    @Test("keeps the message id byte for byte when it is sent again later")
    func keepsTheId() async throws {
        try await LoopbackSink.with(answers: [.status(503), .status(200)]) { sink in
            let notifiers = makeNotifiers(address: await sink.address())
            let notice = makeNotice(over: .hook())
            #expect(
                await notifiers.deliver(notice, at: nightOfOctober3) == .failedForNow(.status(503), retryAfter: nil))
            #expect(await notifiers.deliver(notice, at: nightOfOctober3 + .seconds(5)) == .accepted)
            let requests = await sink.requests
            #expect(
                requests.map { $0.header("Duty-Message-Id") }
                    == ["2026-0007/1/1/p001/hook", "2026-0007/1/1/p001/hook"])
            #expect(requests.map { $0.header("Duty-Timestamp") } == ["1790964900", "1790964905"])
            #expect(requests[0].body == requests[1].body)
        }
    }

    @Test("percent-encodes what a header cannot carry")
    func encodesTheId() async throws {
        let request = try await request(makeNotice(over: .hook(), id: "2026-0007/1/1/phone:应急/a b%\n"))
        #expect(request.header("Duty-Message-Id") == "2026-0007/1/1/phone:%E5%BA%94%E6%80%A5/a%20b%25%0A")
    }

    @Test("marks a drill in the field and in both texts")
    func marksDrills() async throws {
        let request = try await request(makeNotice(over: .hook(), isDrill: true))
        let json = String(decoding: request.body, as: UTF8.self)
        #expect(json.contains(#""drill":true"#))
        #expect(json.contains(#"{"en":"[DRILL] chlorine leak at Qinghe chemical park","zh":"【演练】清河化工园氯气泄漏"}"#))
    }

    @Test("names what a notice is about")
    func namesTheSubject() async throws {
        let request = try await request(makeNotice(over: .hook(), about: .clockOverrun(2)))
        #expect(String(decoding: request.body, as: UTF8.self).contains(#""notice":"clock-2-overrun""#))
    }

    @Test("never holds a phone number")
    func holdsNoNumbers() throws {
        let json = String(decoding: try makeNotice().payload.json(), as: UTF8.self)
        #expect(!json.contains("13800000001"))
        #expect(!json.contains("5550111"))
    }

    @Test("arrives whole and unasked when the text is long")
    func carriesLongTexts() async throws {
        let text = String(repeating: "氯气泄漏，", count: 20_000)
        let request = try await request(makeNotice(over: .hook(), text: text))
        #expect(request.header("Expect") == nil)
        #expect(String(decoding: request.body, as: UTF8.self).contains(text))
    }

    private static let signature = "sha256=1ad6c64c472c3eef3ef62a01d17c96e71c668814d9d2c47fbc8a104154bb4398"

    private static let body =
        #"{"answer_by":"2026-10-03T02:20:00+08:00","category":"accident","channel":"hook","#
        + #""created_at":"2026-10-03T02:15:00+08:00","dead":0,"drill":false,"grade":"IV","grade_provisional":true,"#
        + #""happened_at":null,"incident":"2026-0007","loss_yuan":null,"message":"2026-0007/1/1/p001/hook","#
        + #""missing":null,"notice":null,"received_at":"2026-10-03T02:15:00+08:00","#
        + #""recipient":{"id":"p001","name":"李建国","post":"leader","unit":"emergency-office"},"round":1,"serious":3,"#
        + #""slight":null,"step":1,"text":{"en":"chlorine leak at Qinghe chemical park","zh":"清河化工园氯气泄漏"},"#
        + #""type":"危险化学品","unit":"emergency-office","what":"氯气泄漏","where":"清河化工园"}"#
}
