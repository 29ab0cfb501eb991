import Calendars
import Rosters
import Testing

@testable import Watchkeeping

@Suite("Readiness before a period")
struct ReadinessTests {
    private let now = DutyRoom.at("13T10:00")
    private let state = PublishedState(version: 1, publishedAt: DutyRoom.at("12T09:00"), errors: 0, accepted: 1)

    private func book() -> RosterBook {
        let window = Interval(start: DutyRoom.at("14T17:30"), end: DutyRoom.at("18T08:30"))
        let requires = [0, 1].map { UnitRequirement(unit: Ordinal($0), posts: []) }
        let period = Period(key: "spring", kind: .special, span: .exact(window), requires: requires)
        let assignment = Assignment(
            person: Ordinal(2), unit: Ordinal(1), post: Ordinal(1), date: CivilDate(dayNumber: 0), interval: window)
        return RosterBook(
            calendar: HolidayCalendar(notices: [], specialPeriods: []), place: DutyRoom.place,
            roster: Roster(period: period, tables: [], assignments: [assignment]))
    }

    private func report(
        checks: [CheckOff] = [], tests: [ContactTest] = [], rule: NilReportRule? = nil, days: Int? = 180,
        at now: Instant? = nil
    ) -> ReadinessReport {
        let book = book()
        let nils = rule.map {
            NilReportBook(rule: $0, windows: [("office", book.window)], zone: .shanghai, reports: [])
        }
        return ReadinessReport(
            ReadinessInput(
                book: book, published: state, checkOffs: checks, tests: tests,
                handovers: HandoverRule(within: .minutes(15)), nilReports: nils, testedWithinDays: days),
            at: now ?? self.now)
    }

    private func check(_ item: ReadinessItem, fault: String? = nil) -> CheckOff {
        CheckOff(period: "spring", unit: "office", item: item, by: "p3", at: now, fault: fault)
    }

    @Test("Everything of the period is a line, ready or not: roster, teams, equipment, handovers, ways, nil reports")
    func lines() {
        let report = report()
        let open = report.lines.filter { !$0.isReady }
        #expect(report.lines.first == .roster(state))
        #expect(report.lines.contains(.keys("office", ["值班室钥匙"])))
        #expect(open.contains(.noLists("county")))
        #expect(open.contains(.equipment("office", "卫星电话", nil)))
        #expect(open.contains(.nilReports(nil)))
        #expect(
            open.contains(
                .wayUntested(UntestedPerson(person: "p3", testedOn: nil, lastOutcome: nil), days: 180)))
        #expect(!report.isReady)
    }

    @Test("A team and a piece of equipment are ready once checked off without a fault, and not any more with one")
    func checked() {
        let ready = report(checks: [check(.team("rescue")), check(.equipment("卫星电话"))])
        #expect(ready.lines.contains(.equipment("office", "卫星电话", check(.equipment("卫星电话")))))
        #expect(ready.lines.filter { if case .team = $0 { $0.isReady } else { false } }.count == 1)
        let broken = report(checks: [check(.equipment("卫星电话")), check(.equipment("卫星电话"), fault: "欠费")])
        #expect(broken.lines.filter { if case .equipment = $0 { $0.isReady } else { false } }.isEmpty)
    }

    @Test("What is ready is checked off once; a fault, and ready again, may follow")
    func again() throws {
        let done = check(.equipment("卫星电话"))
        #expect(throws: WatchConflict.alreadyReady(done)) { try [done].admit(check(.equipment("卫星电话"))) }
        let fault = check(.equipment("卫星电话"), fault: "欠费")
        #expect(try [done].admit(fault) == fault)
        #expect(try [done, fault].admit(done) == done)
        #expect(try [done].admit(check(.team("rescue"))) == check(.team("rescue")), "another item")
    }

    @Test("A test that was answered makes a person's way tested; one that was not is said")
    func ways() {
        func test(_ outcome: CallOutcome) -> ContactTest {
            ContactTest(person: "p3", outcome: outcome, by: "p1", at: now)
        }
        #expect(report(tests: [test(.answered)]).lines.contains(.waysTested(people: 1, days: 180)))
        let silent = UntestedPerson(person: "p3", testedOn: nil, lastOutcome: .noAnswer)
        #expect(report(tests: [test(.noAnswer)]).lines.contains(.wayUntested(silent, days: 180)))
        #expect(report(days: nil).lines.contains(.noTestDemand))
    }

    @Test("The last day on which somebody was reached counts, whatever came after or stands in the table")
    func testedOn() {
        let person = DutyRoom.place.people[2].with(testedOn: Zone.shanghai.date(of: DutyRoom.at("12T00:00")))
        let place = DutyRoom.place.with(people: [person])
        func day(_ text: String, _ outcome: CallOutcome) -> CivilDate? {
            let test = ContactTest(person: "p3", outcome: outcome, by: "p1", at: DutyRoom.at(text))
            return place.with(tests: [test]).people[0].testedOn
        }
        #expect(day("13T10:00", .answered) == Zone.shanghai.date(of: now))
        #expect(day("10T10:00", .answered) == person.testedOn)
        #expect(day("13T10:00", .busy) == person.testedOn)
    }

    @Test("A nil report that did not come is a line of the period")
    func missing() {
        let rule = NilReportRule(by: [DutyRoom.clock("15:00")])
        let due = NilReportDue(unit: "office", due: DutyRoom.at("15T15:00"))
        #expect(!report(rule: rule, at: due.due - .seconds(1)).lines.contains(.nilReportMissing(due)))
        #expect(report(rule: rule, at: due.due).lines.contains(.nilReportMissing(due)))
    }
}
