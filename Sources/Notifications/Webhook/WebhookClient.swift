import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

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

/// Posts over URLSession without cookies, cache, credentials or redirects.
final class WebhookClient: Sendable {
    private let exchanges = WebhookExchanges()
    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCredentialStorage = nil
        // A message that waits for a connection would be timed out for the wait.
        configuration.httpMaximumConnectionsPerHost = 64
        self.session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// Sends once; whatever the other side does, an answer is there when the timeout is up.
    func send(_ post: WebhookPost) async -> WebhookAnswer {
        await withTaskGroup(of: WebhookAnswer.self) { group in
            group.addTask { await self.exchange(post) }
            group.addTask {
                do {
                    try await Task.sleep(for: post.timeout)
                    return .timedOut
                } catch {
                    return .failed("cancelled")
                }
            }
            defer { group.cancelAll() }
            return await group.next() ?? .timedOut
        }
    }

    private func exchange(_ post: WebhookPost) async -> WebhookAnswer {
        var request = URLRequest(url: post.url)
        request.httpMethod = post.method
        request.httpBody = post.body
        // The deadline of `send` rules; this one only cleans up behind it.
        request.timeoutInterval = Double(post.timeout.components.seconds) + 1
        for (name, value) in post.headers { request.setValue(value, forHTTPHeaderField: name) }
        let task = session.dataTask(with: request)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                exchanges.begin(task.taskIdentifier, continuation)
                task.resume()
                if Task.isCancelled { exchanges.end(task.taskIdentifier, .failed("cancelled")) }
            }
        } onCancel: {
            exchanges.end(task.taskIdentifier, .failed("cancelled"))
            task.cancel()
        }
    }
}
