import Calendars
import Incidents
import Rosters
import Testing

@Suite("Which limits are in force where")
struct ProfileTests {
    private static func limit(_ profile: String, _ jurisdiction: String? = nil) -> ReportLimit {
        ReportLimit(
            profile: profile, jurisdiction: jurisdiction, to: jurisdiction ?? profile, starts: .received,
            within: .minutes(60), source: "来源")
    }

    private static func names(
        _ limits: [ReportLimit], profiles: [String] = [], unit: UnitID? = "office", place: Place? = World.place
    ) -> [String] {
        var policy = Policy(limits: limits)
        policy.profiles = profiles
        return policy.deadlines(
            for: World.facts(unit: unit), grading: Grading(computed: nil, chosen: nil), in: place
        ).map(\.to)
    }

    @Test("A policy that names profiles takes the limits of these, and one that names none takes all")
    func profiles() {
        let limits = [Self.limit("national"), Self.limit("local-a"), Self.limit("local-b")]
        #expect(Self.names(limits) == ["local-a", "local-b", "national"])
        #expect(Self.names(limits, profiles: ["national", "local-a"]) == ["local-a", "national"])
        #expect(Self.names(limits, profiles: ["elsewhere"]).isEmpty)
    }

    @Test("A jurisdiction that is a unit, by id or name, holds for it and those under it, and for no other")
    func jurisdiction() {
        let limits = [Self.limit("local", "county"), Self.limit("local", "应急管理局"), Self.limit("local", "town-a")]
        #expect(Self.names(limits, unit: "county") == ["county"])
        #expect(Self.names(limits, unit: "depot") == ["county"])
        #expect(Self.names(limits, unit: "office") == ["county", "应急管理局"])
        #expect(Self.names(limits, unit: "town-a") == ["county", "town-a", "应急管理局"])
    }

    @Test("Any other word is a label; where the unit or the place is not known, every limit is listed")
    func labels() {
        #expect(Self.names([Self.limit("local", "重庆")], unit: "town-a") == ["重庆"])
        let limits = [Self.limit("local", "town-a"), Self.limit("local", "town-b")]
        #expect(Self.names(limits, unit: nil) == ["town-a", "town-b"])
        #expect(Self.names(limits, unit: "nowhere") == ["town-a", "town-b"])
        #expect(Self.names(limits, place: nil) == ["town-a", "town-b"])
    }
}
