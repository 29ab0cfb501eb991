import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Foundation
import Wording

/// `duty doctor`: whether everything that the desk promises can hold now.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "系统自检：数据库、台账、引擎、渠道、值班表 / is everything as it should be")

    @Option(help: "节前准备是否就绪：时期键 / is everything ready for a period")
    var period: String?

    @OptionGroup var watch: WatchOptions

    private var output: OutputOptions { watch.output }

    func run() throws {
        if let period {
            return try watch.answer { open in try ReadinessDesk(period: period, open: open).answer }
        }
        let report: DoctorReport
        do {
            let checkup = try Checkup(try watch.database.openExisting())
            report = DoctorReport(lines: DoctorSection.all.flatMap { $0.lines(checkup) }, isOpen: true)
        } catch {
            report = DoctorReport(lines: [.fault("database", phrase(of: error))], isOpen: false)
        }
        if output.isJSON {
            Terminal.say(report.json(in: output.resolvedLanguage).rendered())
        } else {
            for line in report.lines { output.say(Phrase("\(line.mark.sign) ") + line.text) }
            output.say(DoctorWording.closing(faults: report.count(.fault), warnings: report.count(.warning)))
        }
        guard report.isOpen else { throw QuietExit(code: 3) }
        if report.count(.fault) > 0 { throw QuietExit.didNotHold }
    }
}

/// One thing that was looked at.
struct DoctorLine {
    enum Mark: String {
        case good = "ok"
        case warning
        case fault

        var sign: String {
            switch self {
            case .good: "✓"
            case .warning: "!"
            case .fault: "✗"
            }
        }
    }

    let mark: Mark
    /// By which a script knows what was looked at.
    let check: String
    let text: Phrase

    static func good(_ check: String, _ text: Phrase) -> DoctorLine { .init(mark: .good, check: check, text: text) }
    static func warning(_ check: String, _ text: Phrase) -> DoctorLine {
        .init(mark: .warning, check: check, text: text)
    }
    static func fault(_ check: String, _ text: Phrase) -> DoctorLine { .init(mark: .fault, check: check, text: text) }
}

/// Everything that was looked at.
struct DoctorReport {
    let lines: [DoctorLine]
    let isOpen: Bool

    func count(_ mark: DoctorLine.Mark) -> Int { lines.count { $0.mark == mark } }

    func json(in language: Language) -> JSON {
        .object([
            "ok": .flag(count(.fault) == 0), "faults": .number(count(.fault)), "warnings": .number(count(.warning)),
            "checks": .list(
                lines.map {
                    .object([
                        "check": .text($0.check), "state": .text($0.mark.rawValue),
                        "text": .text($0.text.text(in: language)),
                    ])
                }),
        ])
    }
}

/// What the sections look at: an open database, both clocks and the names in it.
struct Checkup {
    let open: OpenDesk
    let machineNow: Instant

    /// Rosters that cannot be read are a finding of their section, not the end of the checkup.
    init(_ store: DutyStore) throws {
        self.open = try OpenDesk(store, places: { (try? $0.places()) ?? [] })
        self.machineNow = Machine.now()
    }

    var store: DutyStore { open.store }
    var now: Instant { open.now }
    func time(_ instant: Instant) -> String { open.lookup.zone.civil(instant) }
}

/// A part of the checkup; what it cannot look at is a fault of its own.
struct DoctorSection: Sendable {
    let check: String
    let look: @Sendable (Checkup) throws -> [DoctorLine]

    func lines(_ checkup: Checkup) -> [DoctorLine] {
        do { return try look(checkup) } catch {
            return [.fault(check, phrase(of: error))]
        }
    }

    /// In the order in which they are printed.
    static let all: [DoctorSection] = [
        .database, .disk, .ledger, .rosters, .clock, .engine, .watch, .incidents, .channels,
    ]
}
