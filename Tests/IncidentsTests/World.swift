import Calendars
import Incidents
import Rosters

/// The small county in which the timelines play.
///
///     county ─┬─ office ─┬─ town-a, town-b (flood posts)
///             │          └─ mine (borrows its leader and its key post from the office)
///             └─ depot (no phone, no posts, no duty)
enum World {
    static let hook = ChannelDefinition(
        name: "hook", kind: .webhook(urlVariable: "DUTY_HOOK_URL", secretVariable: nil, timeout: .seconds(5)))
    static let call = ChannelDefinition.call

    static let hazmat = IncidentKind(category: .accident, type: "危险化学品")
    static let flood = IncidentKind(category: .nature, type: nil)

    static let posts = [
        Post(key: "leader", name: "带班领导", tier: .leader),
        Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2),
        Post(key: "hazmat", name: "危化品监管岗", tier: .keyPost, handles: [hazmat]),
        Post(key: "flood", name: "防汛岗", tier: .keyPost, handles: [flood]),
        Post(key: "mine-leader", name: "矿区带班", tier: .leader, from: "office"),
        Post(key: "mine-hazmat", name: "矿区危化岗", tier: .keyPost, handles: [hazmat], from: "office"),
        Post(key: "rescue", name: "救援岗", tier: .keyPost, handles: [hazmat]),
    ]

    static let units = [
        Unit(id: "county", name: "县政府", dutyPhone: "0000-5550100", posts: ordinals(0, 1)),
        Unit(id: "office", name: "应急管理局", parent: Ordinal(0), dutyPhone: "0000-5550110", posts: ordinals(0, 1, 2)),
        Unit(id: "town-a", name: "甲镇", parent: Ordinal(1), dutyPhone: "0000-5550120", posts: ordinals(3)),
        Unit(id: "town-b", name: "乙镇", parent: Ordinal(1), posts: ordinals(3)),
        Unit(id: "mine", name: "矿区", parent: Ordinal(1), posts: ordinals(4, 5)),
        Unit(id: "depot", name: "库房", parent: Ordinal(0)),
    ]

    /// `p1` to `p9` have numbers; `q1` and `q2` have none.
    static let people =
        (1...9).map { person("p\($0)", mobile: "1390000000\($0)") } + [
            person("q1", mobile: ""), person("q2", mobile: ""),
        ]

    static let place = makePlace(units: units, people: people)

    static func makePlace(units: [Unit], people: [Person]) -> Place {
        Place(
            key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [], posts: posts, units: units,
            people: people, absences: [], rules: RuleSettings())
    }

    static func person(_ id: String, mobile: String) -> Person {
        Person(id: PersonID(id), name: "人员\(id)", unit: Ordinal(1), mobile: mobile)
    }

    private static func ordinals(_ indices: Int...) -> [Ordinal<Post>] { indices.map { Ordinal($0) } }

    static func facts(
        unit: UnitID? = "office", category: Category? = .accident, type: String? = "危险化学品",
        happened: Instant? = nil, received: Instant = Instant(clock: "03:12"), casualties: Casualties = Casualties(),
        warning: WarningNotice? = nil
    ) -> IncidentFacts {
        IncidentFacts(
            what: "泄漏", place: "厂区", unit: unit, category: category, type: type, happenedAt: happened,
            receivedAt: received, recordedAt: received, casualties: casualties, warningLevel: warning?.level,
            warning: warning)
    }

    /// The leader and whoever handles it for five minutes, then the unit above for ten; nobody hands over.
    static func policy(
        steps: [Step]? = nil, fallback: [Target] = [.person("p9"), .phone("office")],
        ways: [ChannelDefinition] = [hook, call], limits: [ReportLimit] = []
    ) -> Policy {
        var policy = Policy(
            fallback: fallback, roundPause: .minutes(5), channels: ways, contact: ways.map(\.name),
            ladders: [Ladder(name: "default", steps: steps ?? standardSteps)], limits: limits)
        policy.handover = .zero
        return policy
    }

    static func limit(
        _ to: String = "superior", _ over: ReportMedium = .any, grades: [Grade] = [], starts: ClockStart = .received,
        minutes: Int
    ) -> ReportLimit {
        ReportLimit(
            profile: "test", grades: grades, to: to, over: over, starts: starts, within: .minutes(minutes),
            source: "来源")
    }

    static let standardSteps = [
        Step(tell: [.tier(.leader), .handling], wait: .minutes(5)),
        Step(tell: [.unitAbove], wait: .minutes(10)),
    ]

    /// Everybody at their posts for the whole day.
    static let roster = """
        county leader p7, county officer p8, office leader p1, office officer p2, office officer p3 second,
        office hazmat p4
        """
}
