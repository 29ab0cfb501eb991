package import Calendars
import GRDB
import Incidents
package import Rosters
package import Watchkeeping

extension DutyStore {
    /// Stores a unit's nil report, as a pure decision over the periods in force makes it; each is answered once.
    @discardableResult
    package func reportNil(
        unit: UnitID, at now: Instant, _ decide: ([NilReportBook]) throws(WatchConflict) -> NilReport
    ) throws -> NilReport {
        try writeDeciding(at: now) { db in
            let place = try Self.placeKey(of: unit, db)
            let week = Duration.minutes(7 * 24 * 60)
            let books = try nilReportBooks(place: place, endingAfter: now - week, at: now, db)
            let report = try decide(books)
            try WatchRecord.insert(
                report, into: "nil_report",
                [
                    ("place", place), ("unit", unit.text), ("due_at", report.due.seconds),
                    ("reported_at", report.at.seconds),
                ], db)
            try Ledger.append(.watchkeeping(.nilReported(report)), at: now, db)
            return report
        }
    }

    /// The reports of a published period; nil where its policy asks for none.
    package func nilReportBook(
        place: String, period: String, at now: Instant
    ) throws(StoreError) -> NilReportBook? {
        try read { db in
            let periods = try periods(endingAfter: Instant(seconds: .min), place: place, at: now, db)
            let reports = try Self.nilReports(place, db)
            return periods.first { $0.period.key == period }.flatMap { Self.book($0, reports) }
        }
    }

    /// The periods of a place that ask for nil reports.
    func nilReportBooks(
        place: String, endingAfter instant: Instant, at now: Instant, _ db: Database
    ) throws -> [NilReportBook] {
        let reports = try Self.nilReports(place, db)
        return try periods(endingAfter: instant, place: place, at: now, db).compactMap { Self.book($0, reports) }
    }

    private static func book(_ period: PeriodInForce, _ reports: [NilReport]) -> NilReportBook? {
        period.policy.nilReport.map {
            NilReportBook(rule: $0, windows: period.unitWindows, zone: period.place.zone, reports: reports)
        }
    }

    private static func nilReports(_ place: String, _ db: Database) throws -> [NilReport] {
        try WatchRecord.all("SELECT body FROM nil_report WHERE place = ? ORDER BY due_at, unit", [place], db)
    }
}
