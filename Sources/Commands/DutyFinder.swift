import Calendars
import DutyStore
import RosterRules
import Rosters
import Wording

/// Finds the duty of the roster in force that a planner's words mean.
struct DutyFinder {
    let open: OpenDesk

    /// One person's duty at an instant, or the one that begins on a date.
    func duty(
        of person: PersonID, at text: String, unit: String?, post: String?
    ) throws -> (slot: DutySlot, stretch: Interval) {
        let place = try place(of: person)
        let zone = place.zone
        let date = CivilDate(text)
        let span =
            try date.map { Interval(start: zone.startOfDay($0), end: zone.startOfDay($0 + 1)) }
            ?? open.lookup.instant(text).moment
        let unit = try unit.map(open.lookup.unit)
        let post = try post.map(open.lookup.post)
        let overlay = ChangeOverlay(try open.store.approvedChanges(in: place.key).changes)
        let slots = try open.store.publishedSlots(in: place.key, during: span, at: open.now)
        var found: [(slot: DutySlot, stretch: Interval)] = []
        var moved: ChangeConflict?
        for slot in slots where (unit ?? slot.unit) == slot.unit && (post ?? slot.post) == slot.post {
            let isOfDate = date.map { zone.date(of: slot.interval.start) == $0 }
            let pieces = overlay.pieces(of: slot, isAbsenceIgnored: true).filter {
                isOfDate ?? $0.interval.contains(span.start)
            }
            if pieces.contains(where: { $0.person != person && (slot.person == person || $0.standIn?.person == person) }
            ) {
                moved = .slotMoved(
                    slot.stood(by: person), standing: pieces.map(\.person).uniqued(),
                    by: pieces.compactMap(\.standIn?.change).uniqued())
            }
            for piece in pieces where piece.person == person {
                let mine = slot.stood(by: person)
                if !found.contains(where: { $0.slot == mine && $0.stretch == piece.interval }) {
                    found.append((mine, piece.interval))
                }
            }
        }
        // What of a duty is over is asked for only where nothing is left of it.
        let left = found.filter { $0.stretch.end > open.now }
        if !left.isEmpty { found = left }
        let names = Names(place: place)
        guard let only = found.first else {
            if let moved { throw Refusal.change(ConflictPhrase(names: names).text(moved)) }
            throw Refusal.change(
                Phrase(
                    zh: "\(names.person(person)) 在 \(text) 没有排班",
                    en: "\(names.person(person)) is not rostered at \(text)"))
        }
        guard found.count == 1 else {
            throw Misuse.severalDuties(
                names.person(person),
                found.map { ChangeWording(names: names).slot($0.slot).text(in: .zh) })
        }
        return only
    }

    /// By which changes others stand some of a duty at that time; nil where nobody else does.
    func conflict(over slot: DutySlot, during time: Interval) throws -> Refusal? {
        let place = try place(of: slot.person)
        let overlay = ChangeOverlay(try open.store.approvedChanges(in: place.key).changes)
        let taken = try open.store.publishedSlots(in: place.key, during: slot.interval, at: open.now)
            .filter { $0.isSameShift(as: slot) }.flatMap { overlay.pieces(of: $0, isAbsenceIgnored: true) }
            .filter { $0.standIn?.person == slot.person && $0.interval.overlaps(time) }
        guard !taken.isEmpty else { return nil }
        let moved = ChangeConflict.slotMoved(
            slot.during(time.intersection(slot.interval) ?? slot.interval),
            standing: taken.map(\.person).uniqued(), by: taken.compactMap(\.standIn?.change).uniqued())
        return .change(ConflictPhrase(names: Names(place: place)).text(moved))
    }

    /// The published place that knows somebody; the newest first.
    func place(of person: PersonID) throws -> Place {
        guard let place = open.lookup.places.first(where: { $0.person(person) != nil }) else {
            throw Misuse.unknownThing(.person, person.text, near: nil)
        }
        return place
    }

    /// The place in which a change is made.
    func place(of change: RosterChange) throws -> Place {
        guard let person = change.people.first else { throw Misuse.missingOption("PERSON") }
        return try place(of: person)
    }

    /// A stretch between two words: instants, half-open, or dates, the last one inclusive.
    func span(from: String, to: String) throws -> Interval {
        let zone = open.lookup.zone
        let start = try CivilDate(from).map(zone.startOfDay) ?? open.lookup.instant(from)
        let end = try CivilDate(to).map { zone.startOfDay($0 + 1) } ?? open.lookup.instant(to)
        guard start < end else { throw Misuse.endBeforeStart }
        return Interval(start: start, end: end)
    }
}

extension DutySlot {
    fileprivate func stood(by person: PersonID) -> DutySlot {
        DutySlot(unit: unit, post: post, interval: interval, person: person)
    }
}

extension Instant {
    fileprivate var moment: Interval { Interval(start: self, end: self + .seconds(1)) }
}
