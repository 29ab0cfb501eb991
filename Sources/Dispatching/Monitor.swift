import Foundation
import Incidents
import Logging
import Synchronization

/// Looks after an engine: beats while all is well, and is loud and silent at the right places when it is not.
final class Monitor: Sendable {
    private struct State {
        var unfinished: Set<EngineCycle> = []
        /// When the watch last finished, and whether it found nothing.
        var watched: (at: Duration, isWell: Bool)?
    }

    private let engine: String
    private let book: CycleBook
    private let time: MachineTime
    private let heartbeat: Heartbeat?
    private let log: Logger
    private let state = Mutex(State())

    /// A watch that has not finished for so long says nothing about the present.
    static let patience = Duration.seconds(60)

    init(engine: String, book: CycleBook, time: MachineTime, heartbeat: Heartbeat?, log: Logger) {
        self.engine = engine
        self.book = book
        self.time = time
        self.heartbeat = heartbeat
        self.log = log
    }

    /// The watch has finished and found this.
    func watched(_ faults: [WatchFault]) {
        let now = time.uptime
        state.withLock { state in state.watched = (now, faults.isEmpty) }
    }

    /// One look: cycles that do not finish are said once, and the heart beats only while everything is well.
    func look() {
        let (now, unfinished) = (time.uptime, book.unfinished)
        let (before, isWell) = state.withLock { state in
            let before = state.unfinished
            state.unfinished = unfinished
            let isWatched = state.watched.map { $0.isWell && now - $0.at <= Self.patience } ?? false
            return (before, isWatched && unfinished.isEmpty)
        }
        for cycle in unfinished.subtracting(before).map(\.rawValue).sorted() {
            log.critical("a cycle of the engine does not finish; the heartbeat stops", metadata: ["cycle": "\(cycle)"])
        }
        for cycle in before.subtracting(unfinished).map(\.rawValue).sorted() {
            log.notice("a cycle of the engine has finished after all", metadata: ["cycle": "\(cycle)"])
        }
        if isWell { heartbeat?.beat(of: engine, at: time.now, uptime: now, log: log) }
    }
}

/// Calls something again and again on a thread of its own, whatever hangs elsewhere.
final class OwnThread: Sendable {
    private let isStopped = Mutex(false)

    func run(every pause: Duration, _ work: @escaping @Sendable () -> Void) {
        let seconds = Double(pause.components.seconds)
        Thread { [self] in
            while !isStopped.withLock({ $0 }) {
                work()
                Thread.sleep(forTimeInterval: seconds)
            }
        }
        .start()
    }

    func stop() { isStopped.withLock { $0 = true } }
}
