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

    func run(_ report: (@Sendable (State) -> Void)? = nil) -> Outcome {
        Interruption.listen()
        let begun = clock.now
        let first = construct()
        let completed = first.allSatisfy(\.isComplete) ? milliseconds(since: begun) : nil
        let board = PlanBoard(first, bound: FlowBound(problem).fairness)
        search(board, since: begun, report)
        let ended = board.parts
        let isComplete = ended.allSatisfy(\.isComplete)
        return Outcome(
            plan: parts.joined(ended.map(\.best)), bound: board.bound, isOptimal: ended.allSatisfy(\.isOptimal),
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
    private func search(
        _ board: PlanBoard, since begun: ContinuousClock.Instant, _ report: (@Sendable (State) -> Void)?
    ) {
        let sizes = board.parts.map { $0.isOptimal ? 0 : $0.seats }
        let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        let whole = sizes.reduce(0, +)
        let next = Mutex(0)
        let workers = min(workers, max(1, order.count))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let number = next.withLock({ next -> Int? in
                defer { next += 1 }
                return next < order.count ? order[next] : nil
            }) {
                let (all, own) = self.allowance(share: Double(sizes[number]) / Double(whole), workers: workers)
                var part = board.take(number)
                self.search(&part, for: own, of: all, since: begun) { part in
                    guard let report else { return }
                    board.note(number, part)
                    report(board.state(share: min(1, self.seconds(since: begun) / max(all, 0.001))))
                }
                board.giveBack(number, part)
            }
        }
    }

    private func search(
        _ part: inout PlanPart, for own: Limit, of all: Double, since begun: ContinuousClock.Instant,
        _ report: (PlanPart) -> Void
    ) {
        let started = clock.now
        while !part.isOptimal, !Interruption.came {
            let progress: Double =
                switch own {
                case .steps(let steps): steps == 0 ? 1 : Double(part.moves) / Double(steps)
                case .seconds(let seconds):
                    seconds == 0 ? 1 : max(self.seconds(since: started) / seconds, self.seconds(since: begun) / all)
                }
            guard progress < 1 else { return }
            part.advance(progress: progress, limit: own)
            report(part)
        }
    }

    /// The whole time, and what a part has of it by its number of seats.
    private func allowance(share: Double, workers: Int) -> (Double, Limit) {
        switch limit {
        case .steps(let steps): (.infinity, .steps(Int((Double(steps) * share).rounded())))
        case .seconds(let seconds): (seconds, .seconds(min(seconds, seconds * share * Double(workers))))
        }
    }

    private func seconds(since begun: ContinuousClock.Instant) -> Double {
        (clock.now - begun).inSeconds
    }

    private func milliseconds(since begun: ContinuousClock.Instant) -> Int {
        Int((seconds(since: begun) * 1000).rounded())
    }
}

/// The parts of a running search, for all who look.
private final class PlanBoard: Sendable {
    private struct Place {
        var part: PlanPart
        var filled: Int
        var fairness: Int64

        init(_ part: PlanPart) {
            self.part = part
            filled = part.filled
            fairness = part.score.fairness
        }
    }

    private let places: Mutex<[Place]>
    private let seats: Int
    let bound: Int64

    init(_ parts: [PlanPart], bound: Int64) {
        self.places = Mutex(parts.map(Place.init))
        self.seats = parts.reduce(0) { $0 + $1.seats }
        self.bound = bound
    }

    var parts: [PlanPart] { places.withLock { $0.map(\.part) } }

    func take(_ number: Int) -> PlanPart { places.withLock { $0[number].part } }

    func giveBack(_ number: Int, _ part: PlanPart) { places.withLock { $0[number] = Place(part) } }

    func note(_ number: Int, _ part: PlanPart) {
        let (filled, fairness) = (part.filled, part.score.fairness)
        places.withLock { places in
            places[number].filled = filled
            places[number].fairness = fairness
        }
    }

    func state(share: Double) -> PlanRun.State {
        places.withLock { places in
            PlanRun.State(
                filled: places.reduce(0) { $0 + $1.filled }, seats: seats,
                score: places.reduce(0) { $0 + $1.fairness }, bound: bound, share: share)
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
