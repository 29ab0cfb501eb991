import Calendars
import Dispatching
import DutyStore
import Rosters

@testable import Incidents

/// A small county with one office and two people.
enum Examples {
    static let noon = instant("2026-10-01T12:00")

    static func instant(_ text: String) -> Instant {
        Zone.shanghai.instant(parsing: text) ?? Instant(seconds: 0)
    }

    static func date(_ text: String) -> CivilDate {
        CivilDate(text) ?? CivilDate(dayNumber: 0)
    }

    static let li = Person(
        id: "p001", name: "李建国", unit: Ordinal(0), mobile: "13900000001", officePhone: "0000-5550001")
    static let zhang = Person(id: "p002", name: "张卫东", unit: Ordinal(0), mobile: "13900000002")

    static func place(
        _ key: String = "qinghe", zone: Zone = .shanghai, unit: UnitID = "emergency-office",
        people: [Person] = [li, zhang]
    ) -> Place {
        let windows: [DaySelector: [ClockWindow]] = [
            .kind(.restday): [], .date(date("2026-10-01")): [], .label(.newYearsEve): [],
        ]
        let leader = Post(key: "leader", name: "带班领导", tier: .leader)
        let officer = Post(key: "officer", name: "值班员", tier: .dutyOfficer, cover: .windows(windows))
        return Place(
            key: key, name: "清河县", zone: zone, ranks: ["科员"], shifts: [], posts: [leader, officer],
            units: [Unit(id: unit, name: "应急管理局", dutyPhone: "0000-5550110", posts: [Ordinal(0), Ordinal(1)])],
            people: people, absences: [],
            rules: RuleSettings([.rest: RuleSetting(hours: 12), .weekday: RuleSetting(level: .off)]))
    }

    /// A period of whole days in which one person leads the first day and another the second.
    static func book(
        _ period: String = "2026-national-day", from: String = "2026-10-01", to: String = "2026-10-02",
        place: Place = place(), leaders: [Int] = [0, 1], post: Int = 0
    ) -> RosterBook {
        let first = date(from)
        let assignments = leaders.enumerated().map { offset, person in
            let day = first + offset
            return Assignment(
                person: Ordinal(person), unit: Ordinal(0), post: Ordinal(post), date: day,
                interval: Interval(start: place.zone.startOfDay(day), end: place.zone.startOfDay(day + 1)),
                line: offset + 2)
        }
        let requirement = UnitRequirement(
            unit: Ordinal(0), posts: [PostRequirement(post: Ordinal(0), count: nil, rank: nil, cover: nil)])
        return RosterBook(
            calendar: HolidayCalendar(notices: []), place: place,
            roster: Roster(
                period: Period(
                    key: period, kind: .special, span: .dates(from: first, to: date(to)), requires: [requirement],
                    received: [Ordinal(0): noon]),
                tables: [UnitTable(unit: Ordinal(0), file: "emergency-office.csv", posts: [Ordinal(0)])],
                assignments: assignments))
    }

    /// A machine whose clock nobody sets.
    static func time(_ now: @escaping @Sendable () -> Instant) -> MachineTime {
        MachineTime {
            let now = now()
            return ClockReading(now: now, uptime: now - noon, boot: "test")
        }
    }

    static let policy = Policy(fallback: [.person("p001")], contact: ["call"])

    static let plan = EscalationPlan(
        origin: .policy,
        ladder: Ladder(name: "default", steps: [Step(tell: [.tier(.leader)], wait: .minutes(5))]),
        fallback: [.person("p001")], roundPause: .minutes(5), ways: [.call])

    static func intake(receivedAt: Instant = noon, unit: UnitID? = "emergency-office", informant: String? = nil)
        -> IncidentIntake
    {
        IncidentIntake(
            facts: IncidentFacts(
                what: "仓库起火", place: "城东", unit: unit, category: .accident, type: nil, happenedAt: nil,
                receivedAt: receivedAt, recordedAt: receivedAt, casualties: Casualties(dead: 0)),
            grading: Grading(computed: nil, chosen: nil), plan: plan, policy: policy,
            caller: informant.map { Caller(name: $0.isEmpty ? nil : $0) })
    }

    /// A message to the first person, in a round of its own where told so.
    static func message(_ number: IncidentNumber, round: Int = 1, due: Instant = noon) -> Message {
        let told = Told(
            recipient: .person("p001"), round: round, step: 1, unit: "emergency-office", post: "leader",
            target: .tier(.leader), ways: ["call"])
        return Message(
            id: MessageID(incident: number, told: told), owner: .incident(number), round: round, step: 1,
            recipient: told.recipient, unit: told.unit, post: told.post, target: told.target, channel: .call,
            createdAt: noon, answerBy: noon + .minutes(5), state: .pending, attempts: 0, nextTryAt: due)
    }
}

extension DutyStore {
    /// Records an incident and puts one message in its outbox.
    func reportAndTell(due: Instant = Examples.noon) throws -> (Incident, Message) {
        let incident = try record(Examples.intake(), at: Examples.noon)
        let message = Examples.message(incident.number, due: due)
        let changed = try change(incident.number, at: Examples.noon) { incident, _, _ in
            var escalation = incident.escalation
            escalation.stepsDone = 1
            escalation.nextStepAt = Examples.noon + .minutes(5)
            return incident.changed(to: escalation, messages: [message])
        }
        return (changed, message)
    }
}

extension Incident {
    /// A decision as a test wishes it, whatever the machine would decide.
    func changed(
        to escalation: Escalation? = nil, messages: [Message] = [], cancelled: [MessageID] = [],
        records: [Record] = []
    ) -> IncidentChange {
        var wished = self
        wished.escalation = escalation ?? self.escalation
        var change = IncidentChange(wished)
        for record in records { change.note(record, at: Examples.noon) }
        change.messages = messages
        change.cancelled = cancelled
        return change
    }
}
