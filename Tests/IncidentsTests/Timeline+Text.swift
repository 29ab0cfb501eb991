import Calendars
import Incidents
import Rosters

extension IncidentChange {
    /// The decision as a timeline draws it: its reasons, what it takes back, and where the incident now stands.
    var lines: [String] {
        var lines = records.flatMap(\.lines).map { "  → " + $0 }
        let explained = records.compactMap { record -> MessageID? in
            guard case .delivered(let id, _, .failedForGood) = record else { return nil }
            return id
        }
        let reason = explained == cancelled ? "" : ", without a reason"
        if !cancelled.isEmpty { lines.append("  → cancels " + cancelled.map(\.text).joined(separator: ", ") + reason) }
        return lines + ["  = " + escalation.text]
    }
}

extension Escalation {
    fileprivate var text: String {
        var words = [phase.rawValue, "round \(round)", "step \(stepsDone)"]
        if let nextStepAt { words.append("next \(nextStepAt.clock)") }
        if isUnroutable { words.append("unroutable") }
        if isUnreachable { words.append("unreachable") }
        return words.joined(separator: ", ")
    }
}

extension Record {
    fileprivate var lines: [String] {
        switch self {
        case .stepRun(_, let step, let ladder, let until, let misses):
            ["step \(step) of \(ladder) until \(until.clock)"] + misses.map { "misses \($0.text)" }
        case .stepEmpty(_, let step, let misses):
            ["step \(step) tells nobody: " + misses.map(\.text).joined(separator: "; ")]
        case .told(_, let told): ["tells \(told.recipient.text) over \(told.channel): \(told.reason)"]
        case .roundEnded(let round, let next, let toldNobody):
            ["round \(round) ends, \(toldNobody ? "told nobody" : "nobody answered"), again \(next.clock)"]
        case .stepHurried(_, let step): ["step \(step) is out of ways"]
        case .acknowledged(let person, let wasTold, let stopsLadder):
            [
                "\(person), \(wasTold ? "told" : "not told"), acknowledges and \(stopsLadder ? "stops it" : "stops nothing")"
            ]
        case .closed(let person, let reason): ["\(person) closes it: \(reason)"]
        case .reopened(let person, let reason): ["\(person) reopens it: \(reason)"]
        case .delivered: []  // drawn with what is cancelled
        case .drillStarted, .clockMoved, .published, .reported, .called:
            ["a record that the machine never writes: \(self)"]
        }
    }
}

extension Told {
    fileprivate var reason: String {
        let stands = unit.flatMap { unit in post.map { ", at \(unit)/\($0)" } }
        return target.text + (stands ?? "")
    }
}

extension TargetMiss {
    fileprivate var text: String {
        switch cause {
        case .nobodyOnDuty: "\(target.text) (nobody on duty)"
        case .noSuchUnit: "\(target.text) (no such unit)"
        case .noSuchPerson: "\(target.text) (no such person)"
        case .noPhone: "\(target.text) (no phone)"
        case .noUnitAbove: "\(target.text) (no unit above)"
        case .noPostHandles: "\(target.text) (no post handles it)"
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
        case .person(let person): "person:\(person)"
        case .phone(let unit): "phone:\(unit)"
        case .unitAbove: "unit-above"
        }
    }
}

extension Instant {
    fileprivate var clock: String {
        let minutes = seconds / 60
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return two(minutes / 60) + ":" + two(minutes % 60) + (seconds % 60 == 0 ? "" : "+\(seconds % 60)s")
    }
}
