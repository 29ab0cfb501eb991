import Foundation
import Incidents
package import RosterFiles
import Rosters

/// The example rosters as the fuzzers use them: one place that is read once, and every file as something to spoil.
package struct Examples: Sendable {
    /// Periods and tables are read against this place; the other files stand beside a small one.
    package let book: PlaceBook
    private let files: [FuzzedReader: [[UInt8]]]
    private let calendar: [SourceFile]

    /// Reads `rosters` of the checkout.
    package init() throws {
        let rosters = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("rosters")
        func bytes(_ name: String) throws -> [UInt8] {
            [UInt8](try Data(contentsOf: rosters.appendingPathComponent(name)))
        }
        func source(_ name: String) throws -> SourceFile { SourceFile(path: name, bytes: try bytes(name)) }
        func all(_ folder: String, _ ending: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: rosters.appendingPathComponent(folder).path)
                .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
        }
        let calendars = try all("calendar", ".yaml")
        let periods = ["2026-spring-festival-mended", "2026-national-day", "2027-two-sessions"].map { "qinghe/" + $0 }
        calendar = try calendars.map(source)
        let reading = PlaceReader.read(
            PlaceSources(
                place: try source("qinghe/place.yaml"), people: try source("qinghe/people.csv"),
                absences: try source("qinghe/absences.csv"), policy: try source("qinghe/policy.yaml"),
                calendar: calendar))
        guard let book = reading.value, reading.diagnostics.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        self.book = book
        files = [
            .place: [try bytes("qinghe/place.yaml"), Array(Self.place.utf8)],
            .people: [try bytes("qinghe/people.csv"), Array(Self.people.utf8)],
            .absences: [try bytes("qinghe/absences.csv")],
            .wishes: [Array(Self.wishes.utf8)], .history: [Array(Self.history.utf8)],
            .policy: [try bytes("qinghe/policy.yaml")],
            .calendar: try calendars.map(bytes),
            .card: try all("qinghe/cards", ".md").map(bytes),
            .period: try periods.map { try bytes($0 + "/period.yaml") },
            .table: try periods.flatMap { try all($0, ".csv") }.map(bytes),
        ]
    }

    /// What a reader is given before it is spoiled.
    package func seeds(of reader: FuzzedReader) -> [[UInt8]] {
        files[reader] ?? Self.words(of: reader).map { Array($0.utf8) }
    }

    private static func words(of reader: FuzzedReader) -> [String] {
        switch reader {
        case .instant:
            ["2026-02-17T03:12", "2026-02-17 03:12:59", "2026-02-16T24:00", "2026-02-16T15:42:00-03:30", "23:59"]
        case .incidentNumber: ["2026-0001", "2026-12345", "phone:emergency-office", "p001"]
        case .checkpoint:
            ["duty-checkpoint 1 42 " + String(repeating: "0f", count: 32) + " 2026-02-17T03:12:00+08:00"]
        case .webhookReply:
            ["\u{1}\u{AD}120", "\u{1}\u{AD}Fri, 02 Oct 2026 18:16:00 GMT", "\u{1}\u{AD}Fri Oct  2 18:16:00 2026"]
        default:
            [
                "report --what leak --where gate --dead 3 --json", "follow-up 2026-0001 --serious 6 --loss 800000",
                "task give 2026-0001 --by p001 --owner p002 --measure x --due 2026-02-17T05:00",
                "who --at 2026-02-17T03:12",
                "drill clock --advance 5m", "ledger verify --checkpoint x", "called 2026-0001 p001 --outcome busy",
            ]
        }
    }

    // MARK: - A file among its neighbours

    func sources(
        place: [UInt8]? = nil, people: [UInt8]? = nil, absences: [UInt8]? = nil, policy: [UInt8]? = nil,
        calendar: [UInt8]? = nil, card: [UInt8]? = nil, wishes: [UInt8]? = nil, history: [UInt8]? = nil
    ) -> PlaceSources {
        func optional(_ name: String, _ bytes: [UInt8]?) -> SourceFile? {
            bytes.map { SourceFile(path: name, bytes: $0) }
        }
        return PlaceSources(
            place: SourceFile(path: "place.yaml", bytes: place ?? Array(Self.place.utf8)),
            people: SourceFile(path: "people.csv", bytes: people ?? Array(Self.people.utf8)),
            absences: optional("absences.csv", absences), policy: optional("policy.yaml", policy),
            calendar: [SourceFile(path: "calendar.yaml", bytes: calendar ?? Array(Self.calendar.utf8))],
            cards: [optional("card.md", card)].compactMap(\.self), wishes: optional("wishes.csv", wishes),
            history: optional("history.csv", history))
    }

    func periodSources(period: [UInt8]? = nil, table: [UInt8]? = nil) -> PeriodSources {
        PeriodSources(
            period: SourceFile(path: "period.yaml", bytes: period ?? Array(Self.period.utf8)),
            tables: table.map { [SourceFile(path: "emergency-office.csv", bytes: $0)] } ?? [])
    }

    private static let place = """
        place: small
        name: 小县
        ranks: [科员, 股级, 乡科级副职]
        hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}
        shifts: {day: {name: 白班, start: "08:30", end: "17:30"}, night: {name: 夜班, start: "17:30", end: "08:30"}}
        posts: {leader: {name: 带班领导, tier: leader, cover: always, rank: 乡科级副职}}
        units: {emergency-office: {name: 应急管理局, hours: office, duty_phone: 0000-5550110, posts: [leader]}}
        rules: {most-duties: {count: 3}, most-in-window: {count: 2, days: 7}, outranked: warning}
        apart: [[李建国, p002]]
        not_away: [[p001, 张卫东@emergency-office]]
        plan:
          weights: {fairness: 1, spacing: 0.02, eve-again: 20}
          spacing_days: 3
          days: {除夕: 4, 2026-10-01: 2.5, statutory: 2, 休息日: 1}
          history_fades: 0.5
          shifts: {leader: [day, 夜班]}
          rotation: {带班领导: on}

        """
    private static let people = """
        id,name,unit,title,rank,employment,mobile,office phone,qualifications
        p001,李建国,emergency-office,局长,乡科级副职,在编,10000000001,0000-5550111,危化品
        p002,张卫东,应急管理局,科员,科员,在编,10000000002,,

        """
    private static let wishes = """
        person,from,to,wish,weight
        p001,2026-10-01,2026-10-03,愿意,
        张卫东@应急管理局,2026/10/2,2026/10/2,against,2.5

        """
    private static let history = """
        人员,日期,小时,权重
        p001,2025-01-28,15.5,4
        张卫东,2025-10-01,24,

        """
    private static let calendar = """
        notice: 2026
        holidays: [{name: 国庆节, off: [2026-10-01, 2026-10-02], work: [2026-10-10], statutory: [2026-10-01]}]

        """
    private static let period = """
        period: 2026-national-day
        kind: holiday
        holiday: {year: 2026, name: 国庆节}
        requires: {emergency-office: all}

        """
}
