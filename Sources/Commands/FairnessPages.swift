import Calendars
import Planning
import Rosters
import Wording

/// A page per unit that can be printed and pinned to the wall: who bears how much, and how that is counted.
struct FairnessPages {
    let planned: Planned

    private var place: Place { planned.desk.place }

    /// Returns how many pages there are.
    func write(to folder: String) throws -> Int {
        let rows = Dictionary(grouping: planned.model.fairness(of: planned.outcome.plan)) { place[$0.person].unit }
        let (duties, stations) = (duties(), stations())
        var files = FilesTogether()
        for unit in rows.keys.sorted() {
            let page = FairnessPage(
                unit: unit, rows: rows[unit] ?? [], duties: duties, stations: stations, planned: planned)
            files.add(page.html, to: "\(folder)/\(place[unit].id).html")
        }
        try files.write(in: folder, option: "--fairness")
        return rows.count
    }

    /// By person, the planned duties in the order of time.
    private func duties() -> [Ordinal<Person>: [PlanSlot]] {
        var duties: [Ordinal<Person>: [PlanSlot]] = [:]
        let seats = zip(planned.model.slots, planned.outcome.plan.seats).sorted { $0.0.interval < $1.0.interval }
        for (slot, sitting) in seats {
            for person in sitting where person >= 0 { duties[planned.model.person(person), default: []].append(slot) }
        }
        return duties
    }

    /// By person, the posts at which they can stand, leave or not.
    private func stations() -> [Ordinal<Person>: Set<FairnessWording.Station>] {
        var stations: [Ordinal<Person>: Set<FairnessWording.Station>] = [:]
        for (slot, numbers) in zip(planned.model.slots, planned.model.problem.slots) {
            let station = FairnessWording.Station(unit: slot.unit, post: slot.post)
            for person in numbers.pinned + numbers.candidates.map(\.person) + numbers.barred.map(\.person) {
                stations[planned.model.person(person), default: []].insert(station)
            }
        }
        return stations
    }
}

/// The page of one unit; those who can stand at the same posts are a table.
struct FairnessPage {
    let unit: Ordinal<Unit>
    let rows: [FairnessRow]
    let duties: [Ordinal<Person>: [PlanSlot]]
    let stations: [Ordinal<Person>: Set<FairnessWording.Station>]
    let planned: Planned

    private var language: Language { planned.desk.output.resolvedLanguage }
    private var place: Place { planned.desk.place }
    private var wording: FairnessWording { FairnessWording(place: place) }

    var html: String {
        let title = text(wording.pageTitle(unit, period: planned.desk.loaded.book.roster.period))
        let empty = zip(planned.model.slots, planned.outcome.plan.seats).filter { $0.0.unit == unit }
            .reduce(0) { $0 + $1.1.count { $0 < 0 } }
        let warning = empty == 0 ? "" : "<p class=\"empty\">\(text(FairnessWording.emptySeats(empty)))</p>\n"
        let notes = (wording.explanation + [wording.objections(unit)].compactMap { $0 }).map { "<p>\(text($0))</p>" }
        return """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8"><title>\(title)</title>
            <style>
            @page { size: A4; margin: 18mm }
            body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 180mm; margin: 0 auto }
            h1 { font-size: 18pt; text-align: center }
            h2 { font-size: 11pt; margin: 10pt 0 3pt }
            table { border-collapse: collapse; width: 100%; font-size: 10pt }
            tr { break-inside: avoid }
            th, td { border: 1px solid #444; padding: 3pt 5pt; text-align: right }
            td:first-child, th:first-child, td:last-child, th:last-child { text-align: left }
            td:first-child, td span { white-space: nowrap }
            th { min-width: 2.2em }
            table + p { margin-top: 10pt }
            p { font-size: 10pt; margin: 4pt 0 }
            .empty { font-weight: bold; text-align: center }
            </style></head><body><h1>\(title)</h1>
            \(warning)\(groups.map(table).joined(separator: "\n"))
            \(notes.joined(separator: "\n"))
            </body></html>

            """
    }

    /// Rows by the posts at which people can stand, leaders first.
    private var groups: [(stations: [FairnessWording.Station], rows: [FairnessRow])] {
        let groups = Dictionary(grouping: rows) { stations[$0.person] ?? [] }
        return groups.map { (stations: $0.key.sorted { order($0) < order($1) }, rows: $0.value) }
            .sorted { $0.stations.lexicographicallyPrecedes($1.stations) { order($0) < order($1) } }
    }

    /// Leaders, then the unit's own posts, in the order of the place.
    private func order(_ station: FairnessWording.Station) -> (Int, Int, Int, Int) {
        let tier = Tier.allCases.firstIndex(of: place[station.post].tier) ?? 0
        return (tier, station.unit == unit ? 0 : 1, station.unit.index, station.post.index)
    }

    private func table(_ group: (stations: [FairnessWording.Station], rows: [FairnessRow])) -> String {
        // The unit's own name stands in the title.
        let heads = (FairnessWording.columns.dropFirst() + [FairnessWording.duties]).map { "<th>\(text($0))</th>" }
        let body = group.rows.map { row in
            let cells = wording.cells(row).dropFirst().map { "<td>\(Self.escaped($0))</td>" }
            return "<tr>\(cells.joined())<td>\(dates(of: row.person))</td></tr>"
        }
        return """
            <h2>\(text(wording.canStand(group.stations, in: unit)))</h2>
            <table><thead><tr>\(heads.joined())</tr></thead>
            \(body.joined(separator: "\n"))
            </table>
            """
    }

    private func dates(of person: Ordinal<Person>) -> String {
        wording.dates(duties[person] ?? []).map { "<span>\(text($0))</span>" }
            .joined(separator: language == .zh ? "； " : "; ")
    }

    private func text(_ phrase: Phrase) -> String { Self.escaped(phrase.text(in: language)) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
