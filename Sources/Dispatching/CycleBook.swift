import Calendars
import Incidents
import Synchronization

/// What an engine is in at the moment, written down at the start and the end of each piece of work.
///
/// It waits for nobody, so that whoever looks after the engine can read it while a cycle hangs.
final class CycleBook: Sendable {
    private struct Work {
        let cycle: EngineCycle
        let began: Duration
        let limit: Duration
    }

    private struct Page {
        var next = 0
        var works: [Int: Work] = [:]
    }

    private let elapsed: @Sendable () -> Duration
    private let page = Mutex(Page())

    init(elapsed: @escaping @Sendable () -> Duration) {
        self.elapsed = elapsed
    }

    func during<Value>(_ cycle: EngineCycle, within limit: Duration, _ work: () throws -> Value) rethrows -> Value {
        let number = begin(cycle, within: limit)
        defer { end(number) }
        return try work()
    }

    func during<Value>(
        _ cycle: EngineCycle, within limit: Duration, _ work: () async throws -> Value
    ) async rethrows -> Value {
        let number = begin(cycle, within: limit)
        defer { end(number) }
        return try await work()
    }

    private func begin(_ cycle: EngineCycle, within limit: Duration) -> Int {
        let began = elapsed()
        return page.withLock { page in
            page.next += 1
            page.works[page.next] = Work(cycle: cycle, began: began, limit: limit)
            return page.next
        }
    }

    private func end(_ number: Int) {
        page.withLock { page in page.works[number] = nil }
    }

    /// The cycles that have not finished in their time.
    var unfinished: Set<EngineCycle> {
        let now = elapsed()
        return page.withLock { page in
            Set(page.works.values.filter { now - $0.began > $0.limit }.map(\.cycle))
        }
    }

    /// All that is under way, told by a clock that shows `now`.
    func underWay(at now: Instant) -> [WatchSight.UnderWay] {
        let elapsed = elapsed()
        return page.withLock { page in
            page.works.sorted { $0.key < $1.key }.map { _, work in
                WatchSight.UnderWay(cycle: work.cycle, since: now - (elapsed - work.began), limit: work.limit)
            }
        }
    }
}
