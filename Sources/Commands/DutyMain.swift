import ArgumentParser
import Foundation
import Wording

/// Parses, runs, and turns every error into one clear text and the exit code of DESIGN.md section 6.
package enum DutyMain {
    package static func run(_ arguments: [String]) async -> Never {
        let language = Settings.language(
            flag: Settings.flag("--lang", in: arguments), environment: ProcessInfo.processInfo.environment)
        var command: any ParsableCommand
        do {
            command = try DutyCommand.parseAsRoot(arguments)
        } catch {
            exitAfterParsing(error, language: language)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Foundation.exit(0)
        } catch let quiet as QuietExit {
            Foundation.exit(quiet.code)
        } catch let clean as CleanExit {
            exitAfterParsing(clean, language: language)
        } catch {
            let trouble = Trouble(error)
            Terminal.complain(trouble.phrase.text(in: language))
            Foundation.exit(trouble.exitCode)
        }
    }

    /// Help goes to stdout with 0; wrong usage to stderr with 2.
    private static func exitAfterParsing(_ error: any Error, language: Language) -> Never {
        let text = DutyCommand.fullMessage(for: error)
        guard DutyCommand.exitCode(for: error) != .success else {
            Terminal.say(text)
            Foundation.exit(0)
        }
        let head = Phrase(zh: "用法有误：", en: "wrong usage: ").text(in: language)
        Terminal.complain(head + text.replacingOccurrences(of: "Error: ", with: ""))
        Foundation.exit(2)
    }
}

/// Ends a command whose results already say what did not hold.
struct QuietExit: Error {
    let code: Int32

    static let didNotHold = QuietExit(code: 1)
    static let unreadable = QuietExit(code: 2)
}

/// 值班 — the root of all verbs.
struct DutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty",
        abstract: "应急值班：查缺岗、联系到人、留记录 / Emergency duty: find the gap, reach the person, keep the record",
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, PublishCommand.self, WhoCommand.self, ReportCommand.self, AcknowledgeCommand.self,
            CalledCommand.self, CloseCommand.self, ReopenCommand.self, ShowCommand.self, ListCommand.self,
            DispatchCommand.self, DrillCommand.self, LedgerCommand.self,
        ])
}
