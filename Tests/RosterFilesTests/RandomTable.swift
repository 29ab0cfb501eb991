import Calendars
import Rosters
import TestSupport

@testable import RosterFiles

/// A unit's table written in any of the ways that planners write one, from a seed.
struct RandomTable {
    private(set) var random: SplitMix64
    let place: Place
    private(set) var text = ""
    let lineEnd: String

    static let dates = ["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-03"]
    private static let headers: [[String]] = [
        ["日期", "星期", "班次", "带班领导", "值班员", "危化品监管岗", "备注"],
        ["date", "weekday", "shift", "leader", "officer", "hazmat", "note"],
        ["日期", "班次", "值班员", "备注"], ["shift", "hazmat", "date", "officer", "leader"], ["日期", "班次"],
    ]
    private static let notes = ["", "", "“一岗双责”", "见, 通知", "a \"b\"", "两行\n备注", "  空格 "]

    init(seed: Int, in place: Place) {
        random = SplitMix64(seed: UInt64(seed))
        self.place = place
        lineEnd = random.pick(["\n", "\n", "\r\n"])
        let header = random.pick(Self.headers)
        let isChinese = header.contains("日期")
        var lines = [header.joined(separator: ",")]
        for date in random.some(of: Self.dates, percent: 80) {
            for shift in random.some(of: [0, 1], percent: 80) {
                if random.chance(10) { lines.append(random.pick(["", ",,,", "  "])) }
                lines.append(
                    header.map { column in cell(column, date, shift, isChinese: isChinese) }.joined(separator: ","))
            }
        }
        text = (random.chance(20) ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd)
        if random.chance(80) { text += lineEnd }
        if random.chance(10) { text += lineEnd + lineEnd }
    }

    private mutating func cell(_ column: String, _ date: String, _ shift: Int, isChinese: Bool) -> String {
        switch column {
        case "日期", "date":
            return random.pick([date, date, date.split(separator: "-").joined(separator: "/")])
        case "星期", "weekday": return random.pick(["", "三", "Wed", "国庆节"])
        case "班次", "shift": return isChinese ? ["白班", "夜班"][shift] : ["day", "night"][shift]
        case "备注", "note": return quoted(random.pick(Self.notes))
        default: return names()
        }
    }

    private mutating func names() -> String {
        if random.chance(15) { return random.pick(["", "—", "-", "——", " "]) }
        var people = place.people.indices.shuffled(using: &random).prefix(random.number(1...3))
        if random.chance(5), let first = people.first { people.append(first) }
        let words = people.map { spelled(Ordinal($0)) + random.pick(["", "", "", "!", "！", " !"]) }
        return quoted(words.joined(separator: random.pick(["、", ";", "；", "/", "，", ", ", "\n", " 、 "])))
    }

    /// One of the words that mean somebody in the unit's own table.
    private mutating func spelled(_ person: Ordinal<Person>) -> String {
        let someone = place[person]
        let unit = place[someone.unit]
        let twins = place.people(named: someone.name)
        let isOnlyOne = twins.count == 1 || someone.unit.index == 0 && twins.count { place[$0].unit.index == 0 } == 1
        let isOnlyThere = twins.count { place[$0].unit == someone.unit } == 1
        // A mark at the end of a name would be a pin.
        guard !someone.name.hasSuffix("!") else { return someone.id.text }
        var words = [someone.id.text]
        if isOnlyOne { words += [someone.name, someone.name] }
        if isOnlyThere { words += ["\(someone.name)@\(unit.id)", "\(someone.name)@\(unit.name)"] }
        return random.pick(words)
    }

    private mutating func quoted(_ cell: String) -> String {
        let mustQuote = cell.unicodeScalars.contains { ",\"\n".unicodeScalars.contains($0) }
        guard mustQuote || random.chance(10) else { return cell }
        return "\"" + cell.with("\"", "\"\"").with("\n", lineEnd) + "\""
    }

    /// Other people in the cells: some taken out, some put in, also in rows and columns that the table has not.
    mutating func changed(_ assignments: [Assignment]) -> [Assignment] {
        var cells = Dictionary(grouping: assignments) {
            [Int($0.date.dayNumber), $0.interval.wholeMinutes, $0.post.index]
        }
        for _ in 0..<random.number(1...8) {
            let date = CivilDate(random.pick(Self.dates)) ?? CivilDate(dayNumber: 0)
            let shift = random.pick(place.shifts)
            let interval = shift.window.interval(on: date, in: place.zone)
            let post = Ordinal<Post>(random.number(0...2))
            let people = place.people.indices.shuffled(using: &random).prefix(random.number(0...3))
            cells[[Int(date.dayNumber), interval.wholeMinutes, post.index]] = people.enumerated().map {
                number, person in
                Assignment(
                    person: Ordinal(person), unit: Ordinal(0), post: post, date: date, interval: interval,
                    isPrimary: number == 0, isPinned: random.chance(20))
            }
        }
        return cells.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { cells[$0] ?? [] }
    }
}
