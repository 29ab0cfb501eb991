import Calendars
import Planning
import Rosters
import Wording

/// A page per unit that can be printed and pinned to the wall: who bears how much, and how that is counted.
struct FairnessPages {
    let planned: Planned

    private var language: Language { planned.desk.output.resolvedLanguage }
    private var place: Place { planned.desk.place }
    private var wording: FairnessWording { FairnessWording(place: place) }

    func write(to folder: String) throws {
        let rows = Dictionary(grouping: planned.model.fairness(of: planned.outcome.plan)) { place[$0.person].unit }
        var files = FilesTogether()
        for unit in rows.keys.sorted() {
            files.add(page(of: unit, rows[unit] ?? []), to: "\(folder)/\(place[unit].id).html")
        }
        try files.write(in: folder)
    }

    func page(of unit: Ordinal<Unit>, _ rows: [FairnessRow]) -> String {
        let title = Self.escaped(wording.pageTitle(unit, period: planned.desk.period).text(in: language))
        // The unit's own name stands in the title.
        let heads = (FairnessWording.columns.dropFirst() + [FairnessWording.duties]).map { $0.text(in: language) }
        let dates = dates()
        let body = rows.map { row in
            (wording.cells(row).dropFirst() + [dates[row.person, default: []].joined(separator: " ")]).map(Self.escaped)
        }
        let explanation = wording.explanation.map { "<p>\(Self.escaped($0.text(in: language)))</p>" }
        return """
            <!DOCTYPE html>
            <html lang="\(language == .zh ? "zh-CN" : "en")"><head><meta charset="utf-8"><title>\(title)</title>
            <style>
            @page { size: A4; margin: 18mm }
            body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 180mm; margin: 0 auto }
            h1 { font-size: 18pt; text-align: center }
            table { border-collapse: collapse; width: 100% }
            th, td { border: 1px solid #444; padding: 3pt 6pt; text-align: right }
            td:first-child, th:first-child, td:last-child { text-align: left }
            p { font-size: 10pt; margin: 4pt 0 }
            </style></head><body><h1>\(title)</h1>
            <table><tr>\(heads.map { "<th>\(Self.escaped($0))</th>" }.joined())</tr>
            \(body.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n"))
            </table>
            \(explanation.joined(separator: "\n"))
            </body></html>

            """
    }

    /// By person, the dates of the planned duties, without the year.
    private func dates() -> [Ordinal<Person>: [String]] {
        var dates: [Ordinal<Person>: [String]] = [:]
        let seats = zip(planned.model.slots, planned.outcome.plan.seats).sorted { $0.0.interval < $1.0.interval }
        for (slot, sitting) in seats {
            for person in sitting where person >= 0 {
                dates[planned.model.person(person), default: []].append(String(slot.date.description.dropFirst(5)))
            }
        }
        return dates
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
