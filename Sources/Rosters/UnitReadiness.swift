/// A standby rescue team of a unit (备勤队伍).
package struct StandbyTeam: Hashable, Sendable, Codable {
    /// Unique within its unit.
    package let key: String
    package let name: String
    package let people: [PersonID]
    /// The team's own phone; empty where it has none.
    package let phone: String

    package init(key: String, name: String, people: [PersonID], phone: String) {
        self.key = key
        self.name = name
        self.people = people
        self.phone = phone
    }
}

/// What a unit must have ready before a period, and what it hands over at each change of shift.
package struct UnitReadiness: Hashable, Sendable, Codable {
    package var teams: [StandbyTeam]
    /// 装备清单: checked off before a period, and at each handover.
    package var equipment: [String]
    /// Keys, seals and phones that go from hand to hand at each handover (钥匙、印章、值班手机).
    package var keys: [String]

    package init(teams: [StandbyTeam] = [], equipment: [String] = [], keys: [String] = []) {
        self.teams = teams
        self.equipment = equipment
        self.keys = keys
    }
}
