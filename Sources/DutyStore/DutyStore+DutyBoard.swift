package import Calendars
import GRDB
package import Incidents
package import Rosters

extension DutyStore {
    /// Who is on duty at an instant in one place, by every version in force then, and that place's policy.
    ///
    /// Without a place, the one that was published last. Nil policy: nothing has been published.
    package func dutyBoard(
        at instant: Instant, place: String? = nil
    ) throws(StoreError) -> (board: DutyBoard, policy: Policy?) {
        try read { db in
            let all = try PublicationRow.all(db)
            let key = place ?? all.last?.place
            let versions = all.filter { $0.place == key }
            guard let newest = versions.last else {
                return (DutyBoard(at: instant, place: nil, isInPeriod: false, stands: []), nil)
            }
            let inForce = versions.inForce(at: instant)
            let current = inForce.filter { $0.window.contains(instant) }
            let snapshot = try snapshot((current.last ?? newest).id, db)
            let handover = snapshot.policy.handover
            let around = Interval(start: instant - handover, end: instant + handover + .seconds(1))
            let near = current.isEmpty ? [] : inForce.filter { $0.window.overlaps(around) }
            let overlay = ChangeOverlay(try RosterChangeRow.approved(in: newest.place, during: around, db))
            let stands = try near.flatMap { try AssignmentRow.stands(of: $0, at: instant, within: handover, db) }
            let board = DutyBoard(
                at: instant, place: try self.place((current.last ?? newest).id, db), isInPeriod: !current.isEmpty,
                stands: overlay.isEmpty ? stands : stands.flatMap { $0.changed(by: overlay) }, handover: handover,
                deputies: overlay.deputies)
            return (board, snapshot.policy)
        }
    }

    /// The same for one unit alone: its place is an excerpt with the units and people that the board names.
    ///
    /// Nil where the newest publication that has the unit keeps it not in rows of its own (before schema 3).
    package func dutyBoard(
        at instant: Instant, around unit: UnitID
    ) throws(StoreError) -> (board: DutyBoard, policy: Policy)? {
        try read { db in
            guard let newest = try PublicationRow.newest(holding: unit, db) else { return nil }
            let inForce = try PublicationRow.all(db).filter { $0.place == newest.place }.inForce(at: instant)
            let current = inForce.filter { $0.window.contains(instant) }
            let holder = (current.last ?? newest).id
            guard var excerpt = try PlaceExcerpt(of: holder, around: unit, db) else { return nil }
            let handover = excerpt.head.policy.handover
            let around = Interval(start: instant - handover, end: instant + handover + .seconds(1))
            let near = current.isEmpty ? [] : inForce.filter { $0.window.overlaps(around) }
            let overlay = ChangeOverlay(try RosterChangeRow.approved(in: newest.place, during: around, db))
            let stands = try near.flatMap {
                try AssignmentRow.stands(of: $0, during: around, in: excerpt.units, db)
            }.flatMap { $0.changed(by: overlay) }
            let standIns = stands.compactMap(\.standIn) + overlay.deputies.map(\.standIn)
            let named =
                stands.map(\.person) + overlay.deputies.map(\.person)
                + standIns.flatMap { [$0.person, $0.approvedBy] }
            let place = try Contacts.fill(try excerpt.place(with: named.uniqued(), db), db)
            let board = DutyBoard(
                at: instant, place: place, isInPeriod: !current.isEmpty, stands: stands, handover: handover,
                deputies: overlay.deputies)
            return (board, excerpt.head.policy)
        }
    }

    /// The unit that a word names in the newest publications, by id or by name; nil for none or several, and for
    /// publications of before schema 3.
    package func unit(named word: String) throws(StoreError) -> UnitID? {
        try read { db in
            var newest: [String: Int64] = [:]
            for row in try PublicationRow.all(db) { newest[row.place] = row.id }
            let found = try newest.values.sorted().flatMap { publication in
                try String.fetchAll(
                    db,
                    sql: "SELECT id FROM place_unit WHERE publication = ? AND (id = ? OR name = ?) ORDER BY id <> ?",
                    arguments: [publication, word, word, word])
            }
            return found.first == word || found.count == 1 ? found.first.map { UnitID($0) } : nil
        }
    }

    /// The newest published place that has a unit, with phone numbers; nil where none has it.
    package func place(holding unit: UnitID) throws(StoreError) -> Place? {
        try read { db in
            guard let row = try PublicationRow.newest(holding: unit, db) else { return nil }
            return try self.place(row.id, db)
        }
    }

    /// The newest published place of this key, or of any; nil where there is none.
    package func place(named key: String? = nil) throws(StoreError) -> Place? {
        try read { db in
            guard let row = try PublicationRow.all(db).last(where: { key == nil || $0.place == key }) else {
                return nil
            }
            return try self.place(row.id, db)
        }
    }

    /// The newest published version of every place, the one published last first, with phone numbers.
    package func places() throws(StoreError) -> [Place] {
        try read { db in
            var seen: Set<String> = []
            return try PublicationRow.all(db).reversed().filter { seen.insert($0.place).inserted }
                .map { try place($0.id, db) }
        }
    }

    /// The numbers on which a person can be called, mobile first, by the newest publication that names the person.
    package func phones(of person: PersonID) throws(StoreError) -> [String] {
        try read { db in try Contacts.phones(of: person, db) }
    }

    /// Forgets a person's phone numbers until a roster with them is published again.
    package func erasePhones(of person: PersonID) throws(StoreError) {
        try write { db in try Contacts.erase(person, db) }
        try truncateLog()
    }

    // MARK: - What is kept

    /// A published snapshot, decoded once.
    func snapshot(_ publication: Int64, _ db: Database) throws -> Snapshot {
        try shelf.snapshot(publication) { try Snapshot.find(publication, db) }
    }

    /// The place of a publication with today's phone numbers.
    func place(_ publication: Int64, _ db: Database) throws -> Place {
        try shelf.place(publication, contacts: try Contacts.version(db)) {
            try Contacts.fill(try snapshot(publication, db).place, db)
        }
    }
}
