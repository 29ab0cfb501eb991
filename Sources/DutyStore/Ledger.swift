import Calendars
import GRDB
import Incidents
import Watchkeeping

/// GRDB has a class of this name.
typealias Record = Incidents.Record

/// A row of the ledger as it is stored.
struct LedgerRow: Codable, FetchableRecord {
    let seq: Int
    let at: Instant
    let incident: String?
    let kind: String
    let body: String
    let prevHash: String
    let hash: String

    static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

    /// What the hash must be for this row's content.
    var expectedHash: String {
        Ledger.hash(after: prevHash, seq: seq, at: at, incident: incident, body: body)
    }

    /// Nil where the words of the row cannot be read.
    var entry: LedgerEntry? {
        let number = incident.flatMap { IncidentNumber($0) }
        guard let record = try? Canonical.value(Record.self, from: body), record.kind == kind,
            (incident == nil) == (number == nil)
        else { return nil }
        return LedgerEntry(sequence: seq, at: at, incident: number, record: record)
    }
}

/// The only writer of the ledger, called inside the transaction that it records.
enum Ledger {
    /// What the first entry follows, and the hash of an empty ledger.
    static let genesis = String(repeating: "0", count: 64)

    static func append(_ record: Record, of incident: IncidentNumber? = nil, at: Instant, _ db: Database) throws {
        let last = try Row.fetchOne(db.cachedStatement(sql: "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1"))
        let seq: Int = try (last?.decode(forColumn: "seq") ?? 0) + 1
        let previous: String = try last?.decode(forColumn: "hash") ?? genesis
        let body = try Canonical.text(record)
        let number = incident?.description
        let statement = try db.cachedStatement(
            sql: "INSERT INTO ledger (seq, at, incident, kind, body, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(
            arguments: [
                seq, at.seconds, number, record.kind, body, previous,
                hash(after: previous, seq: seq, at: at, incident: number, body: body),
            ])
    }

    static func hash(after previous: String, seq: Int, at: Instant, incident: String?, body: String) -> String {
        Fingerprint.sha256("\(previous)\n\(seq)\n\(at.seconds)\n\(incident ?? "")\n\(body)")
    }
}

extension Record {
    /// The word by which the ledger's rows are told apart.
    var kind: String {
        switch self {
        case .drillStarted: "drill-started"
        case .clockMoved: "clock-moved"
        case .published: "published"
        case .reported: "reported"
        case .stepRun: "step-run"
        case .stepEmpty: "step-empty"
        case .told: "told"
        case .roundEnded: "round-ended"
        case .stepHurried: "step-hurried"
        case .delivered: "delivered"
        case .called: "called"
        case .exhausted: "exhausted"
        case .held: "held"
        case .acknowledged: "acknowledged"
        case .declined: "declined"
        case .askedAgain: "asked-again"
        case .resumed: "resumed"
        case .closed: "closed"
        case .reopened: "reopened"
        case .followedUp: "followed-up"
        case .rerouted: "rerouted"
        case .clockStarted: "clock-started"
        case .clockSet: "clock-set"
        case .clockWarned: "clock-warned"
        case .clockOverrun: "clock-overrun"
        case .reportedUp: "reported-up"
        case .taskGiven: "task-given"
        case .taskReminded: "task-reminded"
        case .taskOverdue: "task-overdue"
        case .taskDone: "task-done"
        case .taskClosed: "task-closed"
        case .noticeMissed: "notice-missed"
        case .standbyOrdered: "standby-ordered"
        case .merged: "merged"
        case .absorbed: "absorbed"
        case .split: "split"
        case .released: "released"
        case .matterRaised: "matter-raised"
        case .changeAsked: "change-asked"
        case .changeDecided: "change-decided"
        case .watchkeeping(let entry): entry.kind
        case .clockStepped: "clock-stepped"
        case .faultFound: "fault-found"
        case .faultOver: "fault-over"
        }
    }
}
