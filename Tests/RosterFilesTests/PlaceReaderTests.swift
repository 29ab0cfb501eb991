import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing

@Suite("Reading a place")
struct PlaceReaderTests {
    let book: PlaceBook
    var place: Place { book.place }

    init() throws {
        let reading = World().placeReading
        #expect(reading.diagnostics == [])
        book = try #require(reading.value)
    }

    @Test("the sample place gives its ranks, shifts, hours and rules")
    func frame() throws {
        #expect(place.key == "qinghe")
        #expect(place.name == "清河县")
        #expect(place.zone == .shanghai)
        #expect(place.ranks == ["科员", "股级", "乡科级副职", "乡科级正职", "县处级副职"])
        #expect(place.shifts.map(\.key) == ["day", "night"])
        #expect(place.shifts.map(\.window.description) == ["08:30-17:30", "17:30-08:30"])
        #expect(place.rules[.rest] == RuleSetting(level: .error, hours: 12))
        #expect(place.rules[.reachable] == RuleSetting(level: .warning))
        #expect(place.rules[.weekday] == RuleSetting())
        #expect(PlaceReader.calendarFolder(of: World().placeSources.place) == "../calendar")
    }

    @Test("the sample posts and units are the model that the design names")
    func postsAndUnits() throws {
        #expect(
            place.posts == [
                Post(key: "leader", name: "带班领导", tier: .leader, rank: Rank(level: 2)),
                Post(key: "officer", name: "值班员", tier: .dutyOfficer, count: 2, employment: [.established]),
                Post(
                    key: "hazmat", name: "危化品监管岗", tier: .keyPost, qualifications: ["危化品"],
                    handles: [IncidentKind(category: .accident, type: "危险化学品")]),
            ])
        let unit = try #require(place.units.first)
        #expect(unit.id == "emergency-office")
        #expect(unit.parent == nil)
        #expect(unit.hours?.entries.map(\.window.description) == ["08:30-17:30"])
        #expect(unit.dutyPhone == "0000-5550110")
        #expect(unit.posts == [Ordinal(0), Ordinal(1), Ordinal(2)])
    }

    @Test("people belong to units by id or by name, with their rank, employment and line")
    func people() {
        #expect(place.people.count == 8)
        #expect(
            place.people[1]
                == Person(
                    id: "p002", name: "张卫东", unit: Ordinal(0), title: "副局长", rank: Rank(level: 2),
                    employment: .established, mobile: "10000000002", line: 3))
        #expect(place.people[4].qualifications == ["危化品", "注册安全工程师"])
    }

    @Test("absence dates are inclusive, clock times half-open")
    func absences() {
        let spans = place.absences.map {
            "\(place.zone.civil($0.interval.start)) \(place.zone.civil($0.interval.end))"
        }
        #expect(spans == ["2026-10-02 00:00 2026-10-04 00:00", "2026-10-01 12:00 2026-10-02 08:00"])
        #expect(place.absences.map(\.person) == [Ordinal(2), Ordinal(3)])
    }

    @Test("the sample policy gives targets, channels, ladders and limits")
    func policy() {
        let policy = book.policy
        #expect(policy.fallback == [.person("p001"), .phone("emergency-office")])
        #expect(policy.roundPause == .minutes(5))
        #expect(policy.ungradedAs == .III)
        #expect(policy.channels.map(\.name) == ["hook", "call"])
        #expect(
            policy.channels.first?.kind
                == .webhook(urlVariable: "DUTY_HOOK_URL", secretVariable: "DUTY_HOOK_SECRET", timeout: .seconds(5)))
        #expect(policy.contact == ["hook", "call"])
        #expect(
            policy.ladders == [
                Ladder(
                    name: "default",
                    steps: [
                        Step(tell: [.tier(.leader), .handling], wait: .minutes(5)),
                        Step(tell: [.unitAbove], wait: .minutes(10)),
                    ])
            ])
        #expect(
            policy.limits == [
                ReportLimit(
                    profile: "national", categories: [.accident], grades: [.I, .II, .III, .IV], to: "superior",
                    starts: .received, within: .minutes(120), source: "国令493 第十一条")
            ])
    }

    @Test("a place without a policy file has the standard policy")
    func noPolicy() {
        var world = World()
        world.policy = nil
        world.absences = nil
        #expect(world.placeReading.diagnostics == [])
        #expect(world.placeReading.value?.policy == Policy())
        #expect(world.placeReading.value?.place.absences == [])
    }

    @Test("the calendar knows its notice and its special periods")
    func calendar() throws {
        #expect(book.calendar.notice(ofYear: 2026)?.number == "国办发明电〔2025〕7号")
        #expect(book.calendar.specialPeriods.map(\.name) == ["2026年汛期"])
        #expect(book.calendar.kind(of: try #require(CivilDate("2026-10-10"))) == .workday)
    }
}
