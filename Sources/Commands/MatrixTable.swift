import Calendars
import Incidents
import Rosters
import Wording

/// The table that a leader signs: who would be called, by kind of incident and shift.
struct MatrixTable {
    let matrix: RouteMatrix
    let place: Place
    let output: OutputOptions

    private var wording: ProofWording { ProofWording(place: place) }

    /// A block for each kind, a line for each shift.
    func print() {
        output.say(wording.matrixTitle(matrix))
        let rows = wording.rows(of: matrix).map { $0.map(output.text) }
        guard let heading = rows.first else { return }
        let width = heading.dropFirst().map(Terminal.width).max() ?? 0
        for row in rows.dropFirst() {
            Terminal.say("  " + (row.first ?? ""))
            for (shift, cell) in zip(heading, row).dropFirst() {
                Terminal.say("    " + Terminal.padded(shift, to: width) + "  " + cell)
            }
        }
        output.say(ProofWording.signature)
        Terminal.say("")
    }

    /// The same as rows and columns, for a spreadsheet.
    func printCSV() {
        Terminal.say(Self.quoted(output.text(wording.matrixTitle(matrix))))
        for row in wording.rows(of: matrix) {
            Terminal.say(row.map { Self.quoted(output.text($0)) }.joined(separator: ","))
        }
        Terminal.say(Self.quoted(output.text(ProofWording.signature)))
    }

    var json: JSON {
        .object([
            "unit": .text(matrix.unit.text),
            "columns": .list(
                matrix.columns.map {
                    .object(["from": .text(place.zone.iso($0.start)), "to": .text(place.zone.iso($0.end))])
                }),
            "rows": .list(
                matrix.rows.map { row in
                    .object([
                        "kinds": .list(row.kinds.map { .text($0.text) }),
                        "grades": .list(row.grades.map { .text(RouteFinding.text($0)) }), "ladder": .text(row.ladder),
                        "cells": .list(
                            row.cells.map { .list($0.map { .list($0.map { .text($0.text) }) }) }),
                    ])
                }),
        ])
    }

    private static func quoted(_ cell: String) -> String {
        "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
