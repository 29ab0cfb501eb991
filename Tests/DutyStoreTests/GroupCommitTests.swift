import Calendars
import DutyStore
import Incidents
import Rosters
import Testing

@Suite("Many callers at once in one process")
struct GroupCommitTests {
    private let noon = Examples.noon

    private func record(_ count: Int, through group: GroupCommit) async throws -> [IncidentNumber] {
        try await withThrowingTaskGroup(of: IncidentNumber.self) { tasks in
            for _ in 0..<count {
                tasks.addTask { try await group.record(Examples.intake(), at: Examples.noon).number }
            }
            return try await tasks.reduce(into: [IncidentNumber]()) { $0.append($1) }
        }
    }

    private func isWhole(_ store: DutyStore) throws -> Bool {
        if case .intact = try store.verifyLedger() { true } else { false }
    }

    @Test("Each gets a number of its own, all are stored, and the ledger is whole")
    func numbers() async throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let numbers = try await record(300, through: GroupCommit(store))
        #expect(Set(numbers) == Set((1...300).map { IncidentNumber(year: 2026, sequence: $0) }))
        #expect(try store.incidents(includingClosed: false).count == 300)
        #expect(try isWhole(store))
        for number in numbers.prefix(20) {
            #expect(try store.incident(number) == store.incidentFromLedger(number))
        }
    }

    @Test("They share transactions, each report written once")
    func shared() async throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let before = try file.walFrames()
        _ = try await record(50, through: GroupCommit(store))
        let together = try file.walFrames() - before
        let alone = try TemporaryFile()
        let other = try alone.store()
        let start = try alone.walFrames()
        for _ in 0..<50 { _ = try other.record(Examples.intake(), at: noon) }
        #expect(together * 2 < (try alone.walFrames() - start), "pages written once for several reports")
    }

    @Test("A report that cannot be stored fails alone")
    func failsAlone() async throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try file.tamper(
            """
            CREATE TRIGGER refuse BEFORE INSERT ON incident WHEN NEW.sequence = 3 AND NEW.facts LIKE '%poison%'
            BEGIN SELECT RAISE(ABORT, 'refused by the test'); END
            """)
        let group = GroupCommit(store)
        let results = await withTaskGroup(of: Bool.self) { tasks in
            for index in 0..<40 {
                tasks.addTask {
                    let unit: String? = index % 4 == 0 ? "poison" : nil
                    let intake = Examples.intake(unit: unit.map { .init($0) } ?? "emergency-office")
                    return (try? await group.record(intake, at: Examples.noon)) != nil
                }
            }
            return await tasks.reduce(into: [Bool]()) { $0.append($1) }
        }
        let stored = try store.incidents(includingClosed: false).count
        #expect(stored == results.count { $0 })
        #expect(stored >= 2)
        #expect(try isWhole(store))
    }
}
