import ArgumentParser
import Calendars
import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// Output and database of a verb of the daily work, and how it answers.
struct WatchOptions: ParsableArguments {
    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    /// Runs a verb and says what came of it in words and as JSON; a conflict names people by their names.
    func answer(_ verb: (OpenDesk) throws -> WatchAnswer) throws {
        let open = try OpenDesk(database, output)
        do {
            let answer = try verb(open)
            if output.isJSON {
                Terminal.say(answer.json.rendered())
            } else {
                for (index, line) in answer.lines.enumerated() { output.say(index == 0 ? open.mark + line : line) }
            }
            open.warn(output)
            if !answer.holds { throw QuietExit.didNotHold }
        } catch let conflict as WatchConflict {
            throw open.refusal(conflict)
        }
    }
}

/// What a verb of the daily work says.
struct WatchAnswer {
    let lines: [Phrase]
    let json: JSON
    /// False where what was asked for does not hold: exit 1.
    var holds = true
}

extension OpenDesk {
    func refusal(_ conflict: WatchConflict) -> any Trouble {
        let phrase = conflict.phrase(lookup.names)
        return conflict.isUnknown ? Misuse.unknownRecord(phrase) : Refusal.notRecorded(phrase)
    }

    /// The unit that an option names, or the place's top unit.
    func unit(_ word: String?) throws -> UnitID {
        if let word { return try lookup.unit(word) }
        guard let top = lookup.topUnit else { throw Misuse.missingOption("--unit") }
        return top
    }

    /// The place that holds a unit.
    func place(of unit: UnitID) -> Place? { lookup.places.first { $0.unit(unit) != nil } }

    func names(of unit: UnitID) -> Names { Names(place: place(of: unit) ?? lookup.place) }
}

extension WatchAnswer {
    /// Lines under a heading, with columns of equal width.
    static func table(_ rows: [[Phrase]], in language: Language) -> [Phrase] {
        let texts = rows.map { $0.map { $0.text(in: language) } }
        let columns = texts.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            texts.map { $0.indices.contains(column) ? Terminal.width(of: $0[column]) : 0 }.max() ?? 0
        }
        return texts.map { row in
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : Terminal.padded(cell, to: widths[index])
            }
            return Phrase("  " + cells.joined(separator: "  "))
        }
    }
}
