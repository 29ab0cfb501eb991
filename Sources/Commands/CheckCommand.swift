import ArgumentParser
import RosterFiles
import RosterRules
import Rosters
import Wording

/// `duty check PATH…`: the coverage proof and all rules over files.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "校验值班表：逐分钟核查有无缺岗 / check that every required minute is covered")

    @Argument(help: "时期文件夹，或其上级 / period folders, or a folder of them")
    var paths: [String] = []

    @Option(name: .customLong("in-force"), help: "校验已发布的时期（时期键）/ check the published version of a period")
    var inForce: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        if let inForce {
            guard paths.isEmpty else { throw Misuse.pathOrInForce }
            let (book, _) = try Progress.during(ProgressWording.reading(inForce), output) {
                try InForce.load(inForce, from: try database.openExisting())
            }
            try answer([(book, check(book, by: Cores(progress: Progress(output))))])
        } else {
            guard !paths.isEmpty else { throw Misuse.pathOrInForce }
            try checkFiles()
        }
    }

    private func checkFiles() throws {
        let periods = try paths.flatMap { try RosterFolder.periods(at: $0) }
        var checked: [(RosterBook, CheckReport)] = []
        var problems: [Diagnostic] = []
        for folder in periods {
            do {
                let cores = Cores(progress: Progress(output))
                defer { cores.progress?.end() }
                let loaded = try RosterFolder.load(folder, by: cores)
                cores.progress?.end()
                for diagnostic in loaded.diagnostics { Terminal.complain(diagnostic.text(in: output.resolvedLanguage)) }
                let report = check(loaded.book, by: cores)
                for phrase in UnusedRows(book: loaded.book, window: report.window).phrases { output.note(phrase) }
                checked.append((loaded.book, report))
            } catch let unreadable as Unreadable {
                problems += unreadable.diagnostics.filter { !problems.contains($0) }
            }
        }
        guard problems.isEmpty else { throw output.refuse(problems) }
        UntilExit.keep(checked)
        try answer(checked)
    }

    private func check(_ book: RosterBook, by cores: Cores) -> CheckReport {
        cores.progress?.begin(
            ProgressWording.checking(book.place.name, period: book.roster.period.key),
            total: book.place.units.count, walks: Check.walks)
        defer { cores.progress?.end() }
        return Check.run(book, by: cores)
    }

    private func answer(_ checked: [(RosterBook, CheckReport)]) throws {
        if output.isJSON {
            let reports = checked.map {
                CheckJSON(report: $1, place: $0.place, language: output.resolvedLanguage).value
            }
            Terminal.say((reports.count == 1 ? reports[0] : .list(reports)).rendered())
        } else {
            for (book, report) in checked { CheckText(book: book, report: report, output: output).print() }
        }
        if checked.contains(where: { !$0.1.errors.isEmpty }) { throw QuietExit.didNotHold }
    }
}

extension OutputOptions {
    /// Prints every diagnostic; nothing of the files is used.
    func refuse(_ diagnostics: [Diagnostic]) -> QuietExit {
        for diagnostic in diagnostics { Terminal.complain(diagnostic.text(in: resolvedLanguage)) }
        return .unreadable
    }
}
