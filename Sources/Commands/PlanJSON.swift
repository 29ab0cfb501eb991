import Calendars
import Planning
import RosterRules
import Rosters
import Wording

/// `plan --json`; scores are points, loads half-days.
struct PlanJSON {
    let planned: Planned
    let seed: UInt64

    private var place: Place { planned.desk.place }

    var value: JSON {
        let outcome = planned.outcome
        return .object([
            "period": .text(planned.desk.period), "seats": .number(planned.score.seats),
            "filled": .number(planned.score.filled), "score": Self.score(planned.score),
            "bound": .decimal(PlanScore.points(outcome.bound)),
            "excess_percent": planned.excess.map(JSON.decimal) ?? .null,
            "optimal": .flag(outcome.isOptimal), "first_complete_ms": .optional(outcome.firstComplete),
            "moves": .number(outcome.moves), "seconds": .decimal(outcome.seconds), "seed": .text("\(seed)"),
            "interrupted": .flag(outcome.wasInterrupted), "unfilled": .list(unfilled), "rules": rules,
            "people": .list(people), "assignments": .list(assignments),
            "kept_faults": PlanKeptFaults.json(planned.keptFaults, of: planned.book, planned.desk.output),
            "shifts_laid_out": .number(planned.model.shiftsLaidOut),
        ])
    }

    static func score(_ score: PlanScore) -> JSON {
        var parts = JSON.Members(PlanScore.Part.allCases.map { ($0.rawValue, JSON.decimal(score[$0])) })
        parts["total"] = .decimal(PlanScore.points(score.total))
        return .object(parts)
    }

    private var unfilled: [JSON] {
        let unfilled = planned.model.unfilled(in: planned.outcome.plan)
        guard !unfilled.isEmpty else { return [] }
        let exclusions = SlotExclusions(planned.book)
        return unfilled.map { number, empty in
            let slot = planned.model.slots[number]
            guard case .object(var fields) = Self.slot(slot, in: place) else { return .null }
            fields["empty"] = .number(empty)
            fields["excluded"] = Self.excluded(exclusions.reasons(at: slot), in: place, planned.desk.output)
            return .object(fields)
        }
    }

    /// Why people cannot stand somewhere, as in `check --json`.
    static func excluded(_ groups: [Exclusion], in place: Place, _ output: OutputOptions) -> JSON {
        let wording = FindingWording(place: place)
        return .list(
            groups.map { group in
                .object([
                    "reason": .text(output.text(wording.reason(group))), "count": .number(group.people.count),
                    "people": .list(group.people.map { .text(place[$0].id.text) }),
                ])
            })
    }

    /// Who stands when, by unit, post and time; `new` is whoever did not stand there before.
    private var assignments: [JSON] {
        let before = Set(planned.desk.loaded.book.roster.assignments.map(Stand.init))
        return planned.roster.assignments.map { assignment in
            let person = place[assignment.person]
            return .object([
                "unit": .text(place[assignment.unit].id.text), "post": .text(place[assignment.post].key.text),
                "date": .text(assignment.date.description),
                "shift": .optional(TableSlot(assignment, in: place).map { place[$0.shift].key.text }),
                "from": .text(place.zone.iso(assignment.interval.start)),
                "to": .text(place.zone.iso(assignment.interval.end)), "person": .text(person.id.text),
                "name": .text(person.name), "pinned": .flag(assignment.isPinned),
                "new": .flag(!before.contains(Stand(assignment))),
            ])
        }
    }

    /// Somebody in a shift at a post.
    private struct Stand: Hashable {
        let unit: Ordinal<Rosters.Unit>
        let post: Ordinal<Post>
        let interval: Interval
        let person: Ordinal<Person>

        init(_ assignment: Assignment) {
            (unit, post) = (assignment.unit, assignment.post)
            (interval, person) = (assignment.interval, assignment.person)
        }
    }

    static func slot(_ slot: PlanSlot, in place: Place) -> JSON {
        .object([
            "unit": .text(place[slot.unit].id.text), "post": .text(place[slot.post].key.text),
            "date": .text(slot.date.description), "from": .text(place.zone.iso(slot.interval.start)),
            "to": .text(place.zone.iso(slot.interval.end)),
        ])
    }

    private var rules: JSON {
        .object(
            JSON.Members(
                RuleBook.rules.map { type in
                    let found = planned.report.findings.filter { $0.rule == type.name }
                    return (
                        type.name.rawValue,
                        JSON.object([
                            "errors": .number(found.count { $0.severity == .error }),
                            "warnings": .number(found.count { $0.severity == .warning }),
                        ])
                    )
                }))
    }

    private var people: [JSON] {
        planned.model.fairness(of: planned.outcome.plan).map { row in
            .object([
                "person": .text(place[row.person].id.text), "unit": .text(place[place[row.person].unit].id.text),
                "duties": .number(row.duties), "load": Self.halfDays(row.load), "history": Self.halfDays(row.history),
                "rank_in_unit": .number(row.rankInUnit),
            ])
        }
    }

    static func halfDays(_ load: Int64) -> JSON { .decimal(Double(load) / Double(ScoreUnit.halfDay)) }
}
