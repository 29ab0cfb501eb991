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
            "people": .list(people), "shifts_laid_out": .number(planned.model.shiftsLaidOut),
        ])
    }

    static func score(_ score: PlanScore) -> JSON {
        var parts = JSON.Members(PlanScore.Part.allCases.map { ($0.rawValue, JSON.decimal(score[$0])) })
        parts["total"] = .decimal(PlanScore.points(score.total))
        return .object(parts)
    }

    private var unfilled: [JSON] {
        planned.model.unfilled(in: planned.outcome.plan).map { slot, empty in
            guard case .object(var fields) = Self.slot(planned.model.slots[slot], in: place) else { return .null }
            fields["empty"] = .number(empty)
            return .object(fields)
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
