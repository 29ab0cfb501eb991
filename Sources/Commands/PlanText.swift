import Planning
import RosterRules
import Rosters
import Wording

/// `plan` for people: seats, what stayed empty and why, each rule, the score, who bears how much.
struct PlanText {
    let planned: Planned
    let seed: UInt64

    private var output: OutputOptions { planned.desk.output }
    private var place: Place { planned.desk.place }
    private var wording: PlanWording { planned.desk.wording }

    func print() {
        let outcome = planned.outcome
        output.say(wording.title(planned.desk.period))
        output.say(wording.seats(planned.score, kept: planned.kept))
        output.say(
            wording.effort(
                moves: outcome.moves, seconds: outcome.seconds, seed: seed, wasInterrupted: outcome.wasInterrupted))
        printUnfilled()
        printRules()
        printKeptFaults()
        output.say(wording.score(planned.score))
        output.say(
            wording.bound(
                PlanScore.points(outcome.bound), excess: planned.excess, isOptimal: outcome.isOptimal,
                kept: planned.desk.request.isReplacing ? 0 : planned.kept, isLaidOut: planned.model.shiftsLaidOut > 0))
        Terminal.say("")
        for line in FairnessTable(planned: planned).lines { Terminal.say(line) }
        Terminal.say("")
    }

    /// The gaps that are left, with who could stand and what keeps the others.
    private func printUnfilled() {
        let gaps = planned.report.errors.filter { $0.rule == .leader || $0.rule == .keyPost }
        guard !gaps.isEmpty else { return }
        let text = text
        for group in text.groups(gaps) { text.say(group) }
        output.say(PlanWording.askWhy)
    }

    /// Every fault of a name that was kept, as `check` says it.
    private func printKeptFaults() {
        let faults = planned.keptFaults
        guard !faults.isEmpty else { return }
        output.say(PlanWording.keptFaults(faults.count))
        let text = text
        for group in text.groups(faults) { text.say(group) }
        if !planned.desk.request.isReplacing { output.say(PlanWording.mendKept) }
    }

    /// Files that nobody has written yet are not pointed to.
    private var text: CheckText {
        let known = planned.desk.loaded.book.roster.tables.map(\.file)
        let missing = planned.roster.tables.map(\.file).filter { !known.contains($0) }
        return CheckText(book: planned.book, report: planned.report, output: output, missing: Set(missing))
    }

    /// `✗ 请假外出 2  ! 联系方式 5  其余 21 条规则无问题`.
    private func printRules() {
        let rules = RuleBook.rules.compactMap { type -> String? in
            let found = planned.report.findings.filter { $0.rule == type.name }
            let name = output.text(type.name.phrase)
            let errors = found.count { $0.severity == .error }
            if found.isEmpty { return nil }
            return errors > 0 ? "✗ \(name) \(errors)" : "! \(name) \(found.count)"
        }
        let rest = PlanWording.rulesThatHold(RuleBook.rules.count - rules.count, isWhole: rules.isEmpty)
        Terminal.say((rules + [output.text(rest)]).joined(separator: "  "))
    }
}

/// Who bears how much, by unit.
struct FairnessTable {
    let planned: Planned

    /// In a large place the table would say nothing to anybody: the pages of the units do.
    private static let mostPeople = 400

    var lines: [String] {
        let rows = planned.model.fairness(of: planned.outcome.plan)
        let output = planned.desk.output
        guard rows.count <= Self.mostPeople else { return [output.text(PlanWording.manyPeople(rows.count))] }
        let wording = FairnessWording(place: planned.desk.place)
        let cells = [FairnessWording.columns.map(output.text)] + rows.map(wording.cells)
        return AlignedTable(rows: cells, firstNumber: 2).lines
    }
}
