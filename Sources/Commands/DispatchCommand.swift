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

    @Option(name: .customLong("heartbeat-file"), help: "心跳文件：一切正常时每秒改写 / a file that is rewritten while all is well")
    var heartbeatFile: String?

    @Option(
        name: .customLong("heartbeat-url"),
        help: "心跳地址：一切正常时定时访问（DUTY_HEARTBEAT_URL）/ an address that is called while all is well")
    var heartbeatURL: String?

    @Option(
        name: .customLong("heartbeat-every"), help: "访问心跳地址的最短间隔（秒）/ least seconds between two calls of the address")
    var heartbeatPause = 60

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        guard !isUntilIdle || heartbeatFile == nil && heartbeatURL == nil else {
            throw ValidationError(
                "--until-idle 不写心跳，不能与 --heartbeat-file、--heartbeat-url 同用 / --until-idle gives no heartbeat")
        }
    }

    func run() async throws {
        let heartbeat = try self.heartbeat()
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
            desk: desk, courier: courier, id: id, time: Machine.time, isRunning: Machine.isRunning,
            heartbeat: heartbeat, log: log)
        let mark = desk.store.clock.isDrill ? DeskWording.drillMark : Phrase("")
        if isUntilIdle {
            try await engine.runUntilIdle()
            if isJSON { Terminal.say(JSON.object(["idle": .flag(true)]).line()) }
            output.note(mark + DeskWording.idle)
            OpenDesk.warn(desk.store, output)
        } else {
            output.note(mark + DeskWording.engineStarted)
            let services = ServiceGroup(
                services: [engine], gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
            try await services.run()
        }
    }

    /// The address may hold a secret, so it can come from the environment, which no list of processes shows.
    private func heartbeat() throws -> Heartbeat? {
        let text = heartbeatURL ?? ProcessInfo.processInfo.environment["DUTY_HEARTBEAT_URL"]
        let address = try text.flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let address = HeartbeatAddress(text) else { throw Misuse.wrongAddress("--heartbeat-url") }
            return address
        }
        guard heartbeatPause >= 0 else {
            throw Misuse.wrongNumber(option: "--heartbeat-every", found: "\(heartbeatPause)")
        }
        guard heartbeatFile != nil || address != nil else { return nil }
        if let file = heartbeatFile {
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            guard FileManager.default.fileExists(atPath: folder) else { throw Misuse.noSuchFolder(folder) }
        }
        return Heartbeat(
            file: heartbeatFile, address: address, pause: .seconds(heartbeatPause),
            language: output.resolvedLanguage)
    }
}
