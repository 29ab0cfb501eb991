import Dispatch
import Foundation
import Planning
import Synchronization

/// Searches on every core with a seed of its own until the time is up; the cheapest plan wins.
struct TimedSearch {
    let problem: RowProblem
    let options: Options

    func plan() -> RowPlan? {
        let found = Mutex<[RowSearch]>([])
        DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) { place in
            let search = self.search(seed: options.seed &* 1000 &+ UInt64(place))
            found.withLock { $0.append(search) }
        }
        return found.withLock { $0.min { $0.bestCost ?? Int.max < $1.bestCost ?? Int.max }?.best }
    }

    private func search(seed: UInt64) -> RowSearch {
        let clock = ContinuousClock()
        let start = clock.now
        let whole = Duration.seconds(options.seconds)
        var search = RowSearch(problem, seed: seed)
        var elapsed = Duration.zero
        while elapsed < whole {
            search.run(moves: 20_000, progress: elapsed / whole)
            elapsed = clock.now - start
        }
        return search
    }
}
