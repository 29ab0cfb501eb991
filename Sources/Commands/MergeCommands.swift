import ArgumentParser
import Dispatching
import DutyStore
import Incidents
import Wording

/// `duty merge N --into M`: two reports of one incident; the first keeps number, informant and clocks.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "并案：重复接报并入另一事件，原编号、报告人和时限保留 / merge a duplicate; its number, informant and clocks stay")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("into"), help: "并入哪个事件 / into which incident")
    var other: String

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "并案理由 / why")
    var reason: String

    func run() throws {
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        let other = try Lookup.number(other)
        try incident.answer { open, number in
            guard try open.store.incident(other) != nil else { throw Misuse.unknownIncident(other.description) }
            let by = try open.lookup.person(person)
            return try open.desk.merge(number, into: other, by: by, reason: reason, at: open.now)
        }
    }
}

/// `duty split N`: the merging was wrong; the ladder begins again.
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "拆案：撤销并案，重新告知 / undo a merging; the ladder begins again")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "拆案理由 / why")
    var reason: String

    func run() throws {
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let by = try open.lookup.person(person)
            return try open.desk.split(number, by: by, reason: reason, at: open.now)
        }
    }
}
