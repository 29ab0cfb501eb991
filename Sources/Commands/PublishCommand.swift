import ArgumentParser
import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters
import Wording

/// `duty publish PERIOD_DIR`: checks, then makes the roster the version in force.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "发布值班表：有错误不予发布 / make a roster the version in force; refused while errors stand")

    @Argument(help: "时期文件夹 / period folder")
    var path: String

    @Option(name: .customLong("accept"), help: "同意保留的问题编号（可重复）/ id of a finding that is accepted (repeatable)")
    var accepted: [String] = []

    @Option(name: .customLong("by"), help: "由谁：编号、姓名或 姓名@单位 / by whom: id, name or name@unit")
    var person: String?

    @Option(help: "同意保留的理由 / why it is accepted")
    var reason: String?

    @Option(
        name: .customLong("replaces"),
        help: "所替换的版本号（默认开始发布时的最新版）/ the version that it replaces (default: the newest at the start)")
    var replaced: Int?

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        if !accepted.isEmpty, person == nil || (reason ?? "").allSatisfy(\.isWhitespace) {
            throw Misuse.acceptNeedsByAndReason
        }
        // What stands now is what this roster was made from: a version that comes in between refuses it.
        let earlier = try database.exists ? database.open(output).publications() : []
        let folders = try RosterFolder.periods(at: path)
        guard let folder = folders.first, folders.count == 1 else { throw Misuse.severalPeriods(folders) }
        let cores = Cores(progress: Progress(output))
        let loaded = try load(folder, by: cores)
        UntilExit.keep(loaded.book)
        let (report, proof) = judge(loaded, by: cores)
        let lookup = Lookup(place: loaded.book.place)
        let by = try person.map(lookup.person)
        let acceptances = try self.acceptances(of: report, proof, in: loaded.book, by: by, lookup: lookup)
        try refuseStanding(report, proof, accepted: Set(acceptances.map(\.finding)), book: loaded.book)
        let (place, period) = (loaded.book.place.key, loaded.book.roster.period.key)
        let seen = earlier.last { $0.place == place && $0.period == period }?.version ?? 0
        try publish(loaded, acceptances, by: by, replacing: replaced ?? seen, cores.progress)
    }

    private func load(_ folder: String, by cores: Cores) throws -> LoadedPeriod {
        defer { cores.progress?.end() }
        do {
            let loaded = try RosterFolder.load(folder, by: cores)
            cores.progress?.end()
            for diagnostic in loaded.diagnostics { Terminal.complain(diagnostic.text(in: output.resolvedLanguage)) }
            return loaded
        } catch let unreadable as Unreadable {
            throw output.refuse(unreadable.diagnostics)
        }
    }

    /// The coverage proof and the routing proof.
    private func judge(_ loaded: LoadedPeriod, by cores: Cores) -> (CheckReport, RoutingProofReport) {
        defer { cores.progress?.end() }
        let (place, period) = (loaded.book.place, loaded.book.roster.period.key)
        cores.progress?.begin(
            ProgressWording.checking(place.name, period: period), total: place.units.count, walks: Check.walks)
        let report = Check.run(loaded.book, by: cores)
        cores.progress?.begin(
            ProgressWording.proving(place.name, period: period), total: place.units.count,
            walks: RoutingProof.walks(of: loaded.book))
        return (report, RoutingProof.run(loaded.book, policy: loaded.policy, by: cores))
    }

    /// Each accepted id must be a finding, and its accepter named in the period's `accept_by`.
    private func acceptances(
        of report: CheckReport, _ proof: RoutingProofReport, in book: RosterBook, by: PersonID?, lookup: Lookup
    ) throws -> [Record.Acceptance] {
        let known = Set(
            report.findings.map { Fingerprint.findingID($0.identity(in: book.place)).text }
                + proof.findings.map { $0.id(in: book.place) })
        let accepted = accepted.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
        if let unknown = accepted.first(where: { !known.contains($0) }) { throw Misuse.unknownFinding(unknown) }
        guard !accepted.isEmpty, let by, let reason else { return [] }
        guard book.roster.period.acceptBy.contains(by) else {
            throw Refusal.mayNotAccept(lookup.names.person(by), allowed: allowed(in: book))
        }
        return accepted.map { Record.Acceptance(finding: $0, by: by, reason: reason) }
    }

    /// Who may accept a finding, by name and id.
    private func allowed(in book: RosterBook) -> [String] {
        let names = Names(place: book.place)
        return book.roster.period.acceptBy.map { "\(names.person($0)) (\($0))" }
    }

    /// Errors of the check and of the routing proof alike.
    private func refuseStanding(
        _ report: CheckReport, _ proof: RoutingProofReport, accepted: Set<String>, book: RosterBook
    ) throws {
        let gaps = report.errors.filter {
            !accepted.contains(Fingerprint.findingID($0.identity(in: book.place)).text)
        }
        let routes = proof.errors.filter { !accepted.contains($0.id(in: book.place)) }
        guard !gaps.isEmpty || !routes.isEmpty else { return }
        if output.isJSON {
            let check = CheckJSON(report: report, place: book.place, language: output.resolvedLanguage)
            let prove = ProveJSON(report: proof, book: book, language: output.resolvedLanguage)
            Terminal.say(
                JSON.object([
                    "published": .flag(false),
                    "findings": .list(gaps.map(check.finding) + routes.map(prove.finding)),
                ]).rendered())
        } else {
            let text = CheckText(book: book, report: report, output: output)
            for group in text.groups(gaps) { text.say(group) }
            ProveText(report: proof, book: book, output: output).printFindings(routes)
        }
        throw Refusal.publishRefused(errors: gaps.count + routes.count, allowed: allowed(in: book))
    }

    private func publish(
        _ loaded: LoadedPeriod, _ acceptances: [Record.Acceptance], by: PersonID?, replacing expected: Int,
        _ progress: Progress?
    ) throws {
        let store = try database.open(output)
        if loaded.policy.ladders.isEmpty { output.note(DeskWording.noLadders) }
        let now = try store.now(machine: Machine.now())
        progress?.begin(
            ProgressWording.publishing(loaded.book.place.name, period: loaded.book.roster.period.key), total: 0)
        defer { progress?.end() }
        let before = try PublishedDifference.inForce(of: loaded.book, from: store)
        var changes: [DutiesChange] = []
        let version = try store.publish(
            book: loaded.book, policy: loaded.policy, findings: acceptances, by: by, at: now, replacing: expected
        ) { version in
            changes = before.map { PublishedDifference.changes(from: $0, to: loaded.book, version, since: now) } ?? []
            return changes.map { MatterDraft(.dutiesChanged($0), unit: nil, tell: [.person($0.person)]) }
        }
        progress?.end()
        let lapsed = before.map { PublishedDifference.lapsed(from: $0, to: loaded.book, since: now) } ?? []
        let zone = loaded.book.place.zone
        let isOver = version.window.end <= now
        if output.isJSON {
            Terminal.say(
                JSON.object([
                    "published": .flag(true), "place": .text(version.place), "period": .text(version.period),
                    "version": .number(version.version), "published_at": .text(zone.iso(now)),
                    "from": .text(zone.iso(version.window.start)), "to": .text(zone.iso(version.window.end)),
                    "replaced": .optional(version.replaced), "period_is_over": .flag(isOver),
                    "changed": .list(changes.map { PublishedDifference.json($0, zone: zone) }),
                    "lapsed": .list(lapsed.map { .text($0.description) }),
                    "accepted": .list(acceptances.map { .text($0.finding) }), "drill": .flag(store.clock.isDrill),
                ]).rendered())
        } else {
            let mark = store.clock.isDrill ? DeskWording.drillMark : Phrase("")
            output.say(mark + DeskWording.published(version.period, version: version.version, at: zone.civil(now)))
            if let replaced = version.replaced { output.say(DeskWording.replaced(version: replaced)) }
            PublishedDifference.say(changes, of: loaded.book.place, output)
            if !lapsed.isEmpty { output.say(ChangeWording.lapsed(lapsed)) }
            if let by, !acceptances.isEmpty {
                let name = Names(place: loaded.book.place).person(by)
                output.say(DeskWording.acceptedFindings(acceptances.count, by: name))
            }
        }
        if isOver { output.note(DeskWording.periodIsOver) }
        OpenDesk.warn(store, output)
    }
}
