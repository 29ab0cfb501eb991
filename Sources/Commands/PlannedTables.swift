import Planning
import RosterFiles
import Rosters
import Wording

/// The tables that a plan would write, for whoever wants to see who stands when before anything is written.
struct PlannedTables {
    let planned: Planned

    private static let mark = "*"
    private static let nobody = "—"

    func print() {
        let output = planned.desk.output
        output.say(PlanWording.plannedTables)
        for unit in planned.model.slots.map(\.unit).uniqued() {
            let table = planned.desk.draft(of: unit).cells(with: planned.roster.assignments)
            Terminal.say("")
            Terminal.say(planned.desk.place[unit].name)
            let rows = [table.header] + table.rows.map { $0.map(Self.text) }
            for line in AlignedTable(rows: rows).lines { Terminal.say("  " + line) }
        }
        Terminal.say("")
    }

    private static func text(_ cell: FilledTable.Cell) -> String {
        guard cell.isChanged else { return cell.text }
        return (cell.text.isEmpty ? nobody : cell.text) + " " + mark
    }
}
