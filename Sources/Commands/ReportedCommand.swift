import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import RosterFiles
import Rosters
import Wording

/// `duty reported N --to UNIT --over phone|written`: a report went upward and stops its clocks.
struct ReportedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reported",
        abstract: "登记已向上报告（电话或书面），停止相应时限 / a report went upward: its clocks stop")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("to"), help: "报给谁：单位，或 superior（上级）/ to whom: a unit, or superior")
    var receiver: String

    @Option(help: "方式：phone 电话|written 书面 / over which medium")
    var over: String

    @Option(name: .customLong("at"), help: "报告时间（默认现在）/ when (default: now)")
    var at: String?

    @Option(name: .customLong("by"), help: "由谁报告 / by whom")
    var person: String

    @Option(help: "书面报告后由谁电话确认收到 / who confirmed by phone that it arrived")
    var confirmedBy: String?

    func run() throws {
        try incident.answer { open, number in
            let at = try at.map(open.lookup.instant) ?? open.now
            guard at <= open.now else { throw Misuse.reportedInTheFuture(at.description(in: open.lookup.zone)) }
            let clocks = try open.store.incident(number)?.clocks ?? []
            let report = UpwardReport(
                to: try receiver(among: clocks, lookup: open.lookup), over: try medium(), at: at,
                by: try open.lookup.person(person), confirmedBy: filled(confirmedBy))
            let running = Set(clocks.filter(\.isRunning).map(\.id))
            let after = try open.desk.handle(.reportedUp(report), of: number, at: open.now)
            let stopped = after.clocks.filter { running.contains($0.id) && !$0.isRunning }
            if stopped.isEmpty { incident.output.note(DeskWording.noClockStopped) }
            if !incident.output.isJSON { say(stopped, open) }
            return after
        }
    }

    /// Each limit that the report stopped, and whether it came in time.
    private func say(_ clocks: [ReportClock], _ open: OpenDesk) {
        let wording = ClockWording(zone: open.lookup.zone, names: open.lookup.names)
        for clock in clocks { incident.output.say(open.mark + wording.line(clock)) }
    }

    private func medium() throws -> ReportMedium {
        guard let medium = ValueWords.media.value(over), medium != .any else {
            throw Misuse.wrongWord(option: "--over", found: over, known: ["phone 电话", "written 书面"])
        }
        return medium
    }

    /// A receiver that a limit names, or a unit.
    private func receiver(among clocks: [ReportClock], lookup: Lookup) throws -> String {
        if receiver == ReportClock.superior || receiver == "上级" { return ReportClock.superior }
        if clocks.contains(where: { $0.deadline.to == receiver }) { return receiver }
        return try lookup.unit(receiver).text
    }
}

extension Instant {
    fileprivate func description(in zone: Zone) -> String { zone.civil(self) }
}
