import Calendars
import DutyStore
import Incidents

/// What could not be done in one pass, and the first cause; it holds up nothing else.
struct Failures {
    private(set) var ids: Set<String> = []
    private var first: (any Error)?

    /// Passes over one thing, unless the cause is the whole database's.
    mutating func add(_ id: String, _ error: any Error) throws {
        if let error = error as? StoreError, error.isOfWholeDatabase { throw error }
        ids.insert(id)
        first = first ?? error
    }

    func rethrow() throws {
        if let first { throw first }
    }
}

extension Engine {
    func runDueSteps() throws {
        var failures = Failures()
        while !Task.isCancelled {
            let now = try clock.present()
            guard let due = try desk.store.nextDue(.steps, passingOver: failures.ids), due.at <= now else { break }
            try runStep(due, at: now, &failures)
        }
        try failures.rethrow()
    }

    func runStep(_ due: Due, at now: Instant, _ failures: inout Failures) throws {
        do {
            try book.during(.steps, within: Self.workLimit) {
                switch due {
                case .step(let number, _): try desk.runDue(of: number, at: now)
                case .watch(let kind, let place, _): try desk.store.look(kind, in: place, at: now)
                case .message: break
                }
            }
        } catch {
            try failures.add(due.id, error)
        }
    }

    func deliverDue() async throws {
        var failures = Failures()
        while !Task.isCancelled {
            let now = try clock.present()
            let due = try desk.store.nextDue(.messages, passingOver: failures.ids)
            guard let due, due.at <= now else { break }
            try await deliverBatch(upTo: now, &failures)
        }
        try failures.rethrow()
    }

    /// Claims what is due up to an instant, a batch at most, and delivers it.
    func deliverBatch(upTo now: Instant, _ failures: inout Failures) async throws {
        var batch: [Message] = []
        while batch.count < Courier.batch,
            let due = try desk.store.nextDue(.messages, passingOver: failures.ids), due.at <= now,
            case .message(let id, _) = due
        {
            do {
                if let message = try courier.claim(id, at: now, present: clock.present()) { batch.append(message) }
            } catch {
                try failures.add(due.id, error)
            }
        }
        guard !batch.isEmpty else { return }
        let isDrill = desk.store.clock.isDrill
        let limit = Self.workLimit + (batch.map(\.channel.timeout).max() ?? .zero)
        try await book.during(.delivery, within: limit) {
            try await courier.deliver(batch, at: now) { isDrill ? now : try clock.present() }
        }
    }
}
