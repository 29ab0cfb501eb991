import Rosters
import Testing

@Suite("The unit that a “where” belongs to")
struct TerritoryTests {
    private static let place = World.makePlace(
        units: [
            Unit(id: "county", name: "县政府"),
            Unit(id: "town-a", name: "甲镇", territory: ["甲镇", "幸福路", "网格03", "开发区"]),
            Unit(id: "town-b", name: "乙镇", territory: ["乙镇", "幸福路北段", "网格031", "开发区", ""]),
        ], people: [])

    private static func unit(_ text: String) -> String {
        switch place.territory(of: text) {
        case .one(let ordinal, let name): "\(place[ordinal].id) by \(name)"
        case .several(let ordinals, let name):
            ordinals.map { place[$0].id.text }.joined(separator: " or ") + " by \(name)"
        case .none: "nobody"
        }
    }

    @Test(
        "The longest place name or grid cell in the text decides, and nobody guesses between two",
        arguments: [
            ("甲镇卫生院门口", "town-a by 甲镇"), ("幸福路12号", "town-a by 幸福路"), ("幸福路北段12号", "town-b by 幸福路北段"),
            ("网格03", "town-a by 网格03"), ("网格03，水塔旁", "town-a by 网格03"), ("网格031", "town-b by 网格031"),
            ("网格0312", "nobody"), ("开发区管委会", "town-a or town-b by 开发区"), ("丙镇", "nobody"), ("", "nobody"),
            ("甲镇与乙镇交界", "town-a or town-b by 甲镇"),
        ])
    func decides(text: String, expected: String) {
        #expect(Self.unit(text) == expected)
    }
}
