import Calendars
import Incidents
import Rosters
import TestSupport

/// A random incident under a random policy, with duty boards that change, empty and vanish.
struct RandomWorld {
    var random: SplitMix64
    let intake: Record.Intake
    let policy: Policy
    let start: Instant
    private let boards: [DutyBoard]

    /// `p99` is nobody, `l1` and `l2` are in charge of something.
    static let people = (1...9).map { PersonID("p\($0)") } + ["q1", "q2", "p99", "l1", "l2"]
    static let types = ["危险化学品", "洪水", "雪灾", nil]
    private static let hours = 24 * 8
    private static let seats: [(UnitID, PostKey)] = [
        ("county", "leader"), ("county", "officer"), ("office", "leader"), ("office", "officer"), ("office", "hazmat"),
        ("town-a", "flood"), ("town-b", "flood"), ("mine", "mine-leader"), ("mine", "mine-hazmat"),
    ]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        policy = Policy.random(&random)
        start = .midnight + .minutes(random.number(0...1439))
        let facts = Self.facts(&random, at: start)
        boards = Self.boards(&random, policy)
        let board = boards[random.chance(80) ? 0 : 1].moved(to: start)
        let grading = Grading(
            computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties),
            chosen: nil)
        intake = Record.Intake(
            facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board), informantHash: nil)
        self.random = random
    }

    private static func facts(_ random: inout SplitMix64, at start: Instant) -> IncidentFacts {
        let warning = WarningNotice(
            kind: "暴雨", level: random.pick(WarningLevel.allCases), from: start,
            until: random.chance(50) ? start + .minutes(random.number(-60...3000)) : nil, area: "全县", measures: "",
            issuer: "县气象局", issuedAt: start)
        var facts = World.facts(
            unit: random.pick(["office", "office", "office", "county", "town-a", "mine", "depot", "nowhere", nil]),
            category: random.pick([nil] + Category.allCases), type: random.pick(types),
            happened: random.chance(50) ? start + .minutes(-random.number(0...90)) : nil, received: start,
            warning: random.chance(30) ? warning : nil)
        facts.casualties.dead = random.pick([nil, nil, 0, 3])
        return facts
    }

    /// The usual board; one outside every period; one whose people have no numbers; an empty database.
    private static func boards(_ random: inout SplitMix64, _ policy: Policy) -> [DutyBoard] {
        let stands = stands(&random)
        let leaders = [("l1", 0), ("l2", 1)].map { id, unit in
            Person(
                id: PersonID(id), name: id, unit: Ordinal(unit), mobile: "13900000010",
                inCharge: random.some(0...2, of: Category.allCases).map { IncidentKind(category: $0, type: nil) })
        }
        let place = World.makePlace(units: World.units, people: World.people + leaders)
        func board(_ place: Place?, isInPeriod: Bool, _ stands: [DutyStand]) -> DutyBoard {
            DutyBoard(
                at: .midnight, place: place, isInPeriod: isInPeriod, stands: stands, handover: policy.handover)
        }
        return [
            board(place, isInPeriod: true, stands), board(place, isInPeriod: false, []),
            board(place.with(people: place.people.map { $0.withoutPhones() }), isInPeriod: true, stands),
            board(nil, isInPeriod: false, []),
        ]
    }

    /// Shifts of one to twelve hours, with holes between them; now and then none at all.
    private static func stands(_ random: inout SplitMix64) -> [DutyStand] {
        guard random.chance(90) else { return [] }
        return seats.flatMap { unit, post in
            var stands: [DutyStand] = []
            var hour = random.number(0...6)
            while hour < hours {
                let end = hour + random.number(1...12)
                let interval = Interval(start: .midnight + .minutes(hour * 60), end: .midnight + .minutes(end * 60))
                stands += random.some(0...2, of: people).map {
                    DutyStand(
                        unit: unit, post: post, person: $0, isPrimary: stands.isEmpty, interval: interval,
                        period: "random", version: 1)
                }
                hour = end + (random.chance(30) ? random.number(1...6) : 0)
            }
            return stands
        }
    }

    /// Whoever is on duty then; now and then nobody, nobody with a number, or no place at all.
    mutating func board(at now: Instant) -> DutyBoard {
        boards[random.chance(80) ? 0 : random.number(1...3)].moved(to: now)
    }

    /// What became of a message by now, as far as the walk cares.
    mutating func fate() -> MessageState { random.pick(MessageState.allCases) }
}

extension Policy {
    private static let ways = [World.hook, World.call, ChannelDefinition(name: "desk", kind: .terminal)]
    private static let phones: [Target] = World.units.map { .phone($0.id) } + [.phone("nowhere")]
    private static let targets: [Target] =
        Tier.allCases.map { .tier($0) } + World.posts.map { .post($0.key) } + RandomWorld.people.map { .person($0) }
        + phones + [.handling, .handling, .unitAbove, .unitAbove, .fieldLeader, .tier(.leader), .tier(.dutyOfficer)]

    fileprivate static func random(_ random: inout SplitMix64) -> Policy {
        var policy = Policy(
            fallback: random.some(0...2, of: targets), roundPause: .minutes(random.number(1...10)),
            ungradedAs: random.pick(Grade.allCases), channels: ways, contact: random.some(0...4, of: ways).map(\.name),
            ladders: random.chance(90) ? [ladder("worse", &random, [.I, .II]), ladder("all", &random)] : [],
            limits: (0..<random.number(0...4)).map { _ in limit(&random) })
        policy.askAgain = .minutes(random.number(1...180))
        policy.handover = .minutes(random.pick([0, 10, 60]))
        policy.ackBy = random.chance(20) ? .anyone : .told
        if random.chance(30), let day = ClockWindow(random.pick(["07:00-22:00", "22:00-06:00", "12:00-12:01"])) {
            policy.quiet = [QuietRule(match: match(&random), day: day, reason: "夜间不告知")]
        }
        policy.standby = (0..<random.number(0...2)).map { _ in
            StandbyRule(
                match: IncidentMatch(warnings: random.some(0...1, of: WarningLevel.allCases)),
                posts: random.some(0...2, of: World.posts).map(\.key))
        }
        return policy
    }

    private static func ladder(_ name: String, _ random: inout SplitMix64, _ grades: [Grade] = []) -> Ladder {
        let steps = (0..<random.number(1...4)).map { _ in
            Step(
                tell: random.some(1...3, of: targets), need: random.chance(30) ? .all : .any,
                wait: .minutes(random.number(0...20)))
        }
        return Ladder(name: name, match: IncidentMatch(grades: grades), steps: steps)
    }

    private static func match(_ random: inout SplitMix64) -> IncidentMatch {
        IncidentMatch(
            categories: random.some(0...2, of: Category.allCases), grades: random.some(0...1, of: Grade.allCases))
    }

    private static func limit(_ random: inout SplitMix64) -> ReportLimit {
        World.limit(
            random.pick(["superior", "county", "province"]), random.pick([.any, .phone, .written]),
            grades: random.some(0...2, of: Grade.allCases),
            starts: random.pick([.happened, .learned, .received, .verified]), minutes: random.number(5...180))
    }
}
