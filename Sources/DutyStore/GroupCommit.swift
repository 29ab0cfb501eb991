package import Calendars
import GRDB
package import Incidents

/// Commits what many callers report at once in one transaction, so that they share one fsync; each is told when it is
/// on disk.
///
/// A report that cannot be stored fails alone; a commit that fails, fails for all of its batch.
package actor GroupCommit {
    private struct Waiting {
        let intake: IncidentIntake
        let at: Instant
        let answer: CheckedContinuation<Incident, any Error>
    }

    /// So many reports share one transaction at most: the writer's turn stays short for others.
    private static let most = 256

    private let store: DutyStore
    private var waiting: [Waiting] = []
    private var isDraining = false

    package init(_ store: DutyStore) {
        self.store = store
    }

    /// Stores a report; returns when it is on disk.
    package func record(_ intake: IncidentIntake, at instant: Instant) async throws -> Incident {
        try await withCheckedThrowingContinuation { answer in
            waiting.append(Waiting(intake: intake, at: instant, answer: answer))
            guard !isDraining else { return }
            isDraining = true
            Task { await drain() }
        }
    }

    private func drain() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(Self.most))
            waiting.removeFirst(batch.count)
            let results = await Self.commit(batch.map { ($0.intake, $0.at) }, to: store)
            for (caller, result) in zip(batch, results) { caller.answer.resume(with: result) }
        }
        isDraining = false
    }

    /// Off the actor, so that others can queue meanwhile.
    private nonisolated static func commit(
        _ batch: [(IncidentIntake, Instant)], to store: DutyStore
    ) async -> [Result<Incident, any Error>] {
        await Task.detached { () -> [Result<Incident, any Error>] in
            do { return try store.record(batch) } catch { return batch.map { _ in .failure(error) } }
        }.value
    }
}
