import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

/// The incident that a verb is about, and who acts.
struct IncidentOptions: ParsableArguments {
    @Argument(help: "事件编号，如 2026-0007 / incident number")
    var number: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func open() throws -> (OpenDesk, IncidentNumber) {
        let number = try Lookup.number(number)
        return (try OpenDesk(database, incident: number), number)
    }

    /// Runs a verb on the incident and prints what came of it: every entry that the ledger gained, and where it stands.
    func answer(_ verb: (OpenDesk, IncidentNumber) throws -> Incident) throws {
        let (open, number) = try open()
        let before = try open.store.ledger(of: number).last?.sequence ?? 0
        let incident = try verb(open, number)
        if output.isJSON {
            let json = IncidentJSON(incident: incident, zone: open.lookup.zone, isDrill: open.store.clock.isDrill)
            Terminal.say(try JSON.object(json.summary).rendered())
        } else {
            output.say(open.mark + Phrase("\(incident.number) ") + incident.escalation.phase.phrase)
            let wording = RecordWording(names: open.lookup.names)
            for entry in try open.store.ledger(of: number) where entry.sequence > before {
                output.say(Phrase("  ") + wording.text(entry.record))
            }
        }
        try open.warnWithoutEngine(output, about: number)
    }
}

/// `duty ack N --by PERSON`: somebody answered.
struct AcknowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack", abstract: "签收：停止升级告知（接通≠签收）/ acknowledge: stops the ladder (an answered call does not)")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    func run() throws {
        try incident.answer { open, number in
            let by = try open.lookup.person(person)
            return try open.desk.handle(.acknowledged(by: by), of: number, at: open.now)
        }
    }
}

/// `duty close N --by PERSON --reason TEXT`.
struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "办结 / close an incident")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "办结说明 / why it is closed")
    var reason: String

    func run() throws {
        guard !reason.allSatisfy(\.isWhitespace) else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let event = IncidentEvent.closed(by: try open.lookup.person(person), reason: reason)
            return try open.desk.handle(event, of: number, at: open.now)
        }
    }
}

/// `duty reopen N --by PERSON --reason TEXT`: the ladder begins again at once.
struct ReopenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "恢复办理已办结事件 / reopen a closed incident")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "恢复办理理由 / why it is reopened")
    var reason: String

    func run() throws {
        guard !reason.allSatisfy(\.isWhitespace) else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let event = IncidentEvent.reopened(by: try open.lookup.person(person), reason: reason)
            _ = try open.desk.handle(event, of: number, at: open.now)
            return try open.desk.runStep(of: number, at: open.now)
        }
    }
}

extension CallOutcome: ExpressibleByArgument {}

/// `duty called N PERSON --outcome …`: what came of dialling somebody.
struct CalledCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "called",
        abstract: "登记电话结果：未接通的立即改用下一联系方式 / what came of a call: unless answered, the next way at once")

    @OptionGroup var incident: IncidentOptions

    @Argument(help: "被叫人，或 phone:单位 / who was called, or phone:UNIT")
    var person: String

    @Option(help: "结果：answered 接通|no-answer 无人接听|busy 占线|wrong-number 号码有误 / outcome")
    var outcome: CallOutcome

    func run() throws {
        try incident.answer { open, number in
            let recipient = try open.lookup.recipient(person)
            let before = try open.store.incident(number)?.escalation
            let isWaiting = before?.told.contains { $0.recipient == recipient && $0.standing == .waiting } ?? false
            if !isWaiting { incident.output.note(DeskWording.notWaitingFor(open.lookup.names.recipient(recipient))) }
            let called = try open.desk.called(recipient, outcome: outcome, of: number, at: open.now)
            let isDue = called.escalation.nextStepAt.map { $0 <= open.now } ?? false
            return isDue ? try open.desk.runStep(of: number, at: open.now) : called
        }
    }
}
