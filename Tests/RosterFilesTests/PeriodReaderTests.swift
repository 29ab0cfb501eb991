import Calendars
import RosterFiles
import Rosters
import Testing

@Suite("Reading a period")
struct PeriodReaderTests {
    let zone = Zone.shanghai

    func read(_ world: World = World()) throws -> Roster {
        let book = try #require(world.placeReading.value)
        let reading = PeriodReader.read(world.periodSources, in: book)
        #expect(reading.diagnostics == [])
        return try #require(reading.value)
    }

    @Test("the sample period is the national day of 2026 with everything required")
    func sample() throws {
        let world = World()
        let book = try #require(world.placeReading.value)
        let period = try read().period
        #expect(period.key == "2026-national-day")
        #expect(PeriodReader.periodKey(of: world.periodSources.period) == "2026-national-day")
        #expect(period.kind == .holiday)
        #expect(period.window(in: book.place, calendar: book.calendar).wholeMinutes == 10_980)
        #expect(period.requires == [UnitRequirement(unit: Ordinal(0), posts: [0, 1, 2].map(require))])
        #expect(period.due == zone.instant(parsing: "2026-09-24T12:00"))
        #expect(period.received == [Ordinal(0): try #require(zone.instant(parsing: "2026-09-23T16:20"))])
        #expect(period.acceptBy == ["p001"])
    }

    private func require(_ post: Int) -> PostRequirement { PostRequirement(post: Ordinal(post)) }

    @Test("the sample table gives an assignment per name, the first of a cell being the primary")
    func table() throws {
        let roster = try read()
        let rows = roster.assignments.map {
            "\($0.line) \($0.person.index) \($0.post.index) \($0.isPrimary) \(zone.civil($0.interval.start))"
        }
        #expect(
            rows == [
                "2 0 0 true 2026-09-30 17:30", "2 2 1 true 2026-09-30 17:30", "2 3 1 false 2026-09-30 17:30",
                "2 4 2 true 2026-09-30 17:30", "3 1 0 true 2026-10-01 08:30", "3 5 1 true 2026-10-01 08:30",
                "3 6 1 false 2026-10-01 08:30", "3 7 2 true 2026-10-01 08:30",
            ])
        #expect(roster.tables.map(\.posts) == [[Ordinal(0), Ordinal(1), Ordinal(2)]])
        #expect(roster.tables.map(\.file) == ["period/emergency-office.csv"])
        #expect(roster.tables[0].weekdays.map(\.text) == ["三", "四"])
    }

    @Test("an English table with keys, slashes in dates and quoted cells means the same")
    func englishTable() throws {
        var world = World()
        let chinese = try read(world)
        world.tableName = "应急管理局"
        world.table = """
            hazmat,shift,date,note,officer,leader
            陈刚,night,2026/9/30,,"孙丽,周明",p001
            刘洋,day,2026年10月1日,,王芳；赵强@emergency-office,张卫东@应急管理局

            """
        let english = try read(world)
        #expect(Set(english.assignments) == Set(chinese.assignments))
    }

    @Test("a quoted cell may hold line ends and quotation marks, and later lines keep their numbers")
    func quotes() throws {
        var world = World()
        world.table = "日期,班次,备注,值班员\r\n2026-10-01,白班,\"一\"\"二\"\"\n三\",\"孙丽\n周明\"\r\n\r\n,,,\n2026-10-02,白班,,孙丽"
        #expect(try read(world).assignments.map(\.line) == [2, 2, 7])
    }

    @Test("an empty cell and every kind of dash is nobody", arguments: ["", "—", "-", "–", "　"])
    func nobody(cell: String) throws {
        var world = World()
        world.table = "日期,班次,带班领导\n2026-10-01,白班,\(cell)\n"
        #expect(try read(world).assignments.isEmpty)
    }

    @Test("required posts can be a list, or a mapping with count, rank and cover")
    func requirements() throws {
        var world = World()
        world.period = world.period.with("{emergency-office: all}", "{应急管理局: [值班员, hazmat]}")
        #expect(try read(world).period.requires == [UnitRequirement(unit: Ordinal(0), posts: [1, 2].map(require))])
        world.period = Samples.period.with(
            "{emergency-office: all}",
            "{emergency-office: {leader: {count: 2, rank: 县处级副职, cover: off-hours}, officer: }}")
        let leader = PostRequirement(post: Ordinal(0), count: 2, rank: Rank(level: 4), cover: .offHours)
        #expect(try read(world).period.requires == [UnitRequirement(unit: Ordinal(0), posts: [leader, require(1)])])
        world.period = Samples.period.with("requires: {emergency-office: all}", "")
        #expect(try read(world).period.requires == [UnitRequirement(unit: Ordinal(0), posts: [0, 1, 2].map(require))])
    }

    @Test("a special period takes its days from the calendar, or says them itself")
    func spans() throws {
        var world = World()
        func period(_ text: String) throws -> Period {
            world.period = "period: x\n" + text
            return try read(world).period
        }
        let dates = Period.Span.dates(
            from: try #require(CivilDate("2026-05-01")), to: try #require(CivilDate("2026-09-30")))
        let named = try period("kind: special\nspecial: 2026年汛期\n")
        #expect(named.span == dates)
        #expect(named.source == "通告")
        #expect(named.received == nil)
        let own = try period("kind: 特殊时期\nfrom: 2026-05-01\nto: 2026-09-30\nsource: 某通知\ndue: 2026-04-30T12:00\n")
        #expect(own.span == dates)
        #expect(own.source == "某通知")
        #expect(own.received == [:])
        let exact = try period("kind: ordinary\nfrom: 2026-10-01T08:00\nto: 2026-10-01\n").span
        guard case .exact(let interval) = exact else {
            Issue.record("not exact")
            return
        }
        #expect(zone.civil(interval.start) == "2026-10-01 08:00")
        #expect(zone.civil(interval.end) == "2026-10-02 00:00")
    }
}
