import Calendars
import Rosters
import Testing

@testable import Watchkeeping

@Suite("The duty log: only added to")
struct DutyLogTests {
    private let shift = Interval(start: DutyRoom.at("17T08:30"), end: DutyRoom.at("17T20:30"))
    private func at(_ text: String) -> Instant { DutyRoom.at(text) }

    private func log() throws -> DutyLog {
        let first = try DutyLog([]).add(
            "水位 3.2 米", unit: "office", shift: shift, by: "p5", happenedAt: at("17T09:00"), at: at("17T09:05"))
        return DutyLog([first])
    }

    @Test("An entry says who, when it happened and when it was written; the future is refused")
    func added() throws {
        let entry = try log().entries[0]
        #expect(entry.number == 1)
        #expect((entry.happenedAt, entry.writtenAt) == (at("17T09:00"), at("17T09:05")))
        #expect(throws: WatchConflict.notYetHappened(at("17T10:00"))) {
            try log().add("x", unit: "office", shift: nil, by: "p5", happenedAt: at("17T10:00"), at: at("17T09:59"))
        }
    }

    @Test("A correction is a new entry of the same moment; what was corrected is corrected through its correction")
    func corrected() throws {
        let log = try log()
        let correction = try log.correct(1, "水位 2.3 米", by: "p4", at: at("17T09:30"))
        #expect(correction.number == 2)
        #expect(correction.corrects == 1)
        #expect(correction.happenedAt == at("17T09:00"))
        let after = DutyLog(log.entries + [correction])
        #expect(after.correction(of: 1) == correction)
        #expect(throws: WatchConflict.alreadyCorrected(1, by: correction)) {
            try after.correct(1, "水位 2.4 米", by: "p5", at: at("17T09:31"))
        }
        #expect(try after.correct(2, "水位 2.4 米", by: "p5", at: at("17T09:31")).corrects == 2)
        #expect(throws: WatchConflict.unknownEntry(7)) { try after.correct(7, "x", by: "p5", at: at("17T09:31")) }
    }

    @Test("A shift's page has its own entries, in the order of what happened")
    func page() throws {
        let log = try log()
        let early = try log.add(
            "交接完毕", unit: "office", shift: shift, by: "p5", happenedAt: at("17T08:40"), at: at("17T09:10"))
        let other = try log.add(
            "别处", unit: "county", shift: shift, by: "p1", happenedAt: at("17T08:50"), at: at("17T09:10"))
        let next = Interval(start: shift.end, end: at("18T08:30"))
        #expect(
            DutyLog(log.entries + [early, other]).entries(of: "office", in: shift).map(\.text) == ["交接完毕", "水位 3.2 米"])
        #expect(log.entries(of: "office", in: next).isEmpty)
    }

    @Test("What is written while two shifts overlap stands on the pages of both, all else on one")
    func overlap() throws {
        let overlap = Interval(start: at("17T20:15"), end: at("17T20:30"))
        let night = Interval(start: overlap.start, end: at("18T08:30"))
        let entry = try log().add(
            "交接", unit: "office", shift: overlap, by: "p5", happenedAt: at("17T20:20"), at: at("17T20:20"))
        let log = DutyLog(try log().entries + [entry])
        #expect(log.entries(of: "office", in: shift).map(\.text) == ["水位 3.2 米", "交接"])
        #expect(log.entries(of: "office", in: night).map(\.text) == ["交接"])
    }

    @Test("The shift of a unit is that of its duty officers, also where a leader stands longer")
    func shiftOfUnit() {
        let shift = DutyRoom.board("17T10:00").shift(of: "office")
        #expect(shift == Interval(start: at("17T08:30"), end: at("17T20:30")))
        #expect(DutyRoom.board("17T10:00").shift(of: "county")?.start == at("17T08:30"))
        #expect(DutyRoom.board("19T10:00").shift(of: "office") == nil)
    }
}
