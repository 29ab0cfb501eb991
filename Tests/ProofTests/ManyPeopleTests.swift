import Calendars
import Rosters
import Testing

@testable import Incidents

@Suite("A step that names many people")
struct ManyPeopleTests {
    @Test("Whoever handles it in 2,000 towns below a unit without such a post is named once, in the order of the towns")
    func wholeCountry() {
        let country = Country(towns: 2_000)
        let board = DutyBoard(
            at: SmallPlace.window.start, of: country.book, handover: .zero, by: WholeWalk())
        let resolver = TargetResolver(
            unit: "top", category: .accident, type: "危险化学品", ways: [ChannelDefinition.call], board: board)
        let (candidates, misses) = resolver.resolve([.handling])
        #expect(candidates.map(\.recipient) == country.inOrder)
        #expect(candidates.allSatisfy { $0.target == .handling } && misses.isEmpty)
    }

    @Test(
        "Two targets that overlap: the proof tells each once, in the machine's order, and counts each telephone once",
        arguments: [1, 16, 17, 20, 128, 129, 200])
    func overlappingTargets(towns: Int) throws {
        for shared in [1, 3] {
            let country = Country(towns: towns, peopleOnOneTelephone: shared)
            let road = try country.road()
            #expect(road.context.board.at == SmallPlace.window.start)
            let resolver = TargetResolver(
                facts: road.context.facts(of: SmallPlace.hazmat, in: "top"), ways: road.context.ways,
                board: road.context.board)
            let named = resolver.resolve(Country.targets).candidates.map(\.recipient)
            #expect(Set(named) == Set(country.inOrder) && named.count == country.inOrder.count)
            #expect(road.run.steps.first?.reach.recipients == named)
            #expect(road.run.lines == (named.count + shared - 1) / shared)
            #expect(RunFacts(road.run) == RunFacts(countedIn: road.run, of: "top", in: country.book.place))
        }
    }

    @Test("Of two periods that overlap, who stands in both is named once, and who stands in the other one only is too")
    func overlappingPeriods() throws {
        let book = SmallPlace().book
        let later = SmallPlace.during("11-08 08:30", "11-09 08:30")
        let other = Roster(
            period: Period(key: "2026-other", kind: .special, span: .exact(later), requires: []), tables: [],
            assignments: [(0, 0), (4, 1)].map { person, post in
                Assignment(
                    person: Ordinal(person), unit: Ordinal(0), post: Ordinal(post),
                    date: CivilDate(dayNumber: 20_000), interval: later)
            })
        let both = RosterBook(
            calendar: book.calendar, place: book.place, roster: book.roster, overlapping: [other])
        let policy = SmallPlace.policy([Step(5, .tier(.leader)), Step(5, .tier(.dutyOfficer))])
        let context = ProofContext(both, policy: policy)
        var classes = RouteClasses(context)
        let known = classes.classes(of: "office")
        let members = try #require(known.first)
        let runs = UnitRoads(Ordinal(0), in: context).road(of: members).runs
        let before = try #require(runs.first { $0.reports.contains(SmallPlace.at("11-07 12:00")) })
        let after = try #require(runs.first { $0.reports.contains(SmallPlace.at("11-08 12:00")) })
        #expect(before.steps.prefix(2).map(\.reach.recipients) == [Self.people(1), Self.people(2, 3)])
        #expect(after.steps.prefix(2).map(\.reach.recipients) == [Self.people(1), Self.people(2, 3, 5)])
    }

    private static func people(_ numbers: Int...) -> [Recipient] { numbers.map { .person(PersonID("p\($0)")) } }
}

/// Towns with two posts for chemicals each, directly under a unit that keeps none.
///
/// In every other town one person stands at both.
private struct Country {
    static let targets: [Target] = [.post("fire"), .handling]

    let book: RosterBook
    /// Whoever stands at any of the posts, town after town.
    let inOrder: [Recipient]

    init(towns: Int, peopleOnOneTelephone shared: Int = 1) {
        let posts = ["chemicals", "fire"].map {
            Post(key: PostKey($0), name: $0, tier: .keyPost, handles: [SmallPlace.hazmat])
        }
        let units =
            [Unit(id: "top", name: "市")]
            + (1...towns).map { town in
                Unit(id: UnitID("t\(town)"), name: "镇", parent: Ordinal(0), posts: [Ordinal(0), Ordinal(1)])
            }
        var people: [Person] = []
        var assignments: [Assignment] = []
        for town in 1...towns {
            for post in 0...1 {
                if post == 0 || town.isMultiple(of: 2) {
                    people.append(SmallPlace.person(people.count + 1, mobile: "tel-\(people.count / shared)"))
                }
                assignments.append(
                    Assignment(
                        person: Ordinal(people.count - 1), unit: Ordinal(town), post: Ordinal(post),
                        date: CivilDate(dayNumber: 20_000), interval: SmallPlace.window))
            }
        }
        let place = Place(
            key: "country", name: "市", zone: .shanghai, ranks: [], shifts: [], posts: posts, units: units,
            people: people, absences: [], rules: RuleSettings())
        let period = Period(key: "2026-weekend", kind: .special, span: .exact(SmallPlace.window), requires: [])
        self.book = RosterBook(
            calendar: HolidayCalendar(notices: []), place: place,
            roster: Roster(period: period, tables: [], assignments: assignments))
        self.inOrder = people.map { .person($0.id) }
    }

    /// How a report of chemicals fares at the top, with one step that tells the targets and no fallback.
    func road() throws -> (context: ProofContext, run: RouteRun) {
        var policy = SmallPlace.policy([Step(tell: Self.targets, wait: .minutes(5))])
        policy.fallback = []
        let context = ProofContext(book, policy: policy)
        var classes = RouteClasses(context)
        let known = classes.classes(of: "top")
        let members = try #require(known.first { $0.members[SmallPlace.hazmat]?.contains(nil) == true })
        let run = try #require(UnitRoads(Ordinal(0), in: context).road(of: members).runs.first)
        return (context, run)
    }
}
