import Calendars
import Rosters
import Testing

@testable import RosterFiles

@Suite struct TableDraftTests {
    /// Two units; 王芳 twice in the office, 周明 in both units, somebody whose name is another's id.
    private static let world: World = {
        var world = World()
        world.place = Samples.place.with(
            "rules: {", "  hospital: {name: 县医院, parent: emergency-office, posts: [officer]}\nrules: {")
        world.people =
            Samples.people + """
                p009,王芳,emergency-office,科员,科员,在编,10000000009,,
                p010,周明,hospital,医师,科员,在编,10000000010,,
                p011,p001,hospital,医师,科员,在编,10000000011,,
                p012,欧阳 小明,hospital,医师,科员,在编,10000000012,,
                p013,急!,hospital,医师,科员,在编,10000000013,,

                """
        world.absences = nil
        return world
    }()

    private static let book = world.placeReading.value

    private func read(_ text: String) throws -> (roster: Roster, draft: TableDraft) {
        var world = Self.world
        world.table = text
        let book = try #require(Self.book)
        let reading = PeriodReader.read(world.periodSources, in: book)
        try #require(reading.diagnostics == [], "\(text)")
        let source = World.file("emergency-office.csv", text)
        return (
            try #require(reading.value), try #require(TableDraft(source, of: Ordinal(0), in: book.place))
        )
    }

    /// Names by cell in their order, with their pins.
    private func cells(_ assignments: [Assignment]) throws -> [String: [String]] {
        let place = try #require(Self.book).place
        let cells = Dictionary(grouping: assignments) {
            "\($0.date) \(place.zone.civil($0.interval.start)) \($0.post.index)"
        }
        return cells.mapValues { cell in
            cell.map { "\(place[$0.person].id)\($0.isPinned ? "!" : "")\($0.isPrimary ? "" : " 2")" }
        }
    }

    @Test(arguments: 0..<200)
    func `What nobody changed comes back byte for byte`(seed: Int) throws {
        let table = RandomTable(seed: seed, in: try #require(Self.book).place)
        let (roster, draft) = try read(table.text)
        #expect(Array(draft.text(with: roster.assignments).utf8) == Array(table.text.utf8))
    }

    @Test(arguments: 0..<200)
    func `Reading back what was written gives just the same assignments, and the notes stay`(seed: Int) throws {
        var table = RandomTable(seed: seed, in: try #require(Self.book).place)
        let (roster, draft) = try read(table.text)
        let wanted = table.changed(roster.assignments)
        let text = draft.text(with: wanted)
        let (again, next) = try read(text)
        #expect(try cells(again.assignments) == cells(wanted), "\(table.text)\n\(text)")
        #expect(next.text(with: again.assignments) == text, "writing once more changes nothing")
        #expect(notes(text).filter { !$0.isEmpty } == notes(table.text).filter { !$0.isEmpty })
        #expect(text.hasPrefix("\u{FEFF}") == table.text.hasPrefix("\u{FEFF}"))
    }

    /// The cells of the note column.
    private func notes(_ text: String) -> [String] {
        var log = DiagnosticList(file: "")
        let rows = CsvScanner.read(World.file("", text), &log) { scanner, log in
            var rows: [[String]] = []
            while scanner.next(&log) { rows.append((0..<scanner.width).map { scanner.text($0) }) }
            return rows
        }
        guard let rows, let column = rows.first?.firstIndex(where: { ["备注", "note"].contains($0) }) else { return [] }
        return rows.dropFirst().map { column < $0.count ? $0[column] : "" }
    }

    private func assignment(_ id: String, _ date: String, _ shift: Int, post: Int, isPinned: Bool = false) throws
        -> Assignment
    {
        let place = try #require(Self.book).place
        let date = try #require(CivilDate(date))
        return Assignment(
            person: try #require(place.person(PersonID(id))), unit: Ordinal(0), post: Ordinal(post), date: date,
            interval: place.shifts[shift].window.interval(on: date, in: place.zone), isPinned: isPinned)
    }

    @Test func `A table that nobody sent begins with its header, in the language that is asked for`() throws {
        let place = try #require(Self.book).place
        let names = try [
            assignment("p002", "2026-10-01", 0, post: 0), assignment("p009", "2026-09-30", 1, post: 1),
            assignment("p004", "2026-09-30", 1, post: 1, isPinned: true), assignment("p010", "2026-10-01", 0, post: 1),
            assignment("p013", "2026-10-01", 0, post: 1), assignment("p011", "2026-10-01", 0, post: 1),
        ]
        #expect(
            TableDraft(of: Ordinal(0), in: place, isChinese: true).text(with: names) == """
                \u{FEFF}日期,星期,班次,带班领导,值班员
                2026-09-30,三,夜班,,p009、周明!
                2026-10-01,四,白班,张卫东,周明@hospital、急!@hospital、p001@hospital

                """)
        #expect(
            TableDraft(of: Ordinal(0), in: place, isChinese: false).text(with: names) == """
                date,weekday,shift,leader,officer
                2026-09-30,Wed,night,,p009;周明!
                2026-10-01,Thu,day,张卫东,周明@hospital;急!@hospital;p001@hospital

                """)
    }

    @Test func `A missing row goes where it belongs in time, a missing column to the end, and only they change`() throws
    {
        let (roster, draft) = try read("日期,班次,值班员\n2026-09-30,夜班,孙丽\n\n2026-10-02,白班,\"周明\"\n")
        let more = try [
            assignment("p002", "2026-10-01", 0, post: 0), assignment("p007", "2026-10-01", 0, post: 1),
        ]
        #expect(
            draft.text(with: roster.assignments + more) == """
                日期,班次,值班员,带班领导
                2026-09-30,夜班,孙丽
                2026-10-01,白班,赵强,张卫东

                2026-10-02,白班,"周明"

                """)
    }

    @Test func `A last line without an end gets one only where a row follows`() throws {
        let (roster, draft) = try read("日期,班次,值班员\r\n2026-09-30,夜班,孙丽")
        #expect(draft.text(with: roster.assignments) == "日期,班次,值班员\r\n2026-09-30,夜班,孙丽")
        let more = try assignment("p007", "2026-10-01", 0, post: 1)
        #expect(
            draft.text(with: roster.assignments + [more])
                == "日期,班次,值班员\r\n2026-09-30,夜班,孙丽\r\n2026-10-01,白班,赵强\r\n")
    }

    @Test func `Two rows of one shift keep their columns apart`() throws {
        let text = "日期,班次,值班员,带班领导\n2026-10-01,白班,孙丽\n2026-10-01,白班,,张卫东\n"
        let (roster, draft) = try read(text)
        #expect(draft.text(with: roster.assignments) == text)
    }

    @Test func `In a row that changes, other cells keep their bytes and people who stay their spelling`() throws {
        let text = "日期,班次,值班员,备注,带班领导,,\n2026-10-01, 白班 ,\"孙丽, 周明@hospital\", \"晚到\" ,,,\n"
        let (roster, draft) = try read(text)
        let leader = try assignment("p002", "2026-10-01", 0, post: 0)
        #expect(
            draft.text(with: roster.assignments + [leader])
                == "日期,班次,值班员,备注,带班领导,,\n2026-10-01, 白班 ,\"孙丽, 周明@hospital\", \"晚到\" ,张卫东,,\n")
        let officers = roster.assignments.dropFirst() + [try assignment("p007", "2026-10-01", 0, post: 1)]
        #expect(
            draft.text(with: Array(officers))
                == "日期,班次,值班员,备注,带班领导,,\n2026-10-01, 白班 ,\"周明@hospital, 赵强\", \"晚到\" ,,,\n")
    }

    @Test func `Whoever no longer stands is taken out, a dash stays`() throws {
        let (_, draft) = try read("日期,班次,值班员,带班领导\n2026-10-01,白班,孙丽、周明,—\n")
        #expect(draft.text(with: []) == "日期,班次,值班员,带班领导\n2026-10-01,白班,,—\n")
    }
}
