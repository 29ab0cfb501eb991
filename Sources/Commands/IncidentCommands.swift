import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Wording

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

/// `duty decline N --by PERSON --reason TEXT`: somebody who was told cannot take it.
struct DeclineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "不能承办：说明理由，立即转下一步 / cannot take it: the next step runs at once")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "理由 / why")
    var reason: String

    func run() throws {
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let event = IncidentEvent.declined(by: try open.lookup.person(person), reason: reason)
            return try open.desk.handle(event, of: number, at: open.now)
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
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let event = IncidentEvent.closed(by: try open.lookup.person(person), reason: reason)
            let closed = try open.desk.handle(event, of: number, at: open.now)
            let tasks = closed.tasks.filter(\.isOpen).count
            let clocks = closed.clocks.filter(\.isRunning).count
            if tasks + clocks > 0 { incident.output.note(DeskWording.stillOpen(tasks: tasks, clocks: clocks)) }
            return closed
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
        guard filled(reason) != nil else { throw Misuse.missingOption("--reason") }
        try incident.answer { open, number in
            let event = IncidentEvent.reopened(by: try open.lookup.person(person), reason: reason)
            return try open.desk.handle(event, of: number, at: open.now)
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
            let known = try open.store.incident(number)
            let told = (known?.escalation.told ?? []) + (known?.notices ?? [])
            if !told.contains(where: { $0.recipient == recipient && $0.standing == .waiting }) {
                incident.output.note(DeskWording.notWaitingFor(open.lookup.names.recipient(recipient)))
            }
            return try open.desk.handle(.called(recipient, outcome), of: number, at: open.now)
        }
    }
}
