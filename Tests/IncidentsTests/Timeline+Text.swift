import Calendars
import Incidents
import Rosters

extension IncidentChange {
    /// The decision as a timeline draws it: its reasons, what it takes back, and where the incident now stands.
    var lines: [String] {
        var lines = records.flatMap { $0.lines(in: incident) }.map { "  → " + $0 }
        let explained = records.compactMap { record -> MessageID? in
            guard case .delivered(let id, _, .failedForGood) = record else { return nil }
            return id
        }
        let reason = explained == cancelled ? "" : ", without a reason"
        if !cancelled.isEmpty { lines.append("  → cancels " + cancelled.map(\.text).joined(separator: ", ") + reason) }
        return lines + ["  = " + incident.standing]
    }
}

extension Incident {
    /// Where it stands on its ladder, and what else it waits for before that goes on.
    fileprivate var standing: String {
        var words = [escalation.phase.rawValue, "round \(escalation.round)", "step \(escalation.stepsDone)"]
        if let next = escalation.nextStepAt { words.append("next \(next.clock)") }
        if let again = escalation.askAgainAt { words.append("asks again \(again.clock)") }
        if escalation.isUnroutable { words.append("unroutable") }
        if escalation.isUnreachable { words.append("unreachable") }
        switch nextTimer {
        case (.clock(let id), let at)?: words.append("clock \(id) at \(at.clock)")
        case (.task(let id), let at)?: words.append("task \(id) at \(at.clock)")
        case (.standby, let at)?: words.append("standby at \(at.clock)")
        case (.step, _)?, (.askAgain, _)?, nil: break
        }
        return words.joined(separator: ", ")
    }
}

extension Told {
    var reason: String {
        let stands = unit.flatMap { unit in post.map { ", at \(unit)/\($0)" } }
        return target.text + (stands ?? "") + (turn.map { ", \($0.rawValue)" } ?? "")
            + (notice.map { ", of \($0.text)" } ?? "")
    }
}

extension [TargetMiss] {
    var text: String { map(\.text).joined(separator: "; ") }
}

extension TargetMiss {
    var text: String {
        switch cause {
        case .nobodyOnDuty: "\(target.text) (nobody on duty)"
        case .noSuchUnit: "\(target.text) (no such unit)"
        case .noSuchPerson: "\(target.text) (no such person)"
        case .noPhone: "\(target.text) (no phone)"
        case .noUnitAbove: "\(target.text) (no unit above)"
        case .noPostHandles: "\(target.text) (no post handles it)"
        case .noLeaderInCharge: "\(target.text) (no leader in charge)"
        case .noWay(let person): "\(target.text) (no way to \(person))"
        }
    }
}

extension Target {
    /// As `policy.yaml` writes it.
    var text: String {
        switch self {
        case .tier(let tier): "tier:\(tier.rawValue)"
        case .post(let post): "post:\(post)"
        case .handling: "handling"
        case .fieldLeader: "field-leader"
        case .person(let person): "person:\(person)"
        case .phone(let unit): "phone:\(unit)"
        case .unitAbove: "unit-above"
        }
    }
}

extension IncidentConflict.Cause {
    func text(in phase: Escalation.Phase) -> String {
        switch self {
        case .phase: "it is \(phase)"
        case .mergedInto(let other): "it is part of \(other)"
        case .notMerged: "it is no part of another"
        case .sameIncident: "it is itself"
        case .noSuchTask(let id): "no task \(id)"
        case .taskNotDone(let id): "task \(id) is not done"
        case .taskDone(let id): "task \(id) is done"
        case .taskClosed(let id): "task \(id) is closed"
        case .needsSecondPerson(let person): "a second person is needed beside \(person)"
        }
    }
}
