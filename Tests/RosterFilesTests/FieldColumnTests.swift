import Calendars
import RosterFiles
import Rosters
import Testing

@Suite("Territory, leaders in charge and tested numbers")
struct FieldColumnTests {
    @Test("a unit's territory is its place names and grid cells, and where routes by them")
    func territory() throws {
        var world = World()
        world.place = world.place.with("parent: null", "parent: null, territory: [城关镇, 网格0312]")
            .with("rules:", "  town: {territory: 青石镇}\nrules:")
        let reading = world.placeReading
        #expect(reading.diagnostics.map(describe) == [])
        let place = try #require(reading.value?.place)
        #expect(place.units.map(\.territory) == [["城关镇", "网格0312"], ["青石镇"]])
        #expect(place.territory(of: "网格0312东侧") == .one(Ordinal(0), name: "网格0312"))
        #expect(place.territory(of: "青石镇柳河村") == .one(Ordinal(1), name: "青石镇"))
    }

    @Test("a name that two units claim is refused where it stands again")
    func claimedTwice() {
        var world = World()
        world.place = world.place.with("parent: null", "parent: null, territory: [城关镇]")
            .with("rules:", "  town: {territory: [青石镇, 城关镇], teritory: x}\nrules:")
        #expect(
            world.placeReading.diagnostics.map(describe) == [
                "place.yaml:15: territory ‘城关镇’ stands twice, first on line 14",
                "place.yaml:15: unknown key ‘teritory’, the nearest is ‘territory’",
            ])
    }

    @Test(
        "the fields of a leader and the day of the last test are columns in either language",
        arguments: ["in charge of,tested on", "分管,核验日期"])
    func columns(header: String) throws {
        var world = World()
        world.absences = nil
        world.policy = nil
        world.people = """
            id,name,unit,\(header)
            p001,李建国,emergency-office,accident/危险化学品、自然灾害,2026-09-01
            p002,张卫东,emergency-office,"公共卫生，社会安全/群体性事件;accident",2026年9月2日
            p003,孙丽,emergency-office,,

            """
        let reading = world.placeReading
        #expect(reading.diagnostics.map(describe) == [])
        let people = try #require(reading.value?.place.people)
        #expect(
            people[0].inCharge == [
                IncidentKind(category: .accident, type: "危险化学品"), IncidentKind(category: .nature, type: nil),
            ])
        #expect(
            people[1].inCharge == [
                IncidentKind(category: .health, type: nil), IncidentKind(category: .security, type: "群体性事件"),
                IncidentKind(category: .accident, type: nil),
            ])
        #expect(people.map(\.testedOn) == [CivilDate("2026-09-01"), CivilDate("2026-09-02"), nil])
        #expect(people[2].inCharge == nil)
    }

    @Test("unknown kinds and impossible dates are refused on their row, all in one run")
    func faults() {
        var world = World()
        world.absences = nil
        world.policy = nil
        world.people = "id,name,unit,分管,核验日期\np001,李建国,emergency-office,acident/火灾、nature、/,2026-02-30\n"
        #expect(
            world.placeReading.diagnostics.map(describe) == [
                "people.csv:2: found ‘acident/火灾’, expected a category such as accident/危险化学品",
                "people.csv:2: found ‘/’, expected a category such as accident/危险化学品",
                "people.csv:2: found ‘2026-02-30’, expected a date such as 2026-10-01",
            ])
    }
}
