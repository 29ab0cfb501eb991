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

    /// A block for the kinds that call the same people, a line for each stretch in which they are the same.
    func print() {
        output.say(wording.matrixTitle(matrix))
        var order: [[[[Recipient]]]] = []
        var kinds: [[[[Recipient]]]: [String]] = [:]
        for (row, phrases) in zip(matrix.rows, wording.rows(of: matrix).dropFirst()) {
            if kinds[row.cells] == nil { order.append(row.cells) }
            kinds[row.cells, default: []].append(phrases.first.map(output.text) ?? "")
        }
        for cells in order {
            for kind in kinds[cells] ?? [] { Terminal.say("  " + kind) }
            let lines = stretches(of: cells)
            let width = lines.map { Terminal.width(of: $0.span) }.max() ?? 0
            for line in lines { Terminal.say("    " + Terminal.padded(line.span, to: width) + "  " + line.people) }
        }
        output.say(ProofWording.signature)
        Terminal.say("")
    }

    /// Neighbouring columns that name the same people, as one.
    private func stretches(of cells: [[[Recipient]]]) -> [(span: String, people: String)] {
        var stretches: [(interval: Interval, cell: [[Recipient]])] = []
        for (column, cell) in zip(matrix.columns, cells) {
            if let last = stretches.last, last.cell == cell {
                stretches[stretches.count - 1].interval = Interval(start: last.interval.start, end: column.end)
            } else {
                stretches.append((column, cell))
            }
        }
        return stretches.map { (place.zone.span($0.interval), output.text(wording.cell($0.cell))) }
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
