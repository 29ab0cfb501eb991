package import Calendars
import GRDB
import Incidents
package import Rosters
package import Watchkeeping

extension DutyStore {
    /// Puts something on every sheet of a unit until it is closed (未办结事项).
    @discardableResult
    package func openItem(
        _ text: String, unit: UnitID, by person: PersonID, at now: Instant
    ) throws(StoreError) -> OpenItem {
        try write(at: now) { db in try Self.openItem(text, unit: unit, by: person, at: now, db) }
    }

    @discardableResult
    static func openItem(
        _ text: String, unit: UnitID, by person: PersonID, at now: Instant, _ db: Database
    ) throws -> OpenItem {
        let number = try WatchRecord.nextNumber(in: "open_item", db)
        let item = OpenItem(number: number, unit: unit, text: text, by: person, openedAt: now)
        try WatchRecord.insert(
            item, into: "open_item",
            [
                ("number", number), ("place", try placeKey(of: unit, db)), ("unit", unit.text),
                ("opened_at", now.seconds),
            ], db)
        try Ledger.append(.watchkeeping(.itemOpened(item)), at: now, db)
        return item
    }

    /// Closes an open item (销号); the second who does so is refused.
    @discardableResult
    package func closeItem(_ number: Int, by person: PersonID, result: String, at now: Instant) throws -> ItemClosing {
        try writeDeciding(at: now) { db in
            let isKnown = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM open_item WHERE number = ?)", arguments: [number])
            guard isKnown == true else { throw WatchConflict.unknownItem(number) }
            let known: [ItemClosing] = try WatchRecord.all(
                "SELECT body FROM item_closing WHERE item = ?", [number], db)
            if let closing = known.first { throw WatchConflict.itemClosed(closing) }
            let closing = ItemClosing(item: number, by: person, at: now, result: result)
            try WatchRecord.insert(closing, into: "item_closing", [("item", number)], db)
            try Ledger.append(.watchkeeping(.itemClosed(closing)), at: now, db)
            return closing
        }
    }

    static func openItems(of unit: UnitID, _ db: Database) throws -> [OpenItem] {
        try WatchRecord.all(
            "SELECT body FROM open_item WHERE unit = ? AND number NOT IN (SELECT item FROM item_closing) ORDER BY number",
            [unit.text], db)
    }
}
