package import Calendars
import GRDB
import Incidents
import Rosters
package import Watchkeeping

extension DutyStore {
    /// Stores check-offs of a unit's teams and equipment, all or none; what is ready is not checked off again.
    package func checkOff(_ checks: [CheckOff], at now: Instant) throws {
        try writeDeciding(at: now) { db in
            for check in checks {
                let place = try Self.placeKey(of: check.unit, db)
                let known = try Self.checkOffs(place: place, period: check.period, db)
                let admitted = try known.admit(check)
                let ordinal = 1 + known.count { $0.unit == check.unit && $0.item == check.item }
                try WatchRecord.insert(
                    admitted, into: "check_off",
                    [
                        ("place", place), ("period", check.period), ("unit", check.unit.text),
                        ("item", check.item.text), ("ordinal", ordinal), ("is_ready", check.isReady),
                    ], db)
                try Ledger.append(.watchkeeping(.checkedOff(check)), at: now, db)
            }
        }
    }

    /// A period's check-offs, those of one item in their order.
    package func checkOffs(place: String, period: String) throws(StoreError) -> [CheckOff] {
        try read { db in try Self.checkOffs(place: place, period: period, db) }
    }

    private static func checkOffs(place: String, period: String, _ db: Database) throws -> [CheckOff] {
        try WatchRecord.all(
            "SELECT body FROM check_off WHERE place = ? AND period = ? ORDER BY unit, item, ordinal", [place, period],
            db)
    }

    /// Notes that a person's number was tried.
    package func record(_ test: ContactTest, place: String) throws(StoreError) {
        try write(at: test.at) { db in
            try WatchRecord.insert(
                test, into: "contact_test",
                [
                    ("place", place), ("person", test.person.text), ("tested_at", test.at.seconds),
                    ("outcome", test.outcome.rawValue),
                ], db)
            try Ledger.append(.watchkeeping(.contactTested(test)), at: test.at, db)
        }
    }

    /// Every test of a place's people, in their order.
    package func contactTests(place: String) throws(StoreError) -> [ContactTest] {
        try read { db in
            try WatchRecord.all("SELECT body FROM contact_test WHERE place = ? ORDER BY ordinal", [place], db)
        }
    }
}
