import Calendars
import Foundation
import Incidents
import Rosters
import TestSupport
import Testing

@testable import Notifications

@Suite("A webhook against a real server on the loopback")
struct WebhookTests {
    private func attempt(_ answer: LoopbackSink.Answer) async throws -> (DeliveryAttempt, [LoopbackSink.Request]) {
        try await LoopbackSink.with(answers: [answer]) { sink in
            let notifiers = makeNotifiers(address: await sink.address())
            let attempt = await notifiers.deliver(makeNotice(over: .hook()), at: nightOfOctober3)
            return (attempt, await sink.requests)
        }
    }

    @Test("is accepted on any 2xx and on nothing else", arguments: [200, 201, 202, 204, 299])
    func accepts(status: Int) async throws {
        let (attempt, requests) = try await attempt(.status(status))
        #expect(attempt == .accepted)
        #expect(requests.count == 1)
    }

    @Test("is tried again after 408, 429 and every 5xx", arguments: [408, 429, 500, 501, 502, 503, 504, 507, 599])
    func triesAgain(status: Int) async throws {
        let (attempt, requests) = try await attempt(.status(status))
        #expect(attempt == .failedForNow(.status(status), retryAfter: nil))
        #expect(requests.count == 1)
    }

    @Test("has failed for good after any other 4xx", arguments: [400, 401, 403, 404, 405, 409, 410, 413, 422, 451])
    func givesUp(status: Int) async throws {
        #expect(try await attempt(.status(status)).0 == .failedForGood(.status(status)))
    }

    @Test("does not answer a demand for credentials")
    func ignoresChallenges() async throws {
        let (attempt, requests) = try await attempt(
            .status(401, headers: ["WWW-Authenticate": "Basic realm=\"desk\""]))
        #expect(attempt == .failedForGood(.status(401)))
        #expect(requests.count == 1)
    }

    @Test("follows no redirect: the target sees nothing", arguments: [300, 301, 302, 303, 304, 305, 307, 308])
    func followsNoRedirect(status: Int) async throws {
        try await LoopbackSink.with { target in
            let answer = LoopbackSink.Answer.status(status, headers: ["Location": await target.address("/elsewhere")])
            let (attempt, requests) = try await attempt(answer)
            #expect(attempt == .failedForGood(.status(status)))
            #expect(requests.count == 1)
            #expect(await target.requests.isEmpty)
        }
    }

    @Test("ends well however early its notifiers are gone", arguments: [200, 302, 503])
    func outlivesItsNotifiers(status: Int) async throws {
        let answer = LoopbackSink.Answer.status(status, headers: ["Location": "/elsewhere"])
        try await LoopbackSink.with(answers: [answer]) { sink in
            for round in 1...200 {
                let notifiers = makeNotifiers(address: await sink.address())
                let attempt = Task { await notifiers.deliver(makeNotice(over: .hook()), at: nightOfOctober3) }
                if round.isMultiple(of: 2) { attempt.cancel() }
                let cancelled = DeliveryAttempt.failedForNow(.network("cancelled"), retryAfter: nil)
                #expect(
                    [WebhookNotifier.attempt(status: status, retryAfter: nil, at: nightOfOctober3), cancelled]
                        .contains(await attempt.value))
            }
        }
    }

    @Test("is tried again when nobody listens")
    func triesAgainWhenRefused() async throws {
        let address = try await LoopbackSink.with { await $0.address() }
        let attempt = await makeNotifiers(address: address).deliver(makeNotice(over: .hook()), at: nightOfOctober3)
        #expect(attempt == .failedForNow(.network("cannot connect to host"), retryAfter: nil))
    }

    @Test("is tried again when no answer comes in time")
    func timesOut() async throws {
        try await LoopbackSink.with(answers: [.never]) { sink in
            let channel = ChannelDefinition.hook(timeout: .seconds(1))
            let start = ContinuousClock.now
            let attempt = await makeNotifiers(address: await sink.address())
                .deliver(makeNotice(over: channel), at: nightOfOctober3)
            #expect(attempt == .failedForNow(.timeout, retryAfter: nil))
            #expect(start.duration(to: .now) >= .seconds(1))
            #expect(await sink.requests.count == 1)
        }
    }

    @Test("takes the status and leaves a long answer unread")
    func ignoresTheBody() async throws {
        let answer = LoopbackSink.Answer.status(200, body: Data(repeating: 0x61, count: 8 << 20))
        #expect(try await attempt(answer).0 == .accepted)
    }

    @Test("sets no cookie that it was given")
    func keepsNoCookie() async throws {
        try await LoopbackSink.with(answers: [.status(200, headers: ["Set-Cookie": "a=b; Path=/"])]) { sink in
            let notifiers = makeNotifiers(address: await sink.address())
            for _ in 1...2 { _ = await notifiers.deliver(makeNotice(over: .hook()), at: nightOfOctober3) }
            #expect(await sink.requests.map { $0.header("Cookie") } == [nil, nil])
        }
    }

    @Test("honours Retry-After on 429 and 503 only")
    func honoursRetryAfter() async throws {
        let date = "Fri, 02 Oct 2026 18:17:00 GMT"  // two minutes after the try
        #expect(
            try await attempt(.status(429, headers: ["Retry-After": "90"])).0
                == .failedForNow(.status(429), retryAfter: .seconds(90)))
        #expect(
            try await attempt(.status(503, headers: ["Retry-After": date])).0
                == .failedForNow(.status(503), retryAfter: .seconds(120)))
        #expect(
            try await attempt(.status(500, headers: ["Retry-After": "90"])).0
                == .failedForNow(.status(500), retryAfter: nil))
    }

    @Test("carries fifty messages at once, each in a post of its own")
    func carriesManyAtOnce() async throws {
        try await LoopbackSink.with { sink in
            let notifiers = makeNotifiers(address: await sink.address())
            let attempts = await withTaskGroup(of: DeliveryAttempt.self) { group in
                for number in 1...50 {
                    group.addTask {
                        await notifiers.deliver(makeNotice(over: .hook(), id: "m\(number)"), at: nightOfOctober3)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(attempts == Array(repeating: .accepted, count: 50))
            let ids = Set(await sink.requests.compactMap { $0.header("Duty-Message-Id") })
            #expect(ids == Set((1...50).map { "m\($0)" }))
        }
    }
}
