import Calendars
package import DutyStore
import Incidents
package import Logging
import ServiceLifecycle

/// The running engine: does what is due in the order of time, delivers the outbox, and shows that it lives.
package struct Engine: Service {
    let desk: Desk
    let courier: Courier
    let id: EngineID
    let isRunning: @Sendable (EngineID) -> Bool
    let log: Logger
    let clock: EngineClock
    let book: CycleBook
    let monitor: Monitor

    /// So many deliveries go on side by side, so that one slow channel does not hold up the others.
    private static let carriers = 4
    /// How often the outbox is looked at, and how often the heartbeat is written.
    private static let cycle = Duration.seconds(1)
    /// How often the watch looks for faults.
    private static let watchCycle = Duration.seconds(5)
    /// One piece of work takes no longer, but for what its channels may take.
    static let workLimit = Duration.seconds(60)
    /// An engine that was seen this short a time ago is running.
    package static let pulse = Duration.seconds(10)

    package init(
        desk: Desk, courier: Courier, id: EngineID, time: MachineTime,
        isRunning: @escaping @Sendable (EngineID) -> Bool, heartbeat: Heartbeat? = nil, log: Logger
    ) {
        self.desk = desk
        self.courier = courier
        self.id = id
        self.isRunning = isRunning
        self.log = log
        self.clock = EngineClock(time, store: desk.store)
        self.book = CycleBook(elapsed: { time.uptime })
        self.monitor = Monitor(engine: id.text, book: book, time: time, heartbeat: heartbeat, log: log)
    }

    /// Runs until a graceful shutdown; a cycle that fails is logged and tried again.
    ///
    /// Heartbeat, steps, deliveries and the watch go side by side: a slow channel holds up neither the ladder nor the
    /// sign of life. The monitor has a thread of its own, so that nothing that hangs can hide itself.
    package func run() async throws {
        let (isDrill, startedAt) = (desk.store.clock.isDrill, clock.time.now)
        let thread = OwnThread()
        thread.run(every: Self.cycle) { [monitor] in monitor.look() }
        defer { thread.stop() }
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await again { try showLife(since: startedAt) } }
                group.addTask {
                    await again {
                        try endDeadEngines()
                        if isDrill { try await runUntilIdle() } else { try runDueSteps() }
                    }
                }
                group.addTask { await again(every: Self.watchCycle) { try watch() } }
                guard !isDrill else { return }
                for _ in 0..<Self.carriers { group.addTask { await again { try await deliverDue() } } }
            }
        }
        try desk.store.stopped(id)
    }

    /// Does everything that is due at the database's present time; neither waits nor moves a clock.
    ///
    /// A drill's steps run each at its own due time, so that a drill tells the same story however its clock is moved.
    /// What cannot be done holds up nothing else; the first cause is thrown at the end.
    package func runUntilIdle() async throws {
        try endDeadEngines()
        var failures = Failures()
        while !Task.isCancelled {
            let present = try clock.present()
            guard let due = try desk.store.nextDue(passingOver: failures.ids), due.at <= present else { break }
            let now = desk.store.clock.isDrill ? due.at : present
            switch due {
            case .step, .watch: try runStep(due, at: now, &failures)
            case .message: try await deliverBatch(upTo: now, &failures)
            }
        }
        try failures.rethrow()
    }

    /// Repeats work until cancelled; the same error is said once until it changes or is over.
    private func again(
        every pause: Duration = Self.cycle, _ work: @Sendable () async throws -> Void
    ) async {
        var said: String?
        while !Task.isCancelled {
            do {
                try await work()
                said = nil
            } catch {
                if said != "\(error)" { log.error("engine cycle failed", metadata: ["error": "\(error)"]) }
                said = "\(error)"
            }
            try? await Task.sleep(for: pause)
        }
    }

    func showLife(since startedAt: Instant) throws {
        try book.during(.pulse, within: Self.workLimit) {
            _ = try clock.present()
            try desk.store.heartbeat(
                id, startedAt: startedAt, cycles: { book.underWay(at: $0) }, reading: clock.time.reading)
        }
    }

    /// What an engine of this machine had under way when its process died is due at once.
    private func endDeadEngines() throws {
        for engine in try desk.store.claimants() where engine != id && !isRunning(engine) {
            try desk.store.endLeases(of: engine, at: clock.present())
        }
        for sign in try desk.store.engineSigns() where sign.engine != id && !isRunning(sign.engine) {
            try desk.store.stopped(sign.engine)
        }
    }
}
