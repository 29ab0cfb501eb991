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

    /// Prints where the incident stands now.
    func answer(_ incident: Incident, _ open: OpenDesk) throws {
        if output.isJSON {
            let json = IncidentJSON(incident: incident, zone: open.lookup.zone, isDrill: open.store.clock.isDrill)
            Terminal.say(try JSON.object(json.summary).rendered())
        } else {
            let last = try open.store.ledger(of: incident.number).last
            let text = last.map { RecordWording(names: open.lookup.names).text($0.record) } ?? Phrase("")
            output.say(
                open.mark + Phrase("\(incident.number) ") + incident.escalation.phase.phrase + Phrase(zh: "：", en: ": ")
                    + text)
        }
        try open.warnWithoutEngine(output)
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
        let (open, number) = try incident.open()
        let by = try open.lookup.person(person)
        try incident.answer(try open.desk.handle(.acknowledged(by: by), of: number, at: open.now), open)
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
        let (open, number) = try incident.open()
        let event = IncidentEvent.closed(by: try open.lookup.person(person), reason: reason)
        try incident.answer(try open.desk.handle(event, of: number, at: open.now), open)
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
        let (open, number) = try incident.open()
        let event = IncidentEvent.reopened(by: try open.lookup.person(person), reason: reason)
        _ = try open.desk.handle(event, of: number, at: open.now)
        try incident.answer(try open.desk.runStep(of: number, at: open.now), open)
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
        let (open, number) = try incident.open()
        let recipient = try open.lookup.recipient(person)
        let called = try open.desk.called(recipient, outcome: outcome, of: number, at: open.now)
        let isDue = called.escalation.nextStepAt.map { $0 <= open.now } ?? false
        try incident.answer(isDue ? try open.desk.runStep(of: number, at: open.now) : called, open)
    }
}
