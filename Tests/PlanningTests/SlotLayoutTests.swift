import Calendars
import RandomPlaces
import RosterRules
import Rosters
import Testing

@testable import Planning

@Suite struct SlotLayoutTests {
    @Test func `Without rows or settings, shifts of the place cover the window without rest`() {
        #expect(PlanOffice().model.layout == ["03-02 08:30–08:30 ×1", "03-03 08:30–08:30 ×1"])
    }

    @Test func `The rows of the unit's table decide where the plan names no shifts`() {
        var office = PlanOffice()
        for date in ["2026-03-02", "2026-03-03"] {
            for shift in [PlanOffice.day, PlanOffice.night] {
                office.rows.append(TableSlot(date: PlanOffice.date(date), shift: shift))
            }
        }
        #expect(
            office.model.layout == [
                "03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1", "03-03 08:30–20:30 ×1", "03-03 20:30–08:30 ×1",
            ])
        office.rows.removeLast(2)
        #expect(
            office.model.layout == ["03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1", "03-03 08:30–08:30 ×1"],
            "a day without rows is laid out in the shifts of the place")
    }

    @Test func `The shifts that the plan names for a post go before the rows of the table`() {
        var office = PlanOffice()
        office.rows = [TableSlot(date: PlanOffice.date("2026-03-02"), shift: PlanOffice.whole)]
        office.plan.shifts = [.init(post: Ordinal(0), shifts: [PlanOffice.day, PlanOffice.night])]
        #expect(office.model.layout.prefix(2) == ["03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1"])
        office.plan.unitShifts = [.init(unit: PlanOffice.unit, shifts: [PlanOffice.office])]
        #expect(
            office.model.layout == [
                "03-02 08:30–17:30 ×1", "03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1", "03-03 08:30–17:30 ×1",
                "03-03 08:30–20:30 ×1", "03-03 20:30–08:30 ×1",
            ], "those of the unit before those of the post, which cover the rest")
        office.plan.unitShifts = [.init(unit: PlanOffice.unit, shifts: [PlanOffice.whole])]
        #expect(office.model.layout == ["03-02 08:30–08:30 ×1", "03-03 08:30–08:30 ×1"])
    }

    @Test func `Off-hours are covered: the night of a working day, a rest day whole`() {
        var office = PlanOffice()
        office.shifts = ["08:30-17:30", "17:30-08:30"]
        office.hours = WorkingHours(
            key: "hours", entries: [.init(from: PlanOffice.date("2026-01-01"), window: ClockWindow("08:30-17:30")!)])
        office.posts = [Post(key: "officer", name: "值班员", tier: .dutyOfficer, cover: .offHours)]
        office.window = PlanOffice.interval("2026-03-06T17:30", "2026-03-09T08:30")
        #expect(
            office.model.layout == [
                "03-06 17:30–08:30 ×1", "03-07 08:30–17:30 ×1", "03-07 17:30–08:30 ×1", "03-08 08:30–17:30 ×1",
                "03-08 17:30–08:30 ×1",
            ])
    }

    @Test func `A window within a day takes the shift that wastes least`() {
        var office = PlanOffice()
        office.posts = [
            Post(
                key: "officer", name: "值班员", tier: .dutyOfficer,
                cover: .windows([.kind(.workday): [ClockWindow("09:00-17:00")!]]))
        ]
        #expect(office.model.layout == ["03-02 08:30–17:30 ×1", "03-03 08:30–17:30 ×1"])
    }

    @Test func `Kept names keep their shifts, and the rest is laid out around them in shifts of the same hours`() {
        var office = PlanOffice()
        office.stand(2, "2026-03-02", PlanOffice.night)
        let model = office.model
        #expect(
            model.layout == [
                "03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1", "03-03 08:30–20:30 ×1", "03-03 20:30–08:30 ×1",
            ] || model.layout.prefix(2) == ["03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1"])
        #expect(model.slots.map(\.kept).filter { !$0.isEmpty } == [[Ordinal(2)]])
        #expect(model.problem.slots[1].pinned == [2])
    }

    @Test func `A town of nine to six is laid out from evening to evening, nothing twice`() {
        var office = PlanOffice()
        office.shifts = ["09:00-09:00", "17:00-09:00", "18:00-01:00", "00:00-08:00", "08:00-08:00"]
        office.hours = WorkingHours(
            key: "hours", entries: [.init(from: PlanOffice.date("2026-01-01"), window: ClockWindow("09:00-18:00")!)])
        office.window = PlanOffice.interval("2026-03-06T18:00", "2026-03-09T09:00")
        #expect(
            office.model.layout == ["03-06 17:00–09:00 ×1", "03-07 09:00–09:00 ×1", "03-08 09:00–09:00 ×1"])
        #expect(office.model.slots.allSatisfy { $0.isLaid })
    }

    @Test func `A shift counts as laid out by the planner unless the table has its row or a name in it`() {
        var office = PlanOffice()
        office.rows = [TableSlot(date: PlanOffice.date("2026-03-02"), shift: PlanOffice.day)]
        office.stand(2, "2026-03-02", PlanOffice.night)
        #expect(office.model.slots.map(\.isLaid) == [false, false, true])
        office.plan.shifts = [.init(post: Ordinal(0), shifts: [PlanOffice.day, PlanOffice.night])]
        #expect(office.model.slots.map(\.isLaid) == [false, false, true, true])
    }

    @Test func `A row in the middle of the day is used, and the rest is laid out around it`() {
        var office = PlanOffice()
        office.rows = [TableSlot(date: PlanOffice.date("2026-03-02"), shift: PlanOffice.night)]
        #expect(
            office.model.layout == ["03-02 08:30–20:30 ×1", "03-02 20:30–08:30 ×1", "03-03 08:30–08:30 ×1"])
    }

    @Test func `Where periods overlap, the larger headcount is planned`() {
        var office = PlanOffice()
        office.overlap(PlanOffice.interval("2026-03-03T08:30", "2026-03-05T08:30"), count: 3)
        #expect(office.model.layout == ["03-02 08:30–08:30 ×1", "03-03 08:30–08:30 ×3"])
    }

    @Test func `No shift is longer than a duty may last, and time without a shift is left to the check`() {
        var office = PlanOffice()
        office.rules = RuleSettings([.dutyLength: RuleSetting(hours: 12)])
        #expect(office.model.layout.count == 4)
        office.shifts = ["08:30-08:30", "08:30-17:30"]
        #expect(office.model.layout == ["03-02 08:30–17:30 ×1", "03-03 08:30–17:30 ×1"])
    }

    @Test(arguments: 0..<300)
    func `Every instant that a shift could cover is covered, with all the people it needs`(seed: Int) {
        let book = RandomPlace.book(seed: seed)
        let model = PlanModel(PlanRequest(book: book, isReplacing: seed % 2 == 0))
        let place = book.place
        for need in CheckContext(book).needs {
            let slots = model.slots.filter { $0.unit == need.unit && $0.post == need.post }
            for segment in need.segments {
                for instant in stride(from: segment.interval.start.seconds, to: segment.interval.end.seconds, by: 900) {
                    let instant = Instant(seconds: instant)
                    let here = slots.filter { $0.interval.contains(instant) }
                    let isCoverable = place.shifts.contains { shift in
                        let date = place.zone.date(of: instant)
                        return [date - 1, date].contains {
                            let interval = shift.window.interval(on: $0, in: place.zone)
                            return interval.contains(instant) && interval.duration <= place.rules.dutyLength
                        }
                    }
                    #expect(!isCoverable || !here.isEmpty)
                    #expect(here.allSatisfy { $0.count >= segment.count })
                }
            }
        }
    }
}
