import Calendars
import Planning
import Rosters
import TestSupport

/// The same place and roster with people, units, posts, rows and periods in another order.
struct ShuffledBook {
    private let book: RosterBook
    /// By old position, the new one.
    private let people: [Int]
    private let units: [Int]
    private let posts: [Int]
    private var random: SplitMix64

    static func of(_ book: RosterBook, seed: UInt64) -> RosterBook {
        var shuffled = ShuffledBook(book, seed: seed)
        return shuffled.shuffled()
    }

    /// The same request with wishes and the rows of history in another order too.
    static func of(_ request: PlanRequest, seed: UInt64) -> PlanRequest {
        var shuffled = ShuffledBook(request.book, seed: seed)
        var other = request
        other.book = shuffled.shuffled()
        other.wishes = request.wishes.map {
            Wish(person: shuffled.new($0.person), from: $0.from, to: $0.to, isFor: $0.isFor, weight: $0.weight)
        }.shuffled(using: &shuffled.random)
        other.past = shuffled.past(request.past)
        return other
    }

    private mutating func past(_ past: PastDuties) -> PastDuties {
        let stretches = past.stretches.map { stretch in
            PastDuties.Stretch(
                duties: stretch.duties.map {
                    PastDuty(person: new($0.person), date: $0.date, minutes: $0.minutes, weight: $0.weight)
                }.shuffled(using: &random), members: stretch.members.map { Set($0.map(new)) })
        }
        return PastDuties(stretches: stretches, turns: past.turns)
    }

    private init(_ book: RosterBook, seed: UInt64) {
        self.book = book
        self.random = SplitMix64(seed: seed)
        self.people = book.place.people.indices.shuffled(using: &random)
        self.units = book.place.units.indices.shuffled(using: &random)
        self.posts = book.place.posts.indices.shuffled(using: &random)
    }

    private func new(_ person: Ordinal<Person>) -> Ordinal<Person> { Ordinal(people[person.index]) }
    private func new(_ unit: Ordinal<Unit>) -> Ordinal<Unit> { Ordinal(units[unit.index]) }
    private func new(_ post: Ordinal<Post>) -> Ordinal<Post> { Ordinal(posts[post.index]) }

    private func moved<Thing>(_ things: [Thing], _ positions: [Int]) -> [Thing] {
        zip(things, positions).sorted { $0.1 < $1.1 }.map(\.0)
    }

    private mutating func shuffled() -> RosterBook {
        let roster = roster(book.roster)
        let overlapping = book.overlapping.map { self.roster($0) }.shuffled(using: &random)
        return RosterBook(calendar: book.calendar, place: place, roster: roster, overlapping: overlapping)
    }

    private var place: Place {
        let old = book.place
        let units = old.units.map { unit in
            Unit(
                id: unit.id, name: unit.name, parent: unit.parent.map(new), hours: unit.hours,
                dutyPhone: unit.dutyPhone, posts: unit.posts.map(new).sorted(), principals: unit.principals)
        }
        let people = old.people.map { person in
            Person(
                id: person.id, name: person.name, unit: new(person.unit), rank: person.rank,
                employment: person.employment, mobile: person.mobile, officePhone: person.officePhone,
                qualifications: person.qualifications, team: person.team)
        }
        let absences = old.absences.map {
            Absence(person: new($0.person), interval: $0.interval, reason: $0.reason)
        }
        var plan = old.plan
        plan.shifts = plan.shifts.map { .init(post: new($0.post), shifts: $0.shifts) }
        plan.unitShifts = plan.unitShifts?.map { .init(unit: new($0.unit), shifts: $0.shifts) }
        plan.rotation = plan.rotation.map(new)
        return Place(
            key: old.key, name: old.name, zone: old.zone, ranks: old.ranks, shifts: old.shifts,
            posts: moved(old.posts, posts), units: moved(units, self.units), people: moved(people, self.people),
            absences: absences, rules: old.rules, plan: plan)
    }

    /// Names within a cell keep their order: the first is the primary.
    private mutating func roster(_ roster: Roster) -> Roster {
        let cells = Dictionary(grouping: roster.assignments) { [$0.unit.index, $0.post.index, Int($0.line)] }
        let keys = cells.keys.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &random)
        let assignments = keys.flatMap { cells[$0] ?? [] }.map { old in
            Assignment(
                person: new(old.person), unit: new(old.unit), post: new(old.post), date: old.date,
                interval: old.interval, isPrimary: old.isPrimary, isPinned: old.isPinned, line: Int(old.line))
        }
        let tables = roster.tables.map {
            UnitTable(unit: new($0.unit), file: $0.file, posts: $0.posts.map(new), weekdays: $0.weekdays)
        }
        return Roster(
            period: period(roster.period), tables: tables.shuffled(using: &random), assignments: assignments)
    }

    private mutating func period(_ period: Period) -> Period {
        let requires = period.requires.map { requirement in
            UnitRequirement(
                unit: new(requirement.unit),
                posts: requirement.posts.map {
                    PostRequirement(post: new($0.post), count: $0.count, rank: $0.rank, cover: $0.cover)
                }.shuffled(using: &random))
        }
        let received = period.received.map { received in
            Dictionary(uniqueKeysWithValues: received.map { (new($0.key), $0.value) })
        }
        return period.with(requires: requires.shuffled(using: &random), received: received)
    }
}
