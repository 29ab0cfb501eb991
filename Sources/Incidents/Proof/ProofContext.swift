import Calendars
import Rosters

/// What the routing proof looks at, worked out once.
final class ProofContext: Sendable {
    let place: Place
    let policy: Policy
    let window: Interval
    /// Everybody who stands at some time, as at the start of the window.
    let board: DutyBoard
    let kinds: RouteKinds
    /// Each person's ways in order, as every plan has them.
    let ways: [ChannelDefinition]
    /// Within so many seconds a leader must be told; nil: no demand.
    let leaderWithin: Int64?
    /// What the period asks of each unit: when which posts must be covered.
    private let demands: [Ordinal<Unit>: UnitDemand]
    private let absences: [Ordinal<Person>: [Interval]]
    /// The posts that the period wants staffed anywhere.
    private let wanted: Set<Ordinal<Post>>
    /// Everybody who is in charge of some kind of incident.
    let leaders: [Person]
    private let lines: Lines

    /// A handover lasts as long as the policy says, unless it is given.
    init(
        _ book: RosterBook, policy: Policy, handover: Duration? = nil, by slicer: some Slicer = WholeWalk()
    ) {
        self.place = book.place
        self.policy = policy
        self.window = book.window
        self.board = DutyBoard(
            at: book.window.start, of: book, handover: handover ?? policy.handover, by: slicer)
        self.kinds = RouteKinds(place: book.place, policy: policy)
        self.ways = policy.ways
        self.leaderWithin = policy.leaderWithin?.components.seconds
        let windows = PeriodWindows(book.roster.period, of: book.place, calendar: book.calendar)
        self.demands = Dictionary(
            book.roster.period.requires.map { ($0.unit, UnitDemand($0, in: book, window: windows[$0.unit])) },
            uniquingKeysWith: { first, _ in first })
        self.wanted = Set(book.roster.period.requires.flatMap { $0.posts.map(\.post) })
        self.leaders = book.place.people.filter { $0.inCharge?.isEmpty == false }
        self.absences = Dictionary(grouping: book.place.absences, by: \.person).mapValues { $0.map(\.interval) }
        self.lines = Lines(book.place, by: slicer)
    }

    /// The facts of an incident of a kind in a unit, all else 未掌握.
    func facts(of kind: IncidentKind, in unit: UnitID) -> IncidentFacts {
        IncidentFacts(
            what: "", place: "", unit: unit, category: kind.category, type: kind.type, happenedAt: nil,
            receivedAt: window.start, recordedAt: window.start)
    }

    /// The ladder that the desk would take for it.
    func plan(for facts: IncidentFacts, grade: Grade?) -> EscalationPlan {
        let chosen = grade.map { ChosenGrade(grade: $0, reason: "", by: nil) }
        return RoutePlanner.plan(
            for: facts, grading: Grading(computed: nil, chosen: chosen), policy: policy, board: board)
    }

    func isRequired(_ unit: Ordinal<Unit>) -> Bool { demands[unit] != nil }

    /// The reports of a unit that are judged: its own window, cut to those of the units above it, whose people it calls.
    func window(of unit: Ordinal<Unit>) -> Interval {
        var common = demands[unit]?.window ?? window
        var above = place.units[unit.index].parent
        while let here = above {
            common = demands[here].flatMap { common.intersection($0.window) } ?? common
            above = place.units[here.index].parent
        }
        return common
    }

    /// Whether the period wants somebody at a post that a step means, at some time of an interval; a step that names no
    /// kind of post is wanted always.
    func demands(_ targets: [Target], of kind: IncidentKind, in unit: Ordinal<Unit>, during interval: Interval) -> Bool
    {
        let posts = place[unit].posts.filter { post in targets.contains { $0.means(place[post], for: kind) } }
        guard targets.contains(where: \.isOfPosts) else { return true }
        return posts.contains { post in
            demands[unit]?.cover[post]?.contains { $0.overlaps(interval) } == true
        }
    }

    /// Whether the period wants a post staffed anywhere.
    func wants(_ post: PostKey) -> Bool {
        place.post(post).map(wanted.contains) ?? false
    }

    func absences(of person: Ordinal<Person>) -> [Interval] {
        absences.isEmpty ? [] : absences[person, default: []]
    }

    func absences(of recipient: Recipient) -> [Interval] {
        guard !absences.isEmpty, case .person(let id) = recipient, let person = place.person(id) else { return [] }
        return absences(of: person)
    }

    /// The telephone behind a person, the first number; two people on one are one.
    func line(of person: Ordinal<Person>) -> Int32 { lines.people[person.index] }

    /// A unit's duty phone.
    func line(of unit: Ordinal<Unit>) -> Int32 { lines.units[unit.index] }

    /// -1 for nobody of the place.
    func line(of recipient: Recipient) -> Int32 {
        switch recipient {
        case .person(let id): place.person(id).map(line) ?? -1
        case .phone(let unit): place.unit(unit).map(line) ?? -1
        }
    }

    /// How grave a finding is here; nil where the policy has switched its rule off.
    func severity(_ rule: RouteRule, usually standard: Severity) -> Severity? {
        RuleSetting.severity(policy.proof[rule], default: standard)
    }
}

/// Each person's and each unit's telephone as a small number, the same for the same digits.
private struct Lines {
    let people: [Int32]
    let units: [Int32]

    /// The number is the first position of the digits among those of all people and then all units.
    init(_ place: Place, by slicer: some Slicer) {
        let (people, units) = (place.people, place.units)
        let digits = { @Sendable (position: Int) -> String in
            guard position < people.count else { return units[position - people.count].dutyPhone }
            let person = people[position]
            if !person.mobile.isEmpty { return person.mobile }
            return person.officePhone.isEmpty ? person.id.text : person.officePhone
        }
        let count = people.count + units.count
        let index = TextIndex(count: count, text: digits)
        let lines = slicer.overRanges(of: count) { range in
            range.map { Int32(index.first(digits($0), text: digits) ?? $0) }
        }.flatMap { $0 }
        self.people = Array(lines.prefix(people.count))
        self.units = Array(lines.dropFirst(people.count))
    }
}

/// What a period asks of one unit.
private struct UnitDemand {
    let window: Interval
    let cover: [Ordinal<Post>: [Interval]]

    init(_ requirement: UnitRequirement, in book: RosterBook, window: Interval) {
        let (place, unit) = (book.place, requirement.unit)
        self.window = window
        self.cover = Dictionary(
            requirement.posts.map { wanted in
                let cover = book.calendar.required(
                    wanted.cover ?? place[wanted.post].cover, hours: place[unit].hours, zone: place.zone,
                    within: window)
                return (wanted.post, cover)
            }, uniquingKeysWith: +)
    }
}

extension Target {
    /// Whether it names whoever stands at some kind of post.
    fileprivate var isOfPosts: Bool {
        switch self {
        case .tier, .post, .handling: true
        case .fieldLeader, .person, .phone, .unitAbove: false
        }
    }

    fileprivate func means(_ post: Post, for kind: IncidentKind) -> Bool {
        switch self {
        case .tier(let tier): post.tier == tier
        case .post(let key): post.key == key
        case .handling: post.isFor(kind)
        case .fieldLeader, .person, .phone, .unitAbove: false
        }
    }
}
