import Calendars
import Dispatching
import DutyStore
import Incidents
import Logging
import Notifications
import Synchronization
import Wording

/// A machine whose clocks a test moves, and whose engines print to a list.
final class FakeMachine: Sendable {
    private let clocks: Mutex<(now: Instant, uptime: Duration, boot: String)>
    private let printed = Mutex<[String]>([])

    init(at now: Instant = Examples.noon) {
        clocks = Mutex((now, .seconds(900), "first"))
    }

    var now: Instant { clocks.withLock { $0.now } }
    /// Everything that the channels printed.
    var lines: [String] { printed.withLock { $0 } }

    var time: MachineTime {
        MachineTime { self.clocks.withLock { ClockReading(now: $0.now, uptime: $0.uptime, boot: $0.boot) } }
    }

    /// Time passes.
    func pass(_ duration: Duration) {
        clocks.withLock { clocks in
            clocks.now = clocks.now + duration
            clocks.uptime += duration
        }
    }

    /// Somebody sets the clock; no time passes.
    func set(by duration: Duration) {
        clocks.withLock { clocks in clocks.now = clocks.now + duration }
    }

    /// The machine is started anew, after so long.
    func restart(after duration: Duration) {
        clocks.withLock { clocks in
            clocks = (clocks.now + duration, .seconds(1), clocks.boot + "'")
        }
    }

    func engine(
        _ store: DutyStore, _ name: String = "engine",
        isRunning: @escaping @Sendable (EngineID) -> Bool = { _ in true },
        heartbeat: Heartbeat? = nil, environment: [String: String] = [:], log: Logger = Logger(label: "test"),
        heard: @escaping @Sendable (String) -> Void = { _ in }
    ) -> Engine {
        let desk = Desk(store: store)
        let notifiers = NotifierSet([], environment: environment) { line in
            self.printed.withLock { $0.append(line) }
            heard(line)
        }
        let id = EngineID(text: name)
        let courier = Courier(desk: desk, notifiers: notifiers, engine: id, language: .zh)
        return Engine(
            desk: desk, courier: courier, id: id, time: time, isRunning: isRunning, heartbeat: heartbeat, log: log)
    }
}
