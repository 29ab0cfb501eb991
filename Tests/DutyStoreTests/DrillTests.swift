import Calendars
import DutyStore
import Incidents
import Testing

@Suite("The clock of a drill")
struct DrillTests {
    private let start = Examples.noon

    @Test("a drill has its own time, which goes forward only and is in the ledger")
    func forwardOnly() throws {
        let file = try TemporaryFile()
        let drill = try DutyStore.createDrill(file.path, name: "国庆演练", at: start)
        let later = start + .minutes(30)
        try drill.moveDrillClock(to: later)
        try drill.moveDrillClock(to: later)
        #expect(throws: StoreError.clockBackwards(now: later, asked: start)) { try drill.moveDrillClock(to: start) }
        #expect(try drill.now(machine: Instant(seconds: 1)) == later)
        #expect(
            try drill.ledger().map(\.record) == [.drillStarted(name: "国庆演练"), .clockMoved(from: start, to: later)])
        #expect(try drill.ledger().map(\.at) == [start, later])
    }

    @Test("opening finds a drill as a drill")
    func reopening() throws {
        let file = try TemporaryFile()
        _ = try DutyStore.createDrill(file.path, name: "国庆演练", at: start)
        let drill = try file.store()
        #expect(drill.clock == .drill(name: "国庆演练"))
        #expect(try drill.now(machine: Instant(seconds: 1)) == start)
    }

    @Test("no drill is made over a database")
    func overDatabase() throws {
        let real = try TemporaryFile()
        _ = try real.store()
        #expect(throws: StoreError.realExists(path: real.path)) {
            try DutyStore.createDrill(real.path, name: "演练", at: start)
        }
        let drill = try TemporaryFile()
        _ = try DutyStore.createDrill(drill.path, name: "演练", at: start)
        #expect(throws: StoreError.drillExists(path: drill.path)) {
            try DutyStore.createDrill(drill.path, name: "演练", at: start)
        }
    }

    @Test("a real database knows only the machine's clock")
    func realClock() throws {
        let store = try TemporaryFile().store()
        #expect(try store.now(machine: start) == start)
        #expect(throws: StoreError.notADrill) { try store.moveDrillClock(to: start) }
    }

    @Test("the database itself refuses a clock that goes back, and keeps its one desk row")
    func enforcedBelow() throws {
        let file = try TemporaryFile()
        _ = try DutyStore.createDrill(file.path, name: "演练", at: start)
        for sql in [
            "UPDATE desk SET now = now - 1", "UPDATE desk SET name = 'x'", "DELETE FROM desk",
            "INSERT INTO desk (id, kind) VALUES (2, 'real')", "INSERT INTO desk (id, kind) VALUES (1, 'real')",
        ] {
            #expect(throws: (any Error).self, "\(sql)") { try file.tamper(sql) }
        }
    }
}
