import Calendars
import Incidents
import Rosters

/// A generator whose numbers follow from its seed alone.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    mutating func some<Element>(_ count: ClosedRange<Int>, of elements: [Element]) -> [Element] {
        (0..<number(count)).map { _ in pick(elements) }
    }
}

/// A random incident under a random policy, with duty boards that change, empty and vanish.
struct RandomWorld {
    private(set) var random: SplitMix64
    let incident: Incident
    private let stands: [DutyStand]

    private static let hours = 48
    private static let people = (1...9).map { PersonID("p\($0)") } + ["q1", "q2", "p99"]
    private static let seats: [(UnitID, PostKey)] = [
        ("county", "leader"), ("county", "officer"), ("office", "leader"), ("office", "officer"), ("office", "hazmat"),
        ("town-a", "flood"), ("town-b", "flood"), ("mine", "mine-leader"), ("mine", "mine-hazmat"),
    ]
    private static let phones: [Target] = World.units.map { .phone($0.id) } + [.phone("nowhere")]
    private static let targets: [Target] =
        Tier.allCases.map { .tier($0) } + World.posts.map { .post($0.key) } + people.map { .person($0) } + phones
        + [.handling, .handling, .handling, .unitAbove, .unitAbove, .unitAbove, .tier(.leader), .tier(.dutyOfficer)]
    private static let ways = [
        World.hook, World.call, ChannelDefinition(name: "desk", kind: .terminal),
    ]
    private static let withoutPhones = World.makePlace(
        units: World.units, people: World.people.map { $0.withoutPhones() })

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let policy = Self.policy(&random)
        let facts = World.facts(
            unit: random.pick(["office", "office", "office", "county", "town-a", "mine", "depot", "nowhere", nil]),
            category: random.pick([nil] + Category.allCases), type: random.pick(["危险化学品", "洪水", nil]))
        let start = Instant(seconds: 0)
        let board = DutyBoard(at: start, place: World.place, isInPeriod: random.chance(80), stands: [])
        let grading = Grading(computed: nil, chosen: nil)
        self.incident = Incident(
            number: IncidentNumber(year: 2026, sequence: 1), facts: facts, grading: grading,
            plan: RoutePlanner.plan(for: facts, grading: grading, policy: policy, board: board),
            escalation: Escalation(nextStepAt: start), informant: nil)
        self.stands = random.chance(10) ? [] : Self.stands(&random)
        self.random = random
    }

    private static func policy(_ random: inout SplitMix64) -> Policy {
        let steps = (0..<random.number(1...4)).map { _ in
            Step(
                tell: random.some(1...3, of: targets), need: random.chance(25) ? .all : .any,
                wait: .minutes(random.number(0...20)))
        }
        return Policy(
            fallback: random.some(0...2, of: targets), roundPause: .minutes(random.number(1...10)), channels: ways,
            contact: random.some(0...4, of: ways).map(\.name),
            ladders: random.chance(90) ? [Ladder(name: "random", steps: steps)] : [])
    }

    /// Shifts of one to twelve hours, with holes between them.
    private static func stands(_ random: inout SplitMix64) -> [DutyStand] {
        seats.flatMap { unit, post in
            var stands: [DutyStand] = []
            var hour = random.number(0...6)
            while hour < hours {
                let end = hour + random.number(1...12)
                let interval = Interval(
                    start: Instant(seconds: Int64(hour) * 3600), end: Instant(seconds: Int64(end) * 3600))
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
        let place = random.pick([World.place, World.place, World.place, World.place, Self.withoutPhones, nil])
        let wrapped = Instant(seconds: now.seconds % Int64(Self.hours * 3600))
        return DutyBoard(at: wrapped, place: place, isInPeriod: true, stands: random.chance(95) ? stands : [])
    }

    /// Any event, likely or not, and the time at which it comes: early, on time or late.
    mutating func event(for escalation: Escalation, outbox: [Message], now: Instant) -> (IncidentEvent, Instant) {
        let soon = now + .seconds(random.number(0...400))
        let person = person(among: escalation.told)
        if escalation.phase != .open, random.chance(40) {
            let isClosed = escalation.phase == .closed
            return (isClosed ? .reopened(by: person, reason: "reopen") : .closed(by: person, reason: "close"), soon)
        }
        switch random.number(1...100) {
        case 1...30:
            return (.stepDue, max(now, escalation.nextStepAt ?? now))
        case 31...40:
            return (.stepDue, max(now, escalation.nextStepAt ?? now) + .seconds(random.number(1...7200)))
        case 41...48: return (.stepDue, soon)
        case 49...78:
            guard !outbox.isEmpty, random.chance(95) else { return (.wayFailed(MessageID(text: "unknown")), soon) }
            let recent = outbox.suffix(6).map(\.id)
            return (.wayFailed(random.pick(random.chance(90) ? recent : outbox.map(\.id))), soon)
        case 79...86: return (.acknowledged(by: person), soon)
        case 87...92: return (.closed(by: person, reason: "close"), soon)
        default: return (.reopened(by: person, reason: "reopen"), soon)
        }
    }

    /// Somebody who was told, or anybody.
    private mutating func person(among told: [Told]) -> PersonID {
        let anybody = random.pick(Self.people)
        guard !told.isEmpty, random.chance(50), case .person(let id) = random.pick(told).recipient else {
            return anybody
        }
        return id
    }

    /// What became of a message by now, as far as the walk cares.
    mutating func fate() -> MessageState { random.pick(MessageState.allCases) }
}
