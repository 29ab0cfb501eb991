import Synchronization

/// What the process needs until its end: to take a country's worth of objects apart would take longer than to leave them.
enum UntilExit {
    private static let kept = Mutex<[any Sendable]>([])

    static func keep(_ thing: some Sendable) {
        kept.withLock { $0.append(thing) }
    }
}
