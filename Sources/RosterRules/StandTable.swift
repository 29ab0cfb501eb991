package import Calendars
package import Rosters

/// An assignment with the table it comes from.
package struct Stand: Hashable, Sendable {
    package let assignment: Assignment
    /// False for a stand of an overlapping period.
    package let isOwn: Bool
    /// Which of the files of the ``StandTable`` it comes from.
    let file: Int32
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
    /// By person, the positions of that person's stands in `all`.
    let byPerson: Grouped<Int32>
    private let byUnit: Grouped<Stand>
    /// The paths of the tables; the first stands for a table without a file.
    private let files: [String]

    init(book: RosterBook, window: Interval, by slicer: some Slicer) {
        let near = Interval(start: window.start - .seconds(172_800), end: window.end + .seconds(172_800))
        var files = [""]
        var sent = Self.sent(book.roster, isOwn: true, units: book.place.units.count, &files, by: slicer) { _ in true }
        for other in book.overlapping {
            sent += Self.sent(other, isOwn: false, units: book.place.units.count, &files, by: slicer) {
                $0.interval.overlaps(near)
            }
        }
        let stands = sent
        let units = Grouped(positions: stands.count, groups: book.place.units.count) {
            stands[$0].assignment.unit.index
        }
        let parts = slicer.overRanges(of: units.count) { range in
            var sorted: [Stand] = []
            for unit in range {
                let start = sorted.count
                for position in units[unit] { sorted.append(stands[Int(position)]) }
                sorted[start...].sort(by: Self.isBefore)
            }
            return sorted
        }
        let all = Array(joining: parts)
        self.all = all
        self.files = files
        self.byUnit = Grouped(all, counts: (0..<units.count).map { Int32(units[$0].count) })
        self.byPerson = Grouped(positions: all.count, groups: book.place.people.count) {
            all[$0].assignment.person.index
        }
    }

    /// The line of the table from which a stand comes.
    package func source(of stand: Stand) -> SourcePlace {
        SourcePlace(file: files[Int(stand.file)], line: Int(stand.assignment.line))
    }

    package func stands(unit: Ordinal<Unit>, post: Ordinal<Post>) -> ArraySlice<Stand> {
        let own = byUnit[unit.index]
        func position(of bound: Int32) -> Int {
            var (low, high) = (own.startIndex, own.endIndex)
            while low < high {
                let middle = (low + high) / 2
                if own[middle].assignment.post.offset < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return own[position(of: post.offset)..<position(of: post.offset + 1)]
    }

    /// The stands that serve a need: the unit's own, or those of the unit that lends its people.
    func stands(for need: CoverNeed, in place: Place) -> ArraySlice<Stand> {
        let own = stands(unit: need.unit, post: need.post)
        guard own.isEmpty, let lender = place.posts[need.post.index].from.flatMap({ place.unit($0) }) else {
            return own
        }
        let same = stands(unit: lender, post: need.post)
        guard same.isEmpty else { return same }
        let tier = place[need.post].tier
        let equal = place[lender].posts.first { place[$0].tier == tier }
        return equal.map { stands(unit: lender, post: $0) } ?? []
    }

    /// Every person's duties in order of start, by person.
    func duties(by slicer: some Slicer) -> Grouped<Duty> {
        let parts = slicer.overRanges(of: byPerson.count) { range in
            var duties: [Duty] = []
            var counts: [Int32] = []
            for person in range {
                let start = duties.count
                addDuties(of: person, to: &duties)
                counts.append(Int32(duties.count - start))
            }
            return (duties: duties, counts: counts)
        }
        return Grouped(Array(joining: parts.map(\.duties)), counts: Array(joining: parts.map(\.counts)))
    }

    private func addDuties(of person: Int, to duties: inout [Duty]) {
        let start = duties.count
        for position in byPerson[person] {
            let stand = all[Int(position)]
            let assignment = stand.assignment
            let last = duties.count - 1
            if last >= start, duties[last].unit == assignment.unit, duties[last].post == assignment.post,
                assignment.interval.start <= duties[last].interval.end
            {
                duties[last].interval = duties[last].interval.hull(assignment.interval)
                duties[last].isOwn = duties[last].isOwn || stand.isOwn
            } else {
                duties.append(
                    Duty(
                        person: assignment.person, unit: assignment.unit, post: assignment.post,
                        interval: assignment.interval, first: stand, isOwn: stand.isOwn))
            }
        }
        guard duties.count - start > 1 else { return }
        let (first, last) = (duties[start], duties[duties.count - 1])
        // At one post they stand in order already.
        if first.unit == last.unit, first.post == last.post { return }
        duties[start...].sort { ($0.interval, $0.unit, $0.post) < ($1.interval, $1.unit, $1.post) }
    }

    /// The stands of the rosters that were sent in.
    private static func sent(
        _ roster: Roster, isOwn: Bool, units: Int, _ files: inout [String], by slicer: some Slicer,
        where isNear: @Sendable (Assignment) -> Bool
    ) -> [Stand] {
        var fileOfUnit = [Int32](repeating: 0, count: units)
        for table in roster.tables where fileOfUnit[table.unit.index] == 0 {
            fileOfUnit[table.unit.index] = Int32(files.count)
            files.append(table.file)
        }
        // What was never sent in covers nothing, even where a file lies in the folder.
        let received = roster.period.received
        let isSent = (0..<units).map { unit in received.map { $0[Ordinal(unit)] != nil } ?? true }
        let file = fileOfUnit
        let parts = slicer.overRanges(of: roster.assignments.count) { range in
            var stands: [Stand] = []
            stands.reserveCapacity(range.count)
            for position in range {
                let assignment = roster.assignments[position]
                guard isSent[assignment.unit.index], isNear(assignment) else { continue }
                stands.append(Stand(assignment: assignment, isOwn: isOwn, file: file[assignment.unit.index]))
            }
            return stands
        }
        return Array(joining: parts)
    }

    private static func isBefore(_ left: Stand, _ right: Stand) -> Bool {
        let (left, right) = (left.assignment, right.assignment)
        if left.post != right.post { return left.post < right.post }
        if left.interval != right.interval { return left.interval < right.interval }
        if left.person != right.person { return left.person < right.person }
        return left.line < right.line
    }
}
