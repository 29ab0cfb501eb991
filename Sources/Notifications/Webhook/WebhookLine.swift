import Foundation
import Synchronization

/// A post that waits for a thread, and where its answer goes.
struct WebhookJob: Sendable {
    let post: WebhookPost
    let reply: WebhookReply
}

/// The line of posts and the threads that serve it: a post that blocks, be it in a name server, holds up no other.
final class WebhookLine: Sendable {
    private struct State {
        var waiting: [WebhookJob] = []
        var idle = 0
        var threads = 0
    }

    /// A message that waits for a thread would be timed out for the wait.
    private static let mostThreads = 64

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)

    func append(_ job: WebhookJob) {
        let isShort = state.withLock { state in
            state.waiting.append(job)
            guard state.waiting.count > state.idle, state.threads < Self.mostThreads else { return false }
            state.threads += 1
            state.idle += 1
            return true
        }
        if isShort { Thread.detachNewThread { self.serve() } }
        bell.signal()
    }

    /// Ends the threads; each finishes the post that it has.
    func close() {
        for _ in 0..<state.withLock(\.threads) { bell.signal() }
    }

    private func serve() {
        // Without memory for a connection the posts fail, and are tried again like all others.
        let connection = CurlConnection()
        while let job = next() {
            if let connection { connection.send(job) } else { job.reply.give(.failed("no connection")) }
            state.withLock { $0.idle += 1 }
        }
    }

    private func next() -> WebhookJob? {
        bell.wait()
        return state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            state.idle -= 1
            return state.waiting.removeFirst()
        }
    }
}
