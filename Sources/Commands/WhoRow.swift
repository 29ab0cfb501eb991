import Calendars
import DutyStore
import Incidents
import Rosters

/// A post with the people who stand there, and how many more it must have: a gap is a row, not a mute.
struct WhoRow {
    /// Without people for a post that nobody holds; its interval is then the gap.
    let staffed: StaffedPost
    let missing: Int

    /// Staffed posts and gaps, by unit and post.
    static func all(
        _ board: DutyBoard, unit: UnitID?, post: PostKey?, from store: DutyStore
    ) throws -> [WhoRow] {
        let staffed = board.posts(unit: unit, post: post)
        guard let place = board.place, board.isInPeriod else {
            return staffed.map { WhoRow(staffed: $0, missing: 0) }
        }
        let needed = try store.neededPosts(at: board.at, place: place.key, unit: unit)
            .filter { post == nil || $0.post == post }
        let counts = Dictionary(needed.map { ([$0.unit.text, $0.post.text], $0.count) }) { max($0, $1) }
        let known = Set(staffed.map { [$0.unit.text, $0.post.text] })
        let held = staffed.map { row in
            WhoRow(staffed: row, missing: max(0, (counts[[row.unit.text, row.post.text]] ?? 0) - row.people.count))
        }
        let unheld = needed.filter { !known.contains([$0.unit.text, $0.post.text]) }
        let vacant = zip(unheld, try store.vacancies(of: unheld, on: board)).map { post, gap in
            WhoRow(
                staffed: StaffedPost(unit: post.unit, post: post.post, people: [], interval: gap),
                missing: post.count)
        }
        return (held + vacant).sorted { ($0.staffed.unit, $0.staffed.post) < ($1.staffed.unit, $1.staffed.post) }
    }

    func json(_ zone: Zone) -> JSON {
        let standIns = staffed.people.compactMap { person in
            staffed.standIns[person].map {
                JSON.object([
                    "person": .text(person.text), "for": .text($0.person.text),
                    "change": .text($0.change.description), "approved_by": .text($0.approvedBy.text),
                ])
            }
        }
        return .object([
            "unit": .text(staffed.unit.text), "post": .text(staffed.post.text),
            "people": .list(staffed.people.map { .text($0.text) }), "missing": .number(missing),
            "from": .text(zone.iso(staffed.interval.start)), "to": .text(zone.iso(staffed.interval.end)),
            "stand_ins": .list(standIns),
        ])
    }
}
