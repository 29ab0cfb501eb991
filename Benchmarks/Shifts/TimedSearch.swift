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
            let search = self.search(place)
            found.withLock { $0.append(search) }
        }
        return found.withLock { $0.min { $0.bestCost ?? Int.max < $1.bestCost ?? Int.max }?.best }
    }

    private func search(_ place: Int) -> RowSearch {
        let clock = ContinuousClock()
        let start = clock.now
        var search = RowSearch(problem, seed: options.seed &* 1000 &+ UInt64(place))
        var share = 0.0
        while share < 1 {
            search.run(moves: 4000, progress: place.isMultiple(of: 2) ? share : Self.reheated(share))
            share = (clock.now - start) / Duration.seconds(options.seconds)
        }
        return search
    }

    /// Cools down within three fifths of the time, and twice more from half the way: surer where the plan is small.
    private static func reheated(_ share: Double) -> Double {
        guard share > 0.6 else { return share / 0.6 }
        return 0.5 + (share - 0.6).truncatingRemainder(dividingBy: 0.2) * 2.5
    }
}
