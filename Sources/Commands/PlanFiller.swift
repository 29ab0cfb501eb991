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
        try checkTargets()
        let model = PlanModel(desk.request, by: Cores())
        let progress = Progress(desk.output)
        let run = PlanRun(model.problem, seed: command.effort.seed, limit: try command.effort.limit())
        let outcome = run.run(progress.map { watcher($0) })
        progress?.end()
        let planned = Planned(desk: desk, model: model, outcome: outcome)
        // Pages first: where they cannot be written, no table is.
        let pages = try command.fairness.map { try FairnessPages(planned: planned).write(to: $0) }
        let tables = command.isDryRun ? nil : try desk.write(planned.roster, of: model, to: command.out)
        if desk.output.isJSON {
            Terminal.say(PlanJSON(planned: planned, seed: command.effort.seed).value.rendered())
        } else {
            PlanText(planned: planned, seed: command.effort.seed).print()
            if tables == nil { PlannedTables(planned: planned).print() }
            say(tables: tables, pages: pages)
        }
        if !planned.holds { throw QuietExit.didNotHold }
    }

    /// Nobody waits for a search whose result cannot be kept.
    private func checkTargets() throws {
        if let out = command.out { try FilesTogether.check(out, option: "--out") }
        if let pages = command.fairness { try FilesTogether.check(pages, option: "--fairness") }
        if !command.isDryRun, command.out == nil { try FilesTogether.check(desk.folder, option: "") }
    }

    private func say(tables: Int?, pages: Int?) {
        if let folder = command.fairness, let pages { desk.output.say(PlanWording.pages(pages, to: folder)) }
        guard let tables else {
            desk.output.say(pages == nil ? PlanWording.dryRun : PlanWording.dryRunTables)
            return
        }
        desk.output.say(desk.wording.written(tables, to: command.out ?? desk.folder))
        let period = desk.loaded.book.roster.period
        if let received = period.received, period.requires.contains(where: { received[$0.unit] == nil }) {
            desk.output.say(PlanWording.noReceipts)
        }
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
        // Receipts are asked for by `check`.
        book =
            RosterBook(
                calendar: before.calendar, place: before.place, roster: roster, overlapping: before.overlapping,
                takeovers: before.takeovers
            ).withoutReceipts
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

    /// The errors in names that stay as they stood.
    var keptFaults: [Finding] { faults.filter { $0.rule != .leader && $0.rule != .keyPost } }

    var kept: Int { model.slots.reduce(0) { $0 + $1.kept.count } }

    /// How far the load's penalty lies above what no roster can beat, in percent; nil where seats are empty.
    var excess: Double? {
        guard score.isComplete else { return nil }
        let fairness = Double(score.numbers[.fairness] ?? 0)
        let bound = Double(outcome.bound)
        return bound > 0 ? (fairness - bound) / bound * 100 : 0
    }
}
