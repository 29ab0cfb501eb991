import Calendars
import DutyStore
import Foundation
import Planning
import Rosters

/// Who stood in earlier periods: from the published rosters, and from `history.csv` for the time before.
enum PlanHistory {
    static func read(for loaded: LoadedPeriod, from database: DatabaseOptions) throws -> PastDuties {
        var past = PastDuties()
        if !loaded.history.isEmpty { past.stretches.append(.init(duties: loaded.history, members: nil)) }
        guard FileManager.default.fileExists(atPath: database.resolvedPath) else { return past }
        let store = try database.openExisting()
        let place = loaded.book.place
        let start = loaded.book.window.start
        let newest = Dictionary(grouping: try store.publications().filter { $0.place == place.key }, by: \.period)
        for (period, versions) in newest.sorted(by: { $0.key < $1.key }) where period != loaded.book.roster.period.key {
            guard versions.last.map({ $0.window.start < start }) == true,
                let found = try store.book(place: place.key, period: period)
            else { continue }
            let changes = try store.approvedChanges(in: place.key).changes
            add(found.book, changes: changes, to: &past, in: place, before: start)
        }
        return past
    }

    /// What this period's newest published version says; nil where there is none.
    static func published(for loaded: LoadedPeriod, from database: DatabaseOptions) throws -> [Assignment]? {
        guard FileManager.default.fileExists(atPath: database.resolvedPath) else { return nil }
        let place = loaded.book.place
        let found = try database.openExisting().book(place: place.key, period: loaded.book.roster.period.key)
        return found.map { PlanComparer.translated($0.book.roster.assignments, from: $0.book.place, to: place) }
    }

    /// Who really stood, after reliefs and swaps; and whose turn it was by the published table.
    private static func add(
        _ book: RosterBook, changes: [ApprovedChange], to past: inout PastDuties, in place: Place, before start: Instant
    ) {
        func today(_ person: Ordinal<Person>) -> Ordinal<Person>? { place.person(book.place[person].id) }
        let duties = book.changed(by: changes).roster.assignments.compactMap { stood -> PastDuty? in
            guard let person = today(stood.person), stood.interval.start < start else { return nil }
            return PastDuty(
                person: person, date: stood.date, minutes: stood.interval.wholeMinutes, weight: nil)
        }
        let members = Set(book.place.people.indices.compactMap { today(Ordinal($0)) })
        past.stretches.append(.init(duties: duties, members: members))
        past.turns += book.roster.assignments.compactMap { named in
            guard let person = today(named.person), let unit = place.unit(book.place[named.unit].id),
                let post = place.post(book.place[named.post].key)
            else { return nil }
            return .init(person: person, unit: unit, post: post, date: named.date)
        }
    }
}
