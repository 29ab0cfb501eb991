import Calendars
import Rosters
import Testing

@testable import Watchkeeping

@Suite("Nil reports: due by the clock, each answered once")
struct NilReportTests {
    private let rule = NilReportRule(by: [DutyRoom.clock("09:00"), DutyRoom.clock("15:00")])
    private let window = Interval(start: DutyRoom.at("14T17:30"), end: DutyRoom.at("17T12:00"))

    private func book(_ reports: [NilReport] = []) -> NilReportBook {
        NilReportBook(rule: rule, windows: [("office", window), ("town", window)], zone: .shanghai, reports: reports)
    }

    private func at(_ text: String) -> Instant { DutyRoom.at(text) }

    @Test("Due at each time of each day within the window, and not before or after it")
    func dues() {
        let times = rule.dues(in: window, zone: .shanghai).map { Zone.shanghai.civil($0).dropFirst(5) }
        #expect(times == ["02-15 09:00", "02-15 15:00", "02-16 09:00", "02-16 15:00", "02-17 09:00"])
    }

    @Test("A report answers the first open time of its day, a second one the next, a third is refused")
    func answers() throws {
        let first = try book().answer(nil, of: "office", by: "p3", at: at("15T07:00"))
        #expect(first.due == at("15T09:00"))
        #expect(!first.isLate)
        let second = try book([first]).answer("路面结冰", of: "office", by: "p3", at: at("15T15:10"))
        #expect(second.due == at("15T15:00"))
        #expect(second.isLate)
        #expect(throws: WatchConflict.alreadyReported(second)) {
            try book([first, second]).answer(nil, of: "office", by: "p4", at: at("15T16:00"))
        }
        #expect(throws: WatchConflict.nothingDue(unit: "office")) {
            try book().answer(nil, of: "office", by: "p4", at: at("14T18:00"))
        }
    }

    @Test("An earlier one is answered by its time")
    func later() throws {
        let report = try book().answer(nil, of: "town", for: at("15T09:00"), by: "p3", at: at("16T08:00"))
        #expect(report.due == at("15T09:00"))
        #expect(throws: WatchConflict.nothingDue(unit: "town", at: at("15T09:30"))) {
            try book().answer(nil, of: "town", for: at("15T09:30"), by: "p3", at: at("16T08:00"))
        }
    }

    @Test("Missing: those whose time has come since the last look and that nobody sent; in time is up to the minute")
    func missing() throws {
        let sent = try book().answer(nil, of: "office", by: "p3", at: at("15T09:00"))
        #expect(!sent.isLate)
        #expect(book([sent]).missing(after: at("14T20:00"), upTo: at("15T09:00")).map(\.unit) == ["town"])
        #expect(book([sent]).missing(after: at("15T09:00"), upTo: at("15T14:59")).isEmpty)
        #expect(book().missing(after: nil, upTo: at("15T08:59")).isEmpty)
        #expect(book().next(after: at("15T09:00")) == at("15T15:00"))
        #expect(book().next(after: at("17T09:00")) == nil)
    }

    @Test("Only the units that the rule names owe one")
    func units() {
        let rule = NilReportRule(by: [DutyRoom.clock("15:00")], units: ["town"])
        let book = NilReportBook(
            rule: rule, windows: [("office", window), ("town", window)], zone: .shanghai, reports: [])
        #expect(book.missing(after: nil, upTo: at("15T23:00")).map(\.unit) == ["town"])
    }
}
