import ArgumentParser
import Foundation
package import Wording

/// Parses, runs, and turns every error into one clear text and the exit code of DESIGN.md section 6.
package enum DutyMain {
    package static func run(_ arguments: [String]) async -> Never {
        // A reader that goes away and a file that may not grow are errors of that write, not the end of the engine.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let language = Settings.language(
            flag: Settings.flag("--lang", in: arguments), environment: ProcessInfo.processInfo.environment)
        do {
            var command = try DutyCommand.parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Foundation.exit(0)
        } catch let quiet as QuietExit {
            Foundation.exit(quiet.code)
        } catch {
            exit(after: error, language: language)
        }
    }

    /// What a command line is refused with before anything runs, or answered where it asks for help; nil: it would run.
    package static func refusal(parsing arguments: [String], language: Language) -> (text: String, exitCode: Int32)? {
        do {
            _ = try DutyCommand.parseAsRoot(arguments)
            return nil
        } catch {
            return answer(to: error, language: language)
        }
    }

    private static func exit(after error: any Error, language: Language) -> Never {
        let (text, code) = answer(to: error, language: language)
        if code == 0 { Terminal.say(text) } else { Terminal.complain(text) }
        Foundation.exit(code)
    }

    /// Our own errors say themselves; the parser's are help (0) or wrong usage (2); the rest are faults.
    private static func answer(to error: any Error, language: Language) -> (text: String, exitCode: Int32) {
        if let trouble = trouble(error) { return (trouble.phrase.text(in: language), trouble.exitCode) }
        let text = DutyCommand.fullMessage(for: error)
        switch DutyCommand.exitCode(for: error) {
        case .success: return (text, 0)
        case .validationFailure:
            let verbs = DutyCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
            return (UsageWording.phrase(of: text, verbs: verbs).text(in: language), 2)
        default: return (Fault.failed("\(error)").phrase.text(in: language), 3)
        }
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
            CheckCommand.self, ProveCommand.self, PlanCommand.self, PublishCommand.self, WhoCommand.self,
            RelieveCommand.self,
            SwapCommand.self, AbsentCommand.self, ChangeCommand.self, ReportCommand.self,
            FollowUpCommand.self, WarnCommand.self, AcknowledgeCommand.self, DeclineCommand.self, CalledCommand.self,
            ReportedCommand.self, TaskCommand.self, MergeCommand.self, SplitCommand.self, CloseCommand.self,
            ReopenCommand.self, ShowCommand.self, ListCommand.self,
            HandoverCommand.self, LogCommand.self, RollCallCommand.self, NilReportCommand.self, ReadyCommand.self,
            ContactCommand.self, DoctorCommand.self,
            DispatchCommand.self, DrillCommand.self, LedgerCommand.self,
            BackupCommand.self,
        ])
}
