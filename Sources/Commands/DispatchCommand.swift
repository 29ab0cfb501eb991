import ArgumentParser
import Dispatching
import DutyStore
import Foundation
import Incidents
import Logging
import Notifications
import Rosters
import ServiceLifecycle
import UnixSignals
import Wording

/// `duty dispatch`: the engine in the foreground.
struct DispatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispatch", abstract: "运行告知引擎：告知、升级告知、发送消息 / run the engine: tell, escalate, deliver")

    @Flag(name: .customLong("until-idle"), help: "处理完到期事项即退出 / stop when nothing is due")
    var isUntilIdle = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let desk = Desk(store: try database.open(output))
        let id = EngineID.random(host: Machine.host, process: Machine.process)
        let channels = try desk.store.places().compactMap {
            try desk.store.dutyBoard(at: Machine.now(), place: $0.key).policy
        }
        .flatMap(\.channels)
        let isJSON = output.isJSON
        let notifiers = NotifierSet(
            channels, environment: ProcessInfo.processInfo.environment,
            print: { text in try Terminal.write(isJSON ? JSON.object(["print": .text(text)]).line() : text) })
        let courier = Courier(desk: desk, notifiers: notifiers, engine: id, language: output.resolvedLanguage)
        var log = Logger(label: "duty.dispatch", factory: { StreamLogHandler.standardError(label: $0) })
        log.logLevel = .notice
        let engine = Engine(
            desk: desk, courier: courier, id: id, machineNow: Machine.now,
            isRunning: Machine.isRunning, log: log)
        let mark = desk.store.clock.isDrill ? DeskWording.drillMark : Phrase("")
        if isUntilIdle {
            try await engine.runUntilIdle()
            if isJSON { Terminal.say(JSON.object(["idle": .flag(true)]).line()) }
            output.note(mark + DeskWording.idle)
            try OpenDesk(desk.store).warnWithoutEngine(output)
        } else {
            output.note(mark + DeskWording.engineStarted)
            let services = ServiceGroup(
                services: [engine], gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
            try await services.run()
        }
    }
}
