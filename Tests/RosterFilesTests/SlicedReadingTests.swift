import RosterFiles
import Rosters
import TestSupport
import Testing

@Suite("Reading in slices")
struct SlicedReadingTests {
    /// Cuts every walk into so many slices and runs them from the last to the first.
    struct Backwards: Slicer {
        let count: Int

        func slices(of count: Int) -> Int { self.count }

        func map<Part: Sendable>(_ count: Int, _ slice: @Sendable (Int) -> Part) -> [Part] {
            (0..<count).reversed().map(slice).reversed()
        }
    }

    private static let surnames = ["李", "王", "张", "刘", "陈", "杨"]

    /// A place of many units, with faults that the seed decides: unknown, repeated and quoted words, blank lines.
    private func world(seed: UInt64, faults: Int) -> (place: PlaceSources, period: PeriodSources) {
        var random = SplitMix64(seed: seed)
        var units = ""
        var people = "id,姓名,单位,手机\n"
        var tables: [SourceFile] = []
        for unit in 0..<9 {
            units += "  u\(unit): {name: 单位\(unit), posts: [officer]}\n"
            for number in 0..<4 {
                let name = Self.surnames[random.below(6)] + "\(number)"
                people += "u\(unit)-\(number),\(name),u\(unit),1000000\(1000 + unit * 10 + number)\n"
                if random.below(6) == 0 { people += "\r\n" }
            }
            var table = "日期,班次,值班员\n"
            for day in 1...5 { table += "2026-10-0\(day),night,u\(unit)-\(random.below(4))、u\(unit)-0\n" }
            tables.append(SourceFile(path: "p/u\(unit).csv", bytes: Array(table.utf8)))
        }
        for _ in 0..<faults {
            switch random.below(4) {
            case 0: people += "u1-1,重复,u1,\n"
            case 1: people += "x\(random.below(99)),某人,nowhere,\n"
            case 2: people += "\"q\(random.below(99))\",\"引,号\",u2,\"1\n2\"\n"
            default:
                let number = random.below(9)
                let text = String(decoding: tables[number].bytes, as: UTF8.self) + "2026-10-06,night,不认识\n"
                tables[number] = SourceFile(path: tables[number].path, bytes: Array(text.utf8))
            }
        }
        if faults > 2 { tables.append(SourceFile(path: "p/单位3.csv", bytes: tables[3].bytes)) }
        let place = """
            place: sliced
            name: 示例
            shifts: {night: {name: 夜班, start: "17:30", end: "08:30"}}
            posts: {officer: {name: 值班员, tier: duty-officer}}
            units:
            \(units)
            """
        let period = "period: p\nkind: ordinary\nfrom: 2026-10-01\nto: 2026-10-05\n"
        return (
            PlaceSources(
                place: SourceFile(path: "place.yaml", bytes: Array(place.utf8)),
                people: SourceFile(path: "people.csv", bytes: Array(people.utf8)), absences: nil, policy: nil,
                calendar: []),
            PeriodSources(period: SourceFile(path: "p/period.yaml", bytes: Array(period.utf8)), tables: tables)
        )
    }

    @Test("gives the same people, tables, assignments and diagnostics as reading whole", arguments: UInt64(0)..<60)
    func same(seed: UInt64) throws {
        let (placeFiles, periodFiles) = world(seed: seed, faults: Int(seed % 5))
        let whole = PlaceReader.read(placeFiles)
        let book = try #require(whole.value)
        let roster = PeriodReader.read(periodFiles, in: book)
        for count in [2, 3, 7, 40] {
            let sliced = PlaceReader.read(placeFiles, by: Backwards(count: count))
            #expect(sliced.diagnostics == whole.diagnostics)
            #expect(sliced.value?.place.people == book.place.people)
            let reading = PeriodReader.read(periodFiles, in: book, by: Backwards(count: count))
            #expect(reading.diagnostics == roster.diagnostics)
            #expect(reading.value?.assignments == roster.value?.assignments)
            #expect(reading.value?.tables == roster.value?.tables)
        }
    }
}
