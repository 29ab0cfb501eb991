package import Calendars
package import Rosters

/// An assignment with the table it comes from.
package struct Stand: Hashable, Sendable {
    package let assignment: Assignment
    /// False for a stand of an overlapping period.
    package let isOwn: Bool
    package let file: String

    package var source: SourcePlace { SourcePlace(file: file, line: Int(assignment.line)) }
}

/// A maximal run of touching assignments of one person at one post.
package struct Duty: Hashable, Sendable {
    package let person: Ordinal<Person>
    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    package var interval: Interval
    package let first: Stand
    package var isOwn: Bool
}

/// A post as one unit keeps it.
struct PostOfUnit: Hashable {
    let unit: Ordinal<Unit>
    let post: Ordinal<Post>
}

/// All assignments that bear on a period, ordered for the rules' walks.
package struct StandTable: Sendable {
    /// By unit, post, start and person.
    package let all: [Stand]
    private let ranges: [PostOfUnit: Range<Int>]

    init(book: RosterBook, window: Interval) {
        let near = Interval(start: window.start - .seconds(172_800), end: window.end + .seconds(172_800))
        let own = Self.stands(of: book.roster, isOwn: true)
        let others = book.overlapping.flatMap { other in
            Self.stands(of: other, isOwn: false).filter { $0.assignment.interval.overlaps(near) }
        }
        self.all = (own + others).sorted { Self.order($0.assignment, $1.assignment) }
        var ranges: [PostOfUnit: Range<Int>] = [:]
        var start = 0
        for index in all.indices {
            let key = PostOfUnit(unit: all[index].assignment.unit, post: all[index].assignment.post)
            let following = index + 1 < all.count ? all[index + 1].assignment : nil
            if following?.unit != key.unit || following?.post != key.post {
                ranges[key] = start..<(index + 1)
                start = index + 1
            }
        }
        self.ranges = ranges
    }

    package func stands(unit: Ordinal<Unit>, post: Ordinal<Post>) -> ArraySlice<Stand> {
        ranges[PostOfUnit(unit: unit, post: post)].map { all[$0] } ?? []
    }

    /// The stands that serve a need: the unit's own, or those of the unit that lends its people.
    func stands(for need: CoverNeed, in place: Place) -> ArraySlice<Stand> {
        let own = stands(unit: need.unit, post: need.post)
        guard own.isEmpty, let lender = place[need.post].from.flatMap({ place.unit($0) }) else { return own }
        let same = stands(unit: lender, post: need.post)
        guard same.isEmpty else { return same }
        let tier = place[need.post].tier
        let equal = place[lender].posts.first { place[$0].tier == tier }
        return equal.map { stands(unit: lender, post: $0) } ?? []
    }

    /// Every person's duties in order of start, by person.
    func duties(of place: Place) -> [[Duty]] {
        var byPerson = [[Duty]](repeating: [], count: place.people.count)
        for stand in all {
            let assignment = stand.assignment
            let person = assignment.person.index
            if let last = byPerson[person].last, last.unit == assignment.unit, last.post == assignment.post,
                assignment.interval.start <= last.interval.end
            {
                byPerson[person][byPerson[person].count - 1].interval = last.interval.hull(assignment.interval)
                byPerson[person][byPerson[person].count - 1].isOwn = last.isOwn || stand.isOwn
            } else {
                byPerson[person].append(
                    Duty(
                        person: assignment.person, unit: assignment.unit, post: assignment.post,
                        interval: assignment.interval, first: stand, isOwn: stand.isOwn))
            }
        }
        return byPerson.map { duties in
            duties.sorted { ($0.interval, $0.unit, $0.post) < ($1.interval, $1.unit, $1.post) }
        }
    }

    /// The stands of the rosters that were sent in.
    private static func stands(of roster: Roster, isOwn: Bool) -> [Stand] {
        let files = Dictionary(roster.tables.map { ($0.unit, $0.file) }, uniquingKeysWith: { first, _ in first })
        let received = roster.period.received
        return roster.assignments.compactMap { assignment in
            // What was never sent in covers nothing, even where a file lies in the folder.
            if let received, received[assignment.unit] == nil { return nil }
            return Stand(assignment: assignment, isOwn: isOwn, file: files[assignment.unit] ?? "")
        }
    }

    private static func order(_ left: Assignment, _ right: Assignment) -> Bool {
        (left.unit, left.post, left.interval, left.person, left.line)
            < (right.unit, right.post, right.interval, right.person, right.line)
    }
}
