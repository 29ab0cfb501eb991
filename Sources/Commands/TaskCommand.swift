import ArgumentParser
import Calendars
import Dispatching
import Incidents
import Rosters
import Wording

/// `duty task give|done|close`: leaders' instructions and tasks of an incident.
struct TaskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task",
        abstract: "批示和任务：交办、办理、销号 / instructions and tasks: given, done, closed by a second person",
        subcommands: [TaskGiveCommand.self, TaskDoneCommand.self, TaskCloseCommand.self])
}

/// `duty task give N --by LEADER --owner PERSON --measure TEXT --due T`.
struct TaskGiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "give", abstract: "交办：登记批示或任务并告知责任人 / give a task; its owner is told")

    @OptionGroup var incident: IncidentOptions

    @Option(name: .customLong("by"), help: "交办人（作批示的领导）/ who gives it")
    var person: String

    @Option(help: "责任人 / who is to do it")
    var owner: String

    @Option(help: "措施 / what is to be done")
    var measure: String

    @Option(help: "办结时限 / until when")
    var due: String

    @Option(help: "临时措施 / what is done until then")
    var interim: String?

    @Option(help: "批示原文 / the words of the instruction")
    var instruction: String?

    func run() throws {
        guard let measure = filled(measure) else { throw Misuse.missingOption("--measure") }
        try incident.answer { open, number in
            let due = try open.lookup.instant(due)
            if due <= open.now { incident.output.note(DeskWording.taskDueAlready) }
            let order = TaskOrder(
                instruction: filled(instruction), givenBy: try open.lookup.person(person),
                owner: try open.lookup.person(owner), measure: measure, due: due, interim: filled(interim))
            return try open.desk.handle(.taskGiven(order), of: number, at: open.now)
        }
    }
}

/// `duty task done N TASK --by PERSON --result TEXT`.
struct TaskDoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done", abstract: "办理完成，等待销号 / the task is done and waits to be closed")

    @OptionGroup var incident: IncidentOptions

    @Argument(help: "任务序号 / task number")
    var task: Int

    @Option(name: .customLong("by"), help: "由谁 / by whom")
    var person: String

    @Option(help: "办理结果 / what was done")
    var result: String

    func run() throws {
        guard filled(result) != nil else { throw Misuse.missingOption("--result") }
        try incident.answer { open, number in
            let by = try open.lookup.person(person)
            return try open.desk.handle(.taskDone(task, by: by, result: result), of: number, at: open.now)
        }
    }
}

/// `duty task close N TASK --by PERSON`: a second person has seen that it is done (销号).
struct TaskCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "销号：由第二人核实后关闭 / closed by a second person who has seen it done")

    @OptionGroup var incident: IncidentOptions

    @Argument(help: "任务序号 / task number")
    var task: Int

    @Option(name: .customLong("by"), help: "由谁（不能是办理人或责任人）/ by whom (neither the owner nor who did it)")
    var person: String

    @Option(name: .customLong("result"), help: "核实情况 / what was seen")
    var result: String?

    func run() throws {
        try incident.answer { open, number in
            let by = try open.lookup.person(person)
            let event = IncidentEvent.taskClosed(task, by: by, result: filled(result) ?? "")
            return try open.desk.handle(event, of: number, at: open.now)
        }
    }
}
