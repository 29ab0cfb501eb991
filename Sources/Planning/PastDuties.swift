package import Calendars
package import Rosters

/// Who stood in earlier periods: by how much their people come into this one loaded.
package struct PastDuties: Sendable {
    /// One earlier period, or the history that somebody wrote down.
    package struct Stretch: Sendable {
        /// Who really stood, by today's people.
        package let duties: [PastDuty]
        /// Who belonged to the place then; nil where nobody knows. Whoever came later is not owed for it.
        package let members: Set<Ordinal<Person>>?

        package init(duties: [PastDuty], members: Set<Ordinal<Person>>?) {
            self.duties = duties
            self.members = members
        }
    }

    package var stretches: [Stretch]
    /// Whom the published tables named, by post, whoever stood in for them: a swap never shifts later turns.
    package var turns: [Turn]

    package init(stretches: [Stretch] = [], turns: [Turn] = []) {
        self.stretches = stretches
        self.turns = turns
    }

    /// A turn of a rotation that was taken.
    package struct Turn: Hashable, Sendable {
        package let person: Ordinal<Person>
        package let unit: Ordinal<Unit>
        package let post: Ordinal<Post>
        package let date: CivilDate

        package init(person: Ordinal<Person>, unit: Ordinal<Unit>, post: Ordinal<Post>, date: CivilDate) {
            self.person = person
            self.unit = unit
            self.post = post
            self.date = date
        }
    }
}

/// The loads with which people come into a period.
struct PastLoads {
    private let place: Place
    private let calendar: HolidayCalendar
    /// The year of the period; what lies earlier fades.
    private let year: Int

    init(place: Place, calendar: HolidayCalendar, year: Int) {
        self.place = place
        self.calendar = calendar
        self.year = year
    }

    /// By person, in minutes × weight; a latecomer is credited with the mean of the unit for what came before.
    func loads(of past: PastDuties) -> [Int64] {
        var loads = [Int64](repeating: 0, count: place.people.count)
        let days = DayLoads(past.stretches.flatMap(\.duties).map(\.date), in: place, calendar)
        for stretch in past.stretches {
            var own = [Int64](repeating: 0, count: place.people.count)
            for duty in stretch.duties { own[duty.person.index] += load(of: duty, days) }
            if let members = stretch.members { credit(latecomers: members, &own) }
            for person in loads.indices { loads[person] += own[person] }
        }
        return loads
    }

    private func load(of duty: PastDuty, _ days: DayLoads) -> Int64 {
        var load =
            duty.weight.map { Int64(duty.minutes) * Int64($0.count) }
            ?? days.hundredths(minutes: duty.minutes, on: duty.date)
        for _ in 0..<max(0, year - duty.date.year) { load = load * Int64(place.plan.historyFades.count) / 100 }
        return load / 100
    }

    private func credit(latecomers members: Set<Ordinal<Person>>, _ loads: inout [Int64]) {
        for unit in place.units.indices {
            let people = place.people(of: Ordinal(unit))
            let old = people.filter { members.contains($0) }
            guard !old.isEmpty, old.count < people.count else { continue }
            let mean = old.reduce(0) { $0 + loads[$1.index] } / Int64(old.count)
            for person in people where !members.contains(person) { loads[person.index] += mean }
        }
    }

    /// Who stood on 除夕 of the year before.
    func stoodLastEve(_ past: PastDuties) -> Set<Ordinal<Person>> {
        Set(
            past.stretches.flatMap(\.duties)
                .filter { $0.date.year == year - 1 && $0.date.month < 3 }
                .filter { DayLabel.labels(of: $0.date).contains(.newYearsEve) }
                .map(\.person))
    }
}
