import Synchronization

/// The place of one answer: the first thing that happens to a post fills it, and whatever comes later is dropped.
final class WebhookReply: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<WebhookAnswer, Never>)
        case given(WebhookAnswer)
    }

    private let state = Mutex(State.empty)

    var isGiven: Bool {
        state.withLock { if case .given = $0 { true } else { false } }
    }

    func give(_ answer: WebhookAnswer) {
        let waiting: CheckedContinuation<WebhookAnswer, Never>? = state.withLock { state in
            switch state {
            case .given: return nil
            case .empty:
                state = .given(answer)
                return nil
            case .awaited(let continuation):
                state = .given(answer)
                return continuation
            }
        }
        waiting?.resume(returning: answer)
    }

    /// The answer, once there is one; awaited by one caller.
    func answer() async -> WebhookAnswer {
        await withCheckedContinuation { continuation in
            let given: WebhookAnswer? = state.withLock { state in
                if case .given(let answer) = state { return answer }
                state = .awaited(continuation)
                return nil
            }
            if let given { continuation.resume(returning: given) }
        }
    }
}
