import Foundation
import Rosters
import Synchronization

/// Runs the slices of a long walk on all cores, and shows on the terminal how far it is.
struct Cores: Slicer {
    /// Nil where nobody watches.
    var progress: Progress?

    /// Fewer things are walked faster than slices are joined.
    private static let least = 2_000
    /// More slices than cores, so that a slow one holds nobody up.
    private static let most = 32

    func slices(of count: Int) -> Int { Self.isLong(count) ? Self.most : 1 }

    /// Whether a walk over so many things is worth all cores.
    static func isLong(_ count: Int) -> Bool { count >= least }

    /// Two things at once; what goes wrong with the first is thrown before what goes wrong with the second.
    func both<First, Second: Sendable>(
        _ first: () throws -> First, _ second: @escaping @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let other = Mutex<Result<Second, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        // Not by `concurrentPerform`: within it the slices of either would run one after another.
        Thread.detachNewThread {
            let result = Result { try second() }
            other.withLock { $0 = result }
            isDone.signal()
        }
        let done = Result { try first() }
        isDone.wait()
        return (try done.get(), try other.withLock { $0 }?.get() ?? second())
    }

    func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part] {
        defer { progress?.endWalk() }
        guard count > 1 else { return (0..<count).map(slice) }
        let parts = Mutex([Part?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let part = slice(number)
            let done = parts.withLock { parts in
                parts[number] = part
                return parts.count { $0 != nil }
            }
            progress?.advance(to: Double(done) / Double(count))
        }
        return parts.withLock { $0.compactMap { $0 } }
    }
}
