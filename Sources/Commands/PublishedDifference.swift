import Calendars
import DutyStore
import Rosters
import Wording

/// Who gained and lost which duty by a new version; what has ended already is left aside.
enum PublishedDifference {
    /// So many people are listed; the rest is counted.
    private static let most = 50

    /// The version in force before another one is published.
    struct Before {
        /// Who stands, approved changes included.
        let slots: [DutySlot]
        let standing: [ApprovedChange]
        /// Approved changes that move nobody in it.
        let lapsed: [ChangeNumber]
    }

    /// Nil where the period has no version yet.
    static func inForce(of book: RosterBook, from store: DutyStore) throws -> Before? {
        guard let known = try store.book(place: book.place.key, period: book.roster.period.key) else { return nil }
        let standing = try store.approvedChanges(in: book.place.key).changes
        return Before(
            slots: slots(known.book.changed(by: standing)), standing: standing,
            lapsed: lapsed(standing, over: known.book))
    }

    /// Changes that still apply to the new version are not gained and lost again.
    static func changes(
        from before: Before, to book: RosterBook, _ version: PublishedVersion, since now: Instant
    ) -> [DutiesChange] {
        DutiesChange.between(
            before.slots, and: slots(book.changed(by: before.standing)), since: now,
            cause: .version(period: version.period, version: version.version))
    }

    /// Approved changes that go on in the version before and have no effect any more by the new one.
    static func lapsed(from before: Before, to book: RosterBook, since now: Instant) -> [ChangeNumber] {
        let running = Set(before.standing.filter { $0.change.span.end > now }.map(\.number))
        return lapsed(before.standing, over: book).filter { running.contains($0) && !before.lapsed.contains($0) }
    }

    private static func lapsed(_ standing: [ApprovedChange], over book: RosterBook) -> [ChangeNumber] {
        let overlay = ChangeOverlay(standing)
        guard !overlay.isEmpty else { return [] }
        return ChangeOverlay.lapsed(standing, over: slots(book).filter { overlay.touches($0.person) })
    }

    private static func slots(_ book: RosterBook) -> [DutySlot] { book.roster.assignments.map(book.slot) }

    static func say(_ changes: [DutiesChange], of place: Place, _ output: OutputOptions) {
        guard !changes.isEmpty else { return }
        let names = Names(place: place)
        output.say(
            Phrase(
                zh: "值班有变动的 \(changes.count) 人（已列入告知）：",
                en: "\(changes.count) people's duties changed (they will be told):"))
        for change in changes.prefix(most) {
            output.say(Phrase("  \(names.person(change.person)) (\(change.person))"))
            for line in ChangeWording(names: names).listed(change) { output.say(Phrase("    ") + line) }
        }
        if changes.count > most {
            output.say(Phrase(zh: "  另有 \(changes.count - most) 人", en: "  and \(changes.count - most) more"))
        }
    }

    static func json(_ change: DutiesChange, zone: Zone) -> JSON {
        func list(_ slots: [DutySlot]) -> JSON {
            .list(
                slots.map {
                    .object([
                        "unit": .text($0.unit.text), "post": .text($0.post.text),
                        "from": .text(zone.iso($0.interval.start)), "to": .text(zone.iso($0.interval.end)),
                    ])
                })
        }
        return .object([
            "person": .text(change.person.text), "gained": list(change.gained), "lost": list(change.lost),
        ])
    }
}
