import Foundation

/// One request, ready to go.
struct WebhookPost: Sendable {
    let url: URL
    let headers: [String: String]
    let body: Data?
    let timeout: Duration
    var method = "POST"
}

/// What came back; the body of an answer is never read.
enum WebhookAnswer: Sendable {
    case answered(status: Int, retryAfter: String?)
    case timedOut
    /// The cause in fixed words: the system's own may contain the address, which can hold a token.
    case failed(String)
}

/// Posts without cookies, cache, credentials or redirects.
final class WebhookClient: Sendable {
    private let line = WebhookLine()

    deinit { line.close() }

    /// Sends once; whatever the other side does, an answer is there when the timeout is up.
    func send(_ post: WebhookPost) async -> WebhookAnswer {
        let reply = WebhookReply()
        line.append(WebhookJob(post: post, reply: reply))
        let deadline = Task {
            try await Task.sleep(for: post.timeout)
            reply.give(.timedOut)
        }
        defer { deadline.cancel() }
        return await withTaskCancellationHandler {
            await reply.answer()
        } onCancel: {
            reply.give(.failed("cancelled"))
        }
    }
}
