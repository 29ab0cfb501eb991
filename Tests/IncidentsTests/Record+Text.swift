import Calendars
import Incidents
import Rosters

extension Record {
    /// The entry as a timeline draws it; `incident` is as the whole decision left it.
    func lines(in incident: Incident) -> [String] {
        switch self {
        case .stepRun(_, let step, let ladder, let until, let misses):
            ["step \(step) of \(ladder) until \(until.clock)"] + misses.map { "misses \($0.text)" }
        case .stepEmpty(_, let step, let misses): ["step \(step) tells nobody: \(misses.text)"]
        case .told(_, let told): ["tells \(told.recipient.text) over \(told.channel): \(told.reason)"]
        case .roundEnded(let round, let next, let toldNobody):
            ["round \(round) ends, \(toldNobody ? "told nobody" : "nobody answered"), again \(next.clock)"]
        case .stepHurried(_, let step): ["step \(step) is out of ways"]
        case .held(let until, let reason): ["waits until \(until.clock): \(reason)"]
        case .exhausted(let message): ["no way is left to \(message.text.split(separator: "/").dropLast().last ?? "")"]
        case .resumed: ["a further entry answers it"]
        case .askedAgain(let silence): ["nothing recorded for \(silence.wholeMinutes) minutes: asks again"]
        case .rerouted(let rerouting): ["begins \(rerouting.plan.ladder.name): \(rerouting.cause.text)"]
        case .delivered, .reported: []  // the former is drawn with what is cancelled
        case .drillStarted, .clockMoved, .published, .clockStepped, .faultFound, .faultOver:
            ["a record that the machine never writes: \(self)"]
        default: [words(in: incident)].compactMap { $0 }
        }
    }

    /// What people did, and what they are told beside the ladder.
    private func words(in incident: Incident) -> String? {
        switch self {
        case .acknowledged(let person, let wasTold, let stops, let phones):
            "\(person), \(wasTold ? "told" : "not told"), acknowledges"
                + (phones ?? []).map { " for phone:\($0)" }.joined() + " and stops \(stops ? "it" : "nothing")"
        case .declined(let person, let reason, let wasTold, let hurries):
            "\(person), \(wasTold ? "told" : "not told"), declines: \(reason)\(hurries ? "; the ladder goes on" : "")"
        case .called(let recipient, _, let outcome): "\(recipient.text) is called: \(outcome.rawValue)"
        case .closed(let person, let reason): "\(person) closes it: \(reason)"
        case .reopened(let person, let reason): "\(person) reopens it: \(reason)"
        case .merged(let other, let person, let reason): "\(person) merges it into \(other): \(reason)"
        case .absorbed(let other, let person): "\(person) takes \(other) up"
        case .split(let other, let person, let reason): "\(person) splits it from \(other): \(reason)"
        case .released(let other, let person): "\(person) lets \(other) go"
        case .followedUp(let followUp): followUp.text
        case .standbyOrdered(let posts, let again, let misses):
            "standby of \(posts.isEmpty ? "nobody" : posts.map(\.text).joined(separator: ", "))"
                + (again.map { ", again \($0.clock)" } ?? ", for the last time")
                + (misses.isEmpty ? "" : ", misses \(misses.text)")
        case .noticeMissed(let notice, let misses): "nobody hears of \(notice.text): \(misses.text)"
        default: clockWords(in: incident)
        }
    }

    private func clockWords(in incident: Incident) -> String? {
        switch self {
        case .clockStarted(let id, let deadline):
            "clock \(id): \(deadline.to) over \(deadline.over.rawValue) by \(deadline.due?.clock ?? "a time not known")"
        case .clockSet(let id, let due): "clock \(id) is due \(due.clock)"
        case .clockWarned(let id): "clock \(id) is near"
        case .clockOverrun(let id): "clock \(id) is over"
        case .reportedUp(let report, let clocks):
            "reported to \(report.to) over \(report.over.rawValue) at \(report.at.clock), stops "
                + (clocks.isEmpty ? "nothing" : clocks.map { incident.stopped($0) }.joined(separator: ", "))
        case .taskGiven(let task): "task \(task.id) of \(task.givenBy) for \(task.owner) by \(task.due.clock)"
        case .taskReminded(let id): "task \(id) is near"
        case .taskOverdue(let id): "task \(id) is overdue"
        case .taskDone(let id, let completion): "\(completion.by) has done task \(id): \(completion.result)"
        case .taskClosed(let id, let completion): "\(completion.by) closes task \(id): \(completion.result)"
        default: nil
        }
    }
}

extension Incident {
    fileprivate func stopped(_ id: Int) -> String {
        "clock \(id)" + (clocks.first { $0.id == id }?.isLate == true ? " late" : "")
    }
}

extension Record.FollowUp {
    fileprivate var text: String {
        let grade = (grading.grade?.rawValue ?? "unknown") + (grading.isProvisional ? " at least" : "")
        return "\(isFinal ? "final report" : "follow-up") \(ordinal), grade \(grade)"
            + (grading.lapsed.map { ", no longer \($0.grade.rawValue)" } ?? "")
            + (isGradeFrozen ? ", too late for another" : "")
    }
}

extension Record.Rerouting.Cause {
    fileprivate var text: String {
        switch self {
        case .gradeRaised(let old, let new): "grade raised from \(old.rawValue) to \(new.rawValue)"
        case .unitChanged: "another unit"
        case .kindChanged: "another kind"
        }
    }
}
