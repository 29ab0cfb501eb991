/// A planning problem in numbers: who can sit where, what is forbidden, what is wished for.
///
/// Nothing in `Kernel` knows a name, a text or a calendar. A *station* is one post of one unit, a *slot* one shift at a
/// station, a *seat* one of the people that a slot needs. People, slots, stations and units are positions from 0.
package struct SeatProblem: Hashable, Sendable {
    package var slots: [Slot]
    package var people: [Member]
    package var limits: Limits
    package var weights: Weights

    package init(slots: [Slot], people: [Member], limits: Limits = Limits(), weights: Weights = Weights()) {
        self.slots = slots
        self.people = people
        self.limits = limits
        self.weights = weights
    }

    /// One shift at one post of one unit.
    package struct Slot: Hashable, Sendable {
        package var unit: Int32
        package var station: Int32
        /// Seconds since 1970; the end does not belong to the shift.
        package var start: Int64
        package var end: Int64
        /// The day number of the shift's date, to which it belongs also beyond midnight.
        package var day: Int32
        /// year × 12 + month − 1 of that date.
        package var month: Int32
        /// Seats: so many different people.
        package var count: Int
        /// What one seat weighs on its person: minutes × the weight of the day, rounded.
        package var load: Int64
        /// How bad an empty seat is beside other empty seats, at least 1.
        package var priority: Int64
        /// A leader on duty, whom nobody on duty in the unit may outrank where ``Limits/isRankKept``.
        package var isLeader: Bool
        /// Posts that are stood on site conflict with one another, and those led by phone with one another.
        package var isOnSite: Bool
        /// Who sits here already and stays, at most ``count``.
        package var pinned: [Int32]
        /// Who may sit here: eligible for the post, and on no leave that touches the shift; ascending by person.
        package var candidates: [Candidate]
        /// Who would be a candidate but for leaves; ascending by person.
        package var barred: [Barred]

        package init(
            unit: Int32 = 0, station: Int32 = 0, start: Int64, end: Int64, day: Int32, month: Int32 = 0,
            count: Int = 1, load: Int64, priority: Int64 = 1, isLeader: Bool = false, isOnSite: Bool = true,
            pinned: [Int32] = [], candidates: [Candidate], barred: [Barred] = []
        ) {
            self.unit = unit
            self.station = station
            self.start = start
            self.end = end
            self.day = day
            self.month = month
            self.count = count
            self.load = load
            self.priority = priority
            self.isLeader = isLeader
            self.isOnSite = isOnSite
            self.pinned = pinned
            self.candidates = candidates
            self.barred = barred
        }
    }

    /// Somebody who may sit in a slot.
    package struct Candidate: Hashable, Sendable {
        package let person: Int32
        /// What it costs beside fairness (wishes, changes, last year's 除夕), in units of the score; may be negative.
        package let cost: Int64

        package init(_ person: Int32, cost: Int64 = 0) {
            self.person = person
            self.cost = cost
        }
    }

    /// Somebody whom leaves keep from a slot.
    package struct Barred: Hashable, Sendable {
        package let person: Int32
        /// The leaves by the caller's numbers; all of them would have to be lifted.
        package let leaves: [Int32]

        package init(person: Int32, leaves: [Int32]) {
            self.person = person
            self.leaves = leaves
        }
    }

    package struct Member: Hashable, Sendable {
        /// Weighted load of earlier periods, in the measure of ``Slot/load``.
        package var history: Int64
        /// A larger number is a higher rank; -1 for none.
        package var rank: Int32
        /// The team with which the person is rostered; -1 for none.
        package var team: Int32
        /// Duties outside this problem (other periods), with which seats must not conflict; they have no load here.
        package var busy: [Busy]
        /// Who must never be on duty at the same time as this person; symmetric.
        package var apart: [Int32]

        package init(
            history: Int64 = 0, rank: Int32 = -1, team: Int32 = -1, busy: [Busy] = [], apart: [Int32] = []
        ) {
            self.history = history
            self.rank = rank
            self.team = team
            self.busy = busy
            self.apart = apart
        }
    }

    /// A duty that stands already, outside this problem.
    package struct Busy: Hashable, Sendable {
        package let station: Int32
        package let start: Int64
        package let end: Int64
        package let day: Int32
        package let isOnSite: Bool

        package init(station: Int32, start: Int64, end: Int64, day: Int32, isOnSite: Bool = true) {
            self.station = station
            self.start = start
            self.end = end
            self.day = day
            self.isOnSite = isOnSite
        }
    }

    /// What no plan may break. A *duty* is a maximal run of touching shifts of one person at one station.
    package struct Limits: Hashable, Sendable {
        /// Seconds between two duties of one person on site (or of one by phone); 0 asks for none.
        package var rest: Int64
        /// Seconds that one duty may last.
        package var dutyLength: Int64
        /// Most duties of one person in the whole problem; nil: no limit.
        package var most: Int?
        /// Most duties that begin within so many days in a row.
        package var window: Window?
        /// Most dates in a row on which shifts of one person begin.
        package var consecutive: Int?
        /// 值班人员职级不高于带班领导: nobody in a slot outranks whoever sits at the same time in a leader's slot of the unit.
        package var isRankKept: Bool

        package init(
            rest: Int64 = 0, dutyLength: Int64 = 86_400, most: Int? = nil, window: Window? = nil,
            consecutive: Int? = nil, isRankKept: Bool = false
        ) {
            self.rest = rest
            self.dutyLength = dutyLength
            self.most = most
            self.window = window
            self.consecutive = consecutive
            self.isRankKept = isRankKept
        }
    }

    package struct Window: Hashable, Sendable {
        package let days: Int
        package let most: Int

        package init(days: Int, most: Int) {
            self.days = days
            self.most = most
        }
    }

    /// What the score counts, in whole units; ``SeatScore`` says how.
    package struct Weights: Hashable, Sendable {
        package var fairness: Int64
        /// Dates of two neighbouring duties of one person that lie fewer than so many days apart cost (missing days)² × weight.
        package var spacingDays: Int
        package var spacing: Int64
        /// Σ over people and months of load².
        package var months: Int64
        /// For each shift of a unit, the number of teams in it beyond the first.
        package var teams: Int64

        package init(
            fairness: Int64 = 1, spacingDays: Int = 0, spacing: Int64 = 0, months: Int64 = 0, teams: Int64 = 0
        ) {
            self.fairness = fairness
            self.spacingDays = spacingDays
            self.spacing = spacing
            self.months = months
            self.teams = teams
        }
    }
}

/// Who sits where: for each slot, in its order, the people of its seats; -1 is an empty seat.
package struct SeatPlan: Hashable, Sendable {
    package var seats: [[Int32]]

    package init(seats: [[Int32]]) {
        self.seats = seats
    }
}
