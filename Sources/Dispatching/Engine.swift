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
    private let log: Logger

    /// How often the outbox is looked at, and how often the heartbeat is written.
    private static let cycle = Duration.seconds(1)
    /// An engine that was seen this short a time ago is running.
    package static let pulse = Duration.seconds(10)

    package init(
        desk: Desk, courier: Courier, id: EngineID, machineNow: @escaping @Sendable () -> Instant, log: Logger
    ) {
        self.desk = desk
        self.courier = courier
        self.id = id
        self.machineNow = machineNow
        self.log = log
    }

    /// Runs until a graceful shutdown; a cycle that fails is logged and tried again.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try desk.store.heartbeat(id, at: machineNow())
                    try await runUntilIdle()
                } catch {
                    log.error("engine cycle failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.cycle)
            }
        }
        try desk.store.stopped(id)
    }

    /// Does everything that is due at the database's present time; neither waits nor moves a clock.
    ///
    /// A drill's steps run each at its own due time, so that a drill tells the same story however its clock is moved.
    package func runUntilIdle() async throws {
        while !Task.isCancelled {
            let present = try desk.store.now(machine: machineNow())
            guard let due = try desk.store.nextDue(), due.at <= present else { return }
            let now = desk.store.clock.isDrill ? due.at : present
            switch due {
            case .step(let number, _): try desk.runStep(of: number, at: now)
            case .message: try await deliverDue(at: now)
            }
        }
    }

    /// Claims what is due up to an instant, a batch at most, and delivers it.
    private func deliverDue(at now: Instant) async throws {
        var batch: [Message] = []
        while batch.count < Courier.batch, case .message(let id, let at)? = try desk.store.nextDue(), at <= now {
            if let message = try courier.claim(id, at: now) { batch.append(message) }
        }
        try await courier.deliver(batch, at: now)
    }
}
