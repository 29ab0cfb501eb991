import Foundation
import Planning
import Synchronization

/// Searches for a plan on all cores until the time or the steps are over, the optimum is proven, or Ctrl-C.
///
/// With a limit of steps the result depends on problem, seed and steps alone.
final class PlanRun: Sendable {
    enum Limit: Hashable, Sendable {
        case seconds(Double)
        case steps(Int)
    }

    struct Outcome: Sendable {
        let plan: SeatPlan
        /// No plan's fairness is lower.
        let bound: Int64
        let isOptimal: Bool
        let moves: Int
        let seconds: Double
        /// Milliseconds until every seat was filled; nil where some stayed empty.
        let firstComplete: Int?
        let wasInterrupted: Bool
    }

    /// How far a running search is.
    struct State {
        let filled: Int
        let seats: Int
        let score: Int64
        let bound: Int64
        let share: Double
    }

    private let problem: SeatProblem
    private let parts: Components
    private let seed: UInt64
    private let limit: Limit
    private let start: SeatPlan?
    private let clock = ContinuousClock()
    private let workers = max(1, min(16, ProcessInfo.processInfo.activeProcessorCount))

    init(_ problem: SeatProblem, seed: UInt64, limit: Limit, from start: SeatPlan? = nil) {
        self.problem = problem
        self.parts = Components(problem)
        self.seed = seed
        self.limit = limit
        self.start = start
    }

    func run(_ report: @Sendable (State) -> Void = { _ in }) -> Outcome {
        Interruption.listen()
        let begun = clock.now
        let first = construct()
        let completed = first.allSatisfy(\.isComplete) ? milliseconds(since: begun) : nil
        let board = PlanBoard(first, bound: FlowBound(problem).fairness)
        search(board, since: begun, report)
        let ended = board.parts
        let plan = parts.joined(ended.map(\.best))
        let isComplete = ended.allSatisfy(\.isComplete)
        return Outcome(
            plan: plan, bound: board.bound, isOptimal: ended.allSatisfy(\.isOptimal),
            moves: ended.reduce(0) { $0 + $1.moves }, seconds: seconds(since: begun),
            firstComplete: isComplete ? completed ?? milliseconds(since: begun) : nil,
            wasInterrupted: Interruption.came)
    }

    /// A first plan of every part, side by side.
    private func construct() -> [PlanPart] {
        Cores().map(parts.parts.count) { number in
            PlanPart(self.parts.parts[number], seed: self.seed, from: self.start)
        }
    }

    /// Each worker takes the largest part that nobody has begun.
    private func search(_ board: PlanBoard, since begun: ContinuousClock.Instant, _ report: @Sendable (State) -> Void) {
        let order = board.parts.indices.filter { !board.parts[$0].isSettled }
            .sorted { board.parts[$0].seats != board.parts[$1].seats ? board.parts[$0].seats > board.parts[$1].seats : $0 < $1 }
        let whole = max(1, order.reduce(0) { $0 + board.parts[$1].seats })
        let next = Mutex(0)
        let workers = min(workers, max(1, order.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let number = next.withLock({ next -> Int? in
                defer { next += 1 }
                return next < order.count ? order[next] : nil
            }) {
                let share = Double(board.parts[number].seats) / Double(whole)
                self.search(number, of: board, share: share, workers: workers, since: begun, report)
            }
        }
    }

    private func search(
        _ number: Int, of board: PlanBoard, share: Double, workers: Int, since begun: ContinuousClock.Instant,
        _ report: @Sendable (State) -> Void
    ) {
        var part = board.parts[number]
        let started = clock.now
        let (all, own) = allowance(share: share, workers: workers)
        while !part.isOptimal, !Interruption.came {
            let progress: Double
            switch own {
            case .steps(let steps): progress = steps == 0 ? 1 : Double(part.moves) / Double(steps)
            case .seconds(let seconds):
                progress = seconds == 0 ? 1 : max(self.seconds(since: started) / seconds, self.seconds(since: begun) / all)
            }
            guard progress < 1 else { break }
            part.advance(progress: progress, limit: own)
            board.update(number, part)
            report(board.state(share: min(1, self.seconds(since: begun) / max(all, 0.001))))
        }
        board.update(number, part)
    }

    /// The whole time, and what a part has of it by its number of seats.
    private func allowance(share: Double, workers: Int) -> (Double, Limit) {
        switch limit {
        case .steps(let steps): (.infinity, .steps(Int((Double(steps) * share).rounded())))
        case .seconds(let seconds): (seconds, .seconds(min(seconds, seconds * share * Double(workers))))
        }
    }

    private func seconds(since begun: ContinuousClock.Instant) -> Double {
        let time = (clock.now - begun).components
        return Double(time.seconds) + Double(time.attoseconds) * 1e-18
    }

    private func milliseconds(since begun: ContinuousClock.Instant) -> Int {
        Int((seconds(since: begun) * 1000).rounded())
    }
}

/// The parts of a running search, for all who look.
private final class PlanBoard: Sendable {
    private let state: Mutex<[PlanPart]>
    let bound: Int64

    init(_ parts: [PlanPart], bound: Int64) {
        self.state = Mutex(parts)
        self.bound = bound
    }

    var parts: [PlanPart] { state.withLock { $0 } }

    func update(_ number: Int, _ part: PlanPart) { state.withLock { $0[number] = part } }

    func state(share: Double) -> PlanRun.State {
        state.withLock { parts in
            PlanRun.State(
                filled: parts.reduce(0) { $0 + $1.filled }, seats: parts.reduce(0) { $0 + $1.seats },
                score: parts.reduce(0) { $0 + $1.score.fairness }, bound: bound, share: share)
        }
    }
}

/// Ctrl-C: the search ends with the best plan so far; a second one ends the program.
enum Interruption {
    private static let count = Atomic<Int>(0)

    static var came: Bool { count.load(ordering: .relaxed) > 0 }

    static func listen() {
        signal(SIGINT) { _ in
            Interruption.count.add(1, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }
}
