import Calendars
import DutyStore
import Rosters
import Testing

@Suite("Engines and digests")
struct EngineTests {
    @Test("an engine runs while its heartbeat is fresh, and not after it stopped")
    func heartbeat() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let (noon, limit) = (Examples.noon, Duration.seconds(15))
        #expect(try !store.isEngineRunning(at: noon, within: limit))
        func reading(_ now: Instant) -> ClockReading { ClockReading(now: now, uptime: now - noon, boot: "x") }
        let (first, second) = (EngineID.random(host: "h", process: 7), EngineID.random(host: "h", process: 7))
        #expect(first != second)
        try store.heartbeat(first) { reading(noon) }
        try store.heartbeat(second) { reading(noon) }
        try store.heartbeat(second) { reading(noon + .seconds(10)) }
        let other = try file.store()
        #expect(try other.isEngineRunning(at: noon + .seconds(25), within: limit))
        #expect(try !other.isEngineRunning(at: noon + .seconds(26), within: limit))
        #expect(try !other.isEngineRunning(at: noon - .minutes(60), within: limit))
        try store.stopped(second)
        #expect(try !other.isEngineRunning(at: noon + .seconds(25), within: limit))
        #expect(try other.isEngineRunning(at: noon + .seconds(15), within: limit))
    }

    @Test("a finding's id is the beginning of the SHA-256 of its identity")
    func findingID() {
        #expect(Fingerprint.findingID("abc").text == "ba7816bf8f01")
    }
}
