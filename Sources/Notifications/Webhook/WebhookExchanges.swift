import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The posts under way; each is answered exactly once, by the first thing that happens to it.
final class WebhookExchanges: NSObject, URLSessionDataDelegate, Sendable {
    private let waiting = Mutex<[Int: CheckedContinuation<WebhookAnswer, Never>]>([:])

    func begin(_ task: Int, _ continuation: CheckedContinuation<WebhookAnswer, Never>) {
        waiting.withLock { $0[task] = continuation }
    }

    func end(_ task: Int, _ answer: WebhookAnswer) {
        waiting.withLock { $0.removeValue(forKey: task) }?.resume(returning: answer)
    }

    /// Refuses every redirect: the answer that asked for it is the answer.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        end(task.taskIdentifier, Self.answer(of: response))
        completionHandler(nil)
    }

    /// Takes the status and drops the rest of the answer, however long it is.
    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        end(dataTask.taskIdentifier, Self.answer(of: response))
        completionHandler(.cancel)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error {
            end(task.taskIdentifier, Self.answer(to: error))
        } else {
            end(task.taskIdentifier, task.response.map(Self.answer(of:)) ?? .failed("no answer"))
        }
    }

    private static func answer(of response: URLResponse) -> WebhookAnswer {
        guard let response = response as? HTTPURLResponse else { return .failed("not an HTTP answer") }
        return .answered(
            status: response.statusCode, retryAfter: response.value(forHTTPHeaderField: "Retry-After"))
    }

    private static func answer(to error: any Error) -> WebhookAnswer {
        guard let code = (error as? URLError)?.code else { return .failed("connection failed") }
        return switch code {
        case .timedOut: .timedOut
        case .cannotConnectToHost: .failed("cannot connect to host")
        case .cannotFindHost, .dnsLookupFailed: .failed("cannot find host")
        case .networkConnectionLost: .failed("connection lost")
        case .notConnectedToInternet: .failed("no network")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
            .failed("no secure connection")
        default: .failed("connection failed (\(code.rawValue))")
        }
    }
}
