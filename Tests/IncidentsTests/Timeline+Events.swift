import Calendars
import Incidents
import Rosters
import Testing

/// `03:14 ack p1`: when, what, and the words that belong to it.
struct ScriptLine {
    let text: String
    let at: Instant
    let verb: String
    let words: [String]

    init(_ text: String) throws {
        let words = text.split(separator: " ").map(String.init)
        try #require(words.count >= 2, "an event has a time and a name: \(text)")
        self.text = text
        self.at = Instant(clock: words[0])
        self.verb = words[1]
        self.words = Array(words.dropFirst(2))
    }

    func word(_ index: Int) throws -> String {
        try #require(index < words.count ? words[index] : nil, "a word is missing: \(text)")
    }

    func person(_ index: Int) throws -> PersonID { PersonID(try word(index)) }
    func number(_ index: Int) throws -> Int { try #require(Int(try word(index)), "a number: \(text)") }
    func incident(_ index: Int) throws -> IncidentNumber { try #require(IncidentNumber(try word(index))) }
}

struct UnknownEvent: Error {
    let line: String
}

extension IncidentEvent {
    /// Reads an event:
    ///
    ///     due · ack P · decline P WHY · called P OUTCOME · close P WHY · reopen P WHY
    ///     follow [KEY=VALUE…] [final] · reported TO phone|written [AT]
    ///     task OWNER MEASURE DUE GIVER · done ID P RESULT · close-task ID P RESULT
    ///     merge N P WHY · split P WHY · absorb N P · release N P
    init(_ line: ScriptLine) throws {
        switch line.verb {
        case "due": self = .due
        case "ack": self = .acknowledged(by: try line.person(0))
        case "decline": self = .declined(by: try line.person(0), reason: try line.word(1))
        case "called":
            self = .called(Recipient(try line.word(0)), try #require(CallOutcome(rawValue: try line.word(1))))
        case "close": self = .closed(by: try line.person(0), reason: try line.word(1))
        case "reopen": self = .reopened(by: try line.person(0), reason: try line.word(1))
        case "follow": self = .followedUp(try FollowUpDraft(line))
        case "reported": self = .reportedUp(try UpwardReport(line))
        case "task":
            self = .taskGiven(
                TaskOrder(
                    givenBy: try line.person(3), owner: try line.person(0), measure: try line.word(1),
                    due: Instant(clock: try line.word(2))))
        case "done": self = .taskDone(try line.number(0), by: try line.person(1), result: try line.word(2))
        case "close-task": self = .taskClosed(try line.number(0), by: try line.person(1), result: try line.word(2))
        case "merge": self = .merged(into: try line.incident(0), by: try line.person(1), reason: try line.word(2))
        case "split": self = .split(by: try line.person(0), reason: try line.word(1))
        case "absorb": self = .absorbed(try line.incident(0), by: try line.person(1))
        case "release": self = .released(try line.incident(0), by: try line.person(1))
        default: throw UnknownEvent(line: line.text)
        }
    }
}

extension UpwardReport {
    fileprivate init(_ line: ScriptLine) throws {
        self.init(
            to: try line.word(0), over: try #require(ReportMedium(rawValue: try line.word(1))),
            at: line.words.count > 2 ? Instant(clock: line.words[2]) : line.at, by: "p2")
    }
}

extension FollowUpDraft {
    fileprivate init(_ line: ScriptLine) throws {
        var update = FactsUpdate()
        var chosen: ChosenGrade?
        func known<Value>(_ value: Value?) throws -> Value { try #require(value, "an unknown value: \(line.text)") }
        for word in line.words where word != "final" {
            let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
            try #require(pair.count == 2, "KEY=VALUE: \(word)")
            switch pair[0] {
            case "what": update.what = pair[1]
            case "unit": update.unit = UnitID(pair[1])
            case "category": update.category = try known(Category(rawValue: pair[1]))
            case "type": update.type = pair[1]
            case "happened": update.happenedAt = Instant(clock: pair[1])
            case "learned": update.learnedAt = Instant(clock: pair[1])
            case "verified": update.verifiedAt = Instant(clock: pair[1])
            case "dead": update.casualties.dead = Int(pair[1])
            case "missing": update.casualties.missing = Int(pair[1])
            case "serious": update.casualties.serious = Int(pair[1])
            case "loss": update.casualties.lossYuan = Int(pair[1])
            case "warning": update.warningLevel = try known(WarningLevel(rawValue: pair[1]))
            case "grade":
                chosen = ChosenGrade(grade: try known(Grade(rawValue: pair[1])), reason: "研判", by: "p2")
            default: throw UnknownEvent(line: line.text)
            }
        }
        self.init(
            update: update, chosen: chosen, by: "p2", receivedAt: line.at, isFinal: line.words.contains("final"))
    }
}

extension Instant {
    /// 00:00 on 1 October 2026 in China.
    static let midnight = Instant(seconds: 1_790_784_000)

    /// `03:12` on 1 October 2026 in China; hours beyond 24 go on into the next days.
    init(clock: String) {
        let parts = clock.split(separator: ":").compactMap { Int($0) }
        self = .midnight + .minutes(parts[0] * 60 + parts[1])
    }

    var clock: String {
        let seconds = seconds - Self.midnight.seconds
        func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        return two(seconds / 3600) + ":" + two(seconds / 60 % 60) + (seconds % 60 == 0 ? "" : "+\(seconds % 60)s")
    }
}
