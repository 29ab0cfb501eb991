import ArgumentParser
import Incidents
import RosterFiles
import Rosters
import Wording

/// `duty prove PATH`: the routing proof – does every report find its people, all through the period?
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "告知推演：任何时刻、任何事件都找得到人吗 / the routing proof: does every report find its people")

    @Argument(help: "时期文件夹，或其上级 / period folders, or a folder of them")
    var paths: [String] = []

    @Option(name: .customLong("in-force"), help: "推演已发布的时期（时期键）/ prove the published version of a period")
    var inForce: String?

    @Flag(help: "打印告知对象一览表（供领导审签）/ print the table of who would be called, for a leader to sign")
    var matrix = false

    @Flag(help: "一览表用 CSV 格式 / the table as CSV")
    var csv = false

    @Option(help: "一览表只列此单位 / the table of this unit only")
    var unit: String?

    @Option(help: "一览表只列此类事件，如 accident/危险化学品 / the table of this kind only")
    var kind: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let books = try self.books()
        if matrix || csv {
            try printMatrices(books)
        } else {
            try prove(books)
        }
    }

    private func books() throws -> [(RosterBook, Policy)] {
        if let inForce {
            guard paths.isEmpty else { throw Misuse.pathOrInForce }
            return [
                try Progress.during(ProgressWording.reading(inForce), output) {
                    try InForce.load(inForce, from: try database.openExisting())
                }
            ]
        }
        guard !paths.isEmpty else { throw Misuse.pathOrInForce }
        var books: [(RosterBook, Policy)] = []
        var problems: [Diagnostic] = []
        for folder in try paths.flatMap({ try RosterFolder.periods(at: $0) }) {
            do {
                let cores = Cores(progress: Progress(output))
                let loaded = try RosterFolder.load(folder, by: cores)
                cores.progress?.end()
                for diagnostic in loaded.diagnostics { Terminal.complain(diagnostic.text(in: output.resolvedLanguage)) }
                books.append((loaded.book, loaded.policy))
            } catch let unreadable as Unreadable {
                problems += unreadable.diagnostics.filter { !problems.contains($0) }
            }
        }
        guard problems.isEmpty else { throw output.refuse(problems) }
        return books
    }

    private func prove(_ books: [(RosterBook, Policy)]) throws {
        let proofs = books.map { book, policy in
            let cores = Cores(progress: Progress(output))
            cores.progress?.begin(
                ProgressWording.proving(book.place.name, period: book.roster.period.key),
                total: book.place.units.count, walks: RoutingProof.walks(of: book))
            defer { cores.progress?.end() }
            return (book: book, policy: policy, report: RoutingProof.run(book, policy: policy, by: cores))
        }
        if output.isJSON {
            let reports = proofs.map {
                ProveJSON(report: $0.report, book: $0.book, language: output.resolvedLanguage).value
            }
            Terminal.say((reports.count == 1 ? reports[0] : .list(reports)).rendered())
        } else {
            for proof in proofs {
                if proof.policy.ladders.isEmpty { output.note(DeskWording.noLadders) }
                ProveText(report: proof.report, book: proof.book, output: output).print()
            }
        }
        if proofs.contains(where: { !$0.report.errors.isEmpty }) { throw QuietExit.didNotHold }
    }

    private func knownKind() throws -> IncidentKind? {
        guard let kind else { return nil }
        guard let known = ValueWords.incidentKind(kind) else {
            throw Misuse.wrongWord(
                option: "--kind", found: kind, known: ["accident/危险化学品", "事故灾难/危险化学品", "nature 自然灾害"])
        }
        return known
    }

    private func printMatrices(_ books: [(RosterBook, Policy)]) throws {
        var tables: [JSON] = []
        let kind = try knownKind()
        for (book, policy) in books {
            let units = try unit.map { [try Lookup(place: book.place).unit($0)] } ?? book.requiredUnits
            for whole in units.compactMap({ RouteMatrix(book, policy: policy, unit: $0) }) {
                let matrix = kind.map(whole.only) ?? whole
                let table = MatrixTable(matrix: matrix, place: book.place, output: output)
                if output.isJSON { tables.append(table.json) } else if csv { table.printCSV() } else { table.print() }
            }
        }
        if output.isJSON { Terminal.say(JSON.list(tables).rendered()) }
    }
}

extension RosterBook {
    /// The units that the period requires, in the order of its file.
    fileprivate var requiredUnits: [UnitID] { roster.period.requires.map { place[$0.unit].id } }
}
