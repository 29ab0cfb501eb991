package import Calendars
package import DutyStore
import Incidents
package import Logging
import ServiceLifecycle

/// The running engine: does what is due in the order of time, delivers the outbox, and shows that it lives.
package struct Engine: Service {
    private let desk: Desk
    private let courier: Courier
    private let id: EngineID
    private let machineNow: @Sendable () -> Instant
    private let isRunning: @Sendable (EngineID) -> Bool
    private let log: Logger

    /// So many deliveries go on side by side, so that one slow channel does not hold up the others.
    private static let carriers = 4
    /// How often the outbox is looked at, and how often the heartbeat is written.
    private static let cycle = Duration.seconds(1)
    /// An engine that was seen this short a time ago is running.
    package static let pulse = Duration.seconds(10)

    package init(
        desk: Desk, courier: Courier, id: EngineID, machineNow: @escaping @Sendable () -> Instant,
        isRunning: @escaping @Sendable (EngineID) -> Bool, log: Logger
    ) {
        self.desk = desk
        self.courier = courier
        self.id = id
        self.machineNow = machineNow
        self.isRunning = isRunning
        self.log = log
    }

    /// Runs until a graceful shutdown; a cycle that fails is logged and tried again.
    ///
    /// Heartbeat, steps and deliveries go side by side: a slow channel holds up neither the ladder nor the sign of life.
    package func run() async throws {
        let isDrill = desk.store.clock.isDrill
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await cycle { try desk.store.heartbeat(id, at: machineNow()) } }
                group.addTask {
                    await cycle {
                        try endDeadLeases()
                        if isDrill { try await runUntilIdle() } else { try runDueSteps() }
                    }
                }
                guard !isDrill else { return }
                for _ in 0..<Self.carriers { group.addTask { await cycle { try await deliverDue() } } }
            }
        }
        try desk.store.stopped(id)
    }

    /// Does everything that is due at the database's present time; neither waits nor moves a clock.
    ///
    /// A drill's steps run each at its own due time, so that a drill tells the same story however its clock is moved.
    package func runUntilIdle() async throws {
        try endDeadLeases()
        while !Task.isCancelled {
            let present = try present()
            guard let due = try desk.store.nextDue(), due.at <= present else { return }
            let now = desk.store.clock.isDrill ? due.at : present
            switch due {
            case .step(let number, _): try desk.runDue(of: number, at: now)
            case .message: try await deliverBatch(upTo: now)
            case .watch(let kind, let place, _): try desk.store.look(kind, in: place, at: now)
            }
        }
    }

    private func cycle(_ work: @Sendable () async throws -> Void) async {
        while !Task.isCancelled {
            do {
                try await work()
            } catch {
                log.error("engine cycle failed", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.cycle)
        }
    }

    private func present() throws -> Instant { try desk.store.now(machine: machineNow()) }

    private func runDueSteps() throws {
        while !Task.isCancelled {
            let now = try present()
            guard let due = try desk.store.nextDue(.steps), due.at <= now else { return }
            switch due {
            case .step(let number, _): try desk.runDue(of: number, at: now)
            case .watch(let kind, let place, _): try desk.store.look(kind, in: place, at: now)
            case .message: return
            }
        }
    }

    private func deliverDue() async throws {
        while !Task.isCancelled {
            let now = try present()
            guard let due = try desk.store.nextDue(.messages), due.at <= now else { return }
            try await deliverBatch(upTo: now)
        }
    }

    /// Claims what is due up to an instant, a batch at most, and delivers it.
    private func deliverBatch(upTo now: Instant) async throws {
        var batch: [Message] = []
        while batch.count < Courier.batch, case .message(let id, let at)? = try desk.store.nextDue(.messages), at <= now
        {
            if let message = try courier.claim(id, at: now, present: present()) { batch.append(message) }
        }
        let isDrill = desk.store.clock.isDrill
        try await courier.deliver(batch, at: now) { isDrill ? now : try present() }
    }

    /// What an engine of this machine had under way when its process died is due at once.
    private func endDeadLeases() throws {
        for engine in try desk.store.claimants() where engine != id {
            guard !isRunning(engine) else { continue }
            try desk.store.endLeases(of: engine, at: present())
        }
    }
}
