import Calendars
import Incidents
import Rosters
import Testing
import Wording

@Suite("What is said of gaps")
struct GapWordingTests {
    private static let night = Interval(start: LeakNight.at("08:30"), end: LeakNight.at("17:30"))

    private func text(_ subject: MatterSubject) -> Phrase {
        MatterWording(subject: subject, names: LeakNight.names, zone: .shanghai, isDrill: false).text
    }

    private func gap(needed: Int?, have: Int?, people: [PersonID]? = nil) -> PostGap {
        PostGap(unit: "office", post: "officer", interval: Self.night, needed: needed, have: have, people: people)
    }

    @Test("An absence from a post of two says that one of two stands, and who")
    func opened() {
        let said = text(
            .gapsOpened(
                GapsOpened(absent: "p2", absence: Self.night, gaps: [gap(needed: 2, have: 1, people: ["p3"])])))
        #expect(said.zh.contains("以下岗位缺岗，请安排替班：\n"))
        #expect(said.zh.hasSuffix("02-17 08:30–17:30：应有 2 人，现有 1 人（孙丽）"))
        #expect(said.en.contains("these posts lack people") && said.en.hasSuffix("02-17 08:30–17:30: 1 of 2 (孙丽)"))
    }

    @Test("What was recorded before numbers were kept is said without them")
    func withoutNumbers() {
        let said = text(
            .gapsOpened(GapsOpened(absent: "p2", absence: Self.night, gaps: [gap(needed: nil, have: nil)])))
        #expect(said.zh.hasSuffix("02-17 08:30–17:30") && said.en.hasSuffix("02-17 08:30–17:30"))
    }

    @Test("A relief that fills one gap and eases another names itself, who stands, and what is missing still")
    func closed() {
        let slot = DutySlot(unit: "office", post: "officer", interval: Self.night, person: "p2")
        let said = text(
            .gapsClosed(
                GapsClosed(
                    by: .relief(of: slot, during: Self.night, by: "p3"),
                    cause: .change(ChangeNumber(4), .relief, approvedBy: "p1"),
                    gaps: [gap(needed: 1, have: 1, people: ["p3"]), gap(needed: 2, have: 1)])))
        let lines = said.zh.split(separator: "\n")
        #expect(lines.count == 5 && lines[0].hasPrefix("缺岗有变化：替班 c4"))
        #expect(lines[1] == "以下岗位恢复值守：" && lines[2].hasSuffix("08:30–17:30（孙丽）"))
        #expect(lines[3] == "以下岗位缺员减少，仍缺岗：" && lines[4].hasSuffix("应有 2 人，现有 1 人"))
    }
}
