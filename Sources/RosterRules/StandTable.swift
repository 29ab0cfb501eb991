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

/// A maximal run of touching assignments of one person at one post; a shift that a change cut counts in one piece.
package struct Duty: Hashable, Sendable {
    package let person: Ordinal<Person>
    package let unit: Ordinal<Unit>
    package let post: Ordinal<Post>
    package var interval: Interval
    /// The position of its first stand in ``StandTable/all``.
    package let first: Int32
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
    private let cuts: [Assignment]

    init(book: RosterBook, window: Interval, by slicer: some Slicer) {
        let near = Interval(start: window.start - .seconds(172_800), end: window.end + .seconds(172_800))
        let isFarSeen = book.place.rules.mostInWindow != nil || book.place.rules.mostConsecutive != nil
        let units = book.place.units.count
        var files = [""]
        let own = SentRoster(book.roster, isOwn: true, units: units, &files)
        let sent = [own] + book.overlapping.map { SentRoster($0, isOwn: false, units: units, &files) }
        let parts = slicer.overRanges(of: units) { range in
            var sorted: [Stand] = []
            var counts: [Int32] = []
            for unit in range {
                let start = sorted.count
                for roster in sent { roster.addStands(of: unit, near: isFarSeen ? nil : near, to: &sorted) }
                sorted[start...].sort(by: Self.isBefore)
                counts.append(Int32(sorted.count - start))
            }
            return (stands: sorted, counts: counts)
        }
        let sorted = parts.map(\.stands)
        let people = book.place.people.count
        let (all, byPerson) = slicer.pair(
            { Array(joining: sorted) }, { Self.positions(of: sorted, people: people) })
        self.all = all
        self.byPerson = byPerson
        self.byUnit = Grouped(all, counts: Array(joining: parts.map(\.counts)))
        self.files = files
        self.cuts = book.cuts
    }

    /// By person, the positions that their stands have once the parts are joined.
    private static func positions(of parts: [[Stand]], people: Int) -> Grouped<Int32> {
        let persons = parts.flatMap { part in part.map(\.assignment.person.offset) }
        return Grouped(positions: persons.count, groups: people) { Int(persons[$0]) }
    }

    /// The line of the table from which a stand comes.
    package func source(of stand: Stand) -> SourcePlace {
        SourcePlace(file: files[Int(stand.file)], line: Int(stand.assignment.line))
    }

    /// The line from which a duty's first stand comes.
    func source(of duty: Duty) -> SourcePlace { source(of: all[Int(duty.first)]) }

    /// The date of a duty's first shift.
    package func day(of duty: Duty) -> CivilDate { all[Int(duty.first)].assignment.date }

    /// Duties with their days, by day and then as they are ordered.
    func dated(_ duties: [Duty]) -> [(day: CivilDate, duty: Duty)] {
        duties.enumerated().map { (day: day(of: $0.element), offset: $0.offset, duty: $0.element) }
            .sorted { ($0.day, $0.offset) < ($1.day, $1.offset) }
            .map { (day: $0.day, duty: $0.duty) }
    }

    /// A person's stands, unit by unit and post by post.
    package func stands(of person: Ordinal<Person>) -> [Stand] { byPerson[person.index].map { all[Int($0)] } }

    func stands(unit: Ordinal<Unit>) -> ArraySlice<Stand> { byUnit[unit.index] }

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

    /// A person's duties in order of start.
    package func duties(of person: Ordinal<Person>) -> [Duty] {
        var duties: [Duty] = []
        gatherDuties(of: person, into: &duties)
        return duties
    }

    /// The same in memory that is there already, for walks over everybody.
    func gatherDuties(of person: Ordinal<Person>, into duties: inout [Duty]) {
        duties.removeAll(keepingCapacity: true)
        for place in Int(byPerson.starts[person.index])..<Int(byPerson.starts[person.index + 1]) {
            let position = byPerson.elements[place]
            let stand = all[Int(position)]
            let assignment = stand.assignment
            let last = duties.count - 1
            if last >= 0, duties[last].unit == assignment.unit, duties[last].post == assignment.post,
                assignment.interval.start <= duties[last].interval.end || isOneShift(duties[last], assignment)
            {
                duties[last].interval = duties[last].interval.hull(assignment.interval)
                duties[last].isOwn = duties[last].isOwn || stand.isOwn
            } else {
                duties.append(
                    Duty(
                        person: assignment.person, unit: assignment.unit, post: assignment.post,
                        interval: assignment.interval, first: position, isOwn: stand.isOwn))
            }
        }
        guard let first = duties.first, let last = duties.last, duties.count > 1 else { return }
        // At one post they stand in order already.
        if first.unit == last.unit, first.post == last.post { return }
        duties.sort { ($0.interval, $0.unit, $0.post) < ($1.interval, $1.unit, $1.post) }
    }

    /// Whether a change cut both out of one shift: the time between them is neither rest nor the end of a duty.
    private func isOneShift(_ duty: Duty, _ assignment: Assignment) -> Bool {
        cuts.contains {
            $0.person == assignment.person && $0.unit == assignment.unit && $0.post == assignment.post
                && $0.interval.overlaps(duty.interval) && $0.interval.overlaps(assignment.interval)
        }
    }

    private static func isBefore(_ left: Stand, _ right: Stand) -> Bool {
        let (left, right) = (left.assignment, right.assignment)
        if left.post.offset != right.post.offset { return left.post.offset < right.post.offset }
        let (start, other) = (left.interval.start.seconds, right.interval.start.seconds)
        if start != other { return start < other }
        if left.interval != right.interval { return left.interval < right.interval }
        if left.person.offset != right.person.offset { return left.person.offset < right.person.offset }
        return left.line < right.line
    }
}

/// A roster's assignments by unit, as far as they were sent in.
private struct SentRoster {
    private let assignments: [Assignment]
    private let isOwn: Bool
    /// By unit, positions in `assignments`.
    private let byUnit: Grouped<Int32>
    /// By unit; 0 for the table without a file.
    private let files: [Int32]
    /// What was never sent in covers nothing, even where a file lies in the folder.
    private let isSent: [Bool]

    init(_ roster: Roster, isOwn: Bool, units: Int, _ files: inout [String]) {
        var fileOfUnit = [Int32](repeating: 0, count: units)
        let tables = roster.tables
        for number in tables.indices where fileOfUnit[tables[number].unit.index] == 0 {
            fileOfUnit[tables[number].unit.index] = Int32(files.count)
            files.append(tables[number].file)
        }
        let assignments = roster.assignments
        self.assignments = assignments
        self.isOwn = isOwn
        self.byUnit = Grouped(positions: assignments.count, groups: units) { Int(assignments[$0].unit.offset) }
        self.files = fileOfUnit
        let received = roster.period.received
        self.isSent = (0..<units).map { unit in received.map { $0[Ordinal(unit)] != nil } ?? true }
    }

    /// Appends a unit's stands; those of an overlapping period only where they bear on the time at hand, if any is given.
    func addStands(of unit: Int, near: Interval?, to stands: inout [Stand]) {
        guard isSent[unit] else { return }
        for position in byUnit[unit] {
            let assignment = assignments[Int(position)]
            guard isOwn || near.map(assignment.interval.overlaps) ?? true else { continue }
            stands.append(Stand(assignment: assignment, isOwn: isOwn, file: files[unit]))
        }
    }
}
