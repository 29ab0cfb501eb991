import Calendars
import Incidents
import RosterFiles
import Rosters
import Testing
import Watchkeeping

@Suite("What place.yaml and policy.yaml say of the daily work")
struct WatchKeyTests {
    private func world(policy: String = "round_pause: 5\n", unit: String = "") -> World {
        var world = World()
        world.policy = policy
        world.place = world.place.replacing(
            "posts: [leader, officer, hazmat]}", with: "posts: [leader, officer, hazmat]\(unit)}")
        return world
    }

    private func place(_ unit: String) throws -> Place {
        let reading = world(unit: unit).placeReading
        #expect(reading.diagnostics.map(describe) == [])
        return try #require(reading.value?.place)
    }

    @Test("teams, equipment and keys stand with their unit; people by name or id")
    func readiness() throws {
        let place = try place(
            ", equipment: [卫星电话, 照明车], keys: 值班室钥匙, teams: {rescue: {name: 抢险队, people: [孙丽, p004], phone: 0000-5550119}}"
        )
        let readiness = place.units[0].readiness
        #expect(readiness.equipment == ["卫星电话", "照明车"])
        #expect(readiness.keys == ["值班室钥匙"])
        #expect(
            readiness.teams
                == [StandbyTeam(key: "rescue", name: "抢险队", people: ["p003", "p004"], phone: "0000-5550119")])
        #expect(try self.place("").units[0].readiness == UnitReadiness())
    }

    @Test("an unknown person, a thing written twice and a misspelt key are named with their lines")
    func faults() {
        let unit = ", equipment: [照明车, 照明车], teams: {rescue: {people: [孙莉], fone: 1}}"
        #expect(
            world(unit: unit).placeReading.diagnostics.map(describe) == [
                "place.yaml:14: piece of equipment ‘照明车’ stands twice, first on line 14",
                "place.yaml:14: unknown person ‘孙莉’, the nearest is ‘孙丽’",
                "place.yaml:14: unknown key ‘fone’, the nearest is ‘phone’",
            ])
    }

    private func policy(_ text: String) throws -> Policy {
        let reading = world(policy: text).placeReading
        #expect(reading.diagnostics.map(describe) == [])
        return try #require(reading.value?.policy)
    }

    @Test("handovers are watched within so many minutes, at the posts named or at the usual ones")
    func handovers() throws {
        #expect(try policy("handover_signed: {within: 15}").handoverRule == HandoverRule(within: .minutes(15)))
        #expect(try policy("handover_signed: {within: 15, posts: all}").handoverRule?.posts == nil)
        let named = try policy("handover_signed: {within: 0, posts: [值班员, leader]}").handoverRule
        #expect(named == HandoverRule(within: .zero, posts: ["officer", "leader"]))
        #expect(try policy("round_pause: 5\n").handoverRule == nil)
    }

    @Test("nil reports: times in order, units all or named, to whom")
    func nilReports() throws {
        let clocks = try ["09:00", "15:00"].map { try #require(ClockTime($0)) }
        let rule = try policy(#"nil_report: {by: ["15:00", "09:00"], units: all, to: 应急管理局}"#).nilReport
        #expect(rule == NilReportRule(by: clocks, to: "emergency-office"))
        let one = try policy(#"nil_report: {by: "15:00", units: [emergency-office]}"#).nilReport
        #expect(one == NilReportRule(by: [clocks[1]], units: ["emergency-office"]))
    }

    @Test("what is missing, unknown or out of range is refused in one run")
    func wrong() {
        let policy = """
            handover_signed: {posts: [officr]}
            nil_report: {by: ["25:00"], units: [emergency-offce], at: x}
            """
        #expect(
            world(policy: policy).placeReading.diagnostics.map(describe) == [
                "policy.yaml:1: key ‘within’ or its value is missing",
                "policy.yaml:1: unknown post ‘officr’, the nearest is ‘officer’",
                "policy.yaml:2: found ‘25:00’, expected a clock time such as \"08:30\"",
                "policy.yaml:2: unknown unit ‘emergency-offce’, the nearest is ‘emergency-office’",
                "policy.yaml:2: unknown key ‘at’, the nearest is ‘units’",
            ])
    }
}
