import Calendars
import Rosters
import Testing

@testable import RosterFiles

@Suite struct FilledTableTests {
    @Test func `A filled table shows what would be written, and marks the cells whose people are others`() throws {
        var world = World()
        world.table = """
            日期,班次,带班领导,值班员,危化品监管岗,备注
            2026-10-01,白班,张卫东,王芳、赵强,,早到

            """
        let book = try #require(world.placeReading.value)
        let roster = try #require(PeriodReader.read(world.periodSources, in: book).value)
        let draft = try #require(
            TableDraft(World.file("emergency-office.csv", world.table), of: Ordinal(0), in: book.place))
        let stands = roster.assignments
        let first = try #require(stands.first)
        let new = [
            Assignment(
                person: Ordinal(7), unit: first.unit, post: Ordinal(2), date: first.date, interval: first.interval),
            Assignment(
                person: Ordinal(0), unit: first.unit, post: Ordinal(0), date: first.date + 1,
                interval: Interval(
                    start: first.interval.start + .seconds(86_400), end: first.interval.end + .seconds(86_400))),
        ]
        let table = draft.cells(with: stands + new)
        #expect(table.header == ["日期", "班次", "带班领导", "值班员", "危化品监管岗", "备注"])
        #expect(
            table.rows.map { $0.map { $0.text + ($0.isChanged ? "*" : "") } } == [
                ["2026-10-01", "白班", "张卫东", "王芳、赵强", "刘洋*", "早到"], ["2026-10-02", "白班", "李建国*", "", "", ""],
            ])
        let rest = draft.cells(with: stands.filter { $0.post.index != 0 })
        #expect(rest.rows[0].map(\.isChanged) == [false, false, true, false, false, false])
    }
}
