import Foundation
import Planning
import RosterRules
import Rosters
import Wording

/// `plan PATH`: searches, checks what was found by every rule, writes it and says how good it is.
struct PlanFiller {
    let desk: PlanDesk
    let command: PlanCommand

    func run() throws {
        let model = PlanModel(desk.request, by: Cores())
        let progress = Progress(desk.output)
        let run = PlanRun(model.problem, seed: command.effort.seed, limit: try command.effort.limit())
        let outcome = run.run(progress.map { watcher($0) })
        progress?.end()
        let planned = Planned(desk: desk, model: model, outcome: outcome)
        var tables: Int?
        if !command.isDryRun {
            tables = try desk.write(planned.roster, of: model, to: command.out)
        }
        if let folder = command.fairness { try FairnessPages(planned: planned).write(to: folder) }
        if desk.output.isJSON {
            Terminal.say(PlanJSON(planned: planned, seed: command.effort.seed).value.rendered())
        } else {
            PlanText(planned: planned, seed: command.effort.seed).print()
            let folder = command.out ?? desk.folder
            desk.output.say(tables.map { desk.wording.written($0, to: folder) } ?? PlanWording.dryRun)
        }
        if !planned.holds { throw QuietExit.didNotHold }
    }
}

extension PlanFiller {
    /// Shows how far the search is.
    private func watcher(_ progress: Progress) -> @Sendable (PlanRun.State) -> Void {
        let wording = desk.wording
        return { state in
            let line = wording.running(
                state.filled, of: state.seats, score: PlanScore.points(state.score),
                bound: PlanScore.points(state.bound))
            progress.show(line, share: state.share)
        }
    }
}

/// A plan that was found, and what every rule says of the roster that it makes.
struct Planned {
    let desk: PlanDesk
    let model: PlanModel
    let outcome: PlanRun.Outcome
    let roster: Roster
    let book: RosterBook
    let report: CheckReport
    let score: PlanScore

    init(desk: PlanDesk, model: PlanModel, outcome: PlanRun.Outcome) {
        self.desk = desk
        self.model = model
        self.outcome = outcome
        roster = model.roster(of: outcome.plan)
        let before = desk.loaded.book
        // What is planned was not sent in yet: receipts are asked for by `check`.
        let period = roster.period.with(requires: roster.period.requires, received: nil)
        book = RosterBook(
            calendar: before.calendar, place: before.place,
            roster: Roster(period: period, tables: roster.tables, assignments: roster.assignments),
            overlapping: before.overlapping, takeovers: before.takeovers)
        report = Check.run(book, by: Cores())
        score = PlanScore(outcome.plan, of: model)
    }

    /// Rules that judge papers, not people, and that no plan can mend.
    static let paper: Set<RuleName> = [
        .rosterMissing, .rosterLate, .calendarProvisional, .coverReduced, .calendarAmended, .reachable, .weekday,
        .principalsAway,
    ]

    /// The errors that the plan itself has to answer for.
    var faults: [Finding] { report.errors.filter { !Self.paper.contains($0.rule) } }

    var holds: Bool { score.isComplete && faults.isEmpty }

    /// How far the fairness lies above what no roster can beat, in percent.
    var excess: Double {
        let fairness = Double(score.numbers[.fairness] ?? 0)
        let bound = Double(outcome.bound)
        return bound > 0 ? (fairness - bound) / bound * 100 : 0
    }
}
