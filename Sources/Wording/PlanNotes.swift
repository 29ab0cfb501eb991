package import Calendars
package import Planning
import RosterRules
package import Rosters

/// A question to `plan` that cannot be meant so.
package enum PlanMisuse: Trouble, Hashable {
    case otherPeriod(String, String)
    /// `--from` or `--to` without anybody who drops out.
    case rangeAlone
    case noSuchFile(String)
    case wrongDate(String)
    /// `--why` with so many of its three words.
    case tooFewWords(option: String, found: Int)

    package var exitCode: Int32 { 2 }

    package var phrase: Phrase {
        switch self {
        case .otherPeriod(let one, let other):
            Phrase(
                zh: "两份值班表不是同一时期：A 为 \(one)，B 为 \(other)",
                en: "the two rosters are of different periods: A is \(one), B is \(other)")
        case .rangeAlone:
            Phrase(zh: "--from、--to 只与 --repair 合用", en: "--from and --to go with --repair only")
        case .noSuchFile(let path): Phrase(zh: "找不到文件：\(path)", en: "no such file: \(path)")
        case .wrongDate(let text):
            Phrase(zh: "日期有误：“\(text)”，应如 2026-10-01", en: "not a date: “\(text)”; write 2026-10-01")
        case .tooFewWords(let option, let found):
            Phrase(
                zh: "\(option) 后面应有三项：人员 日期 岗位，只有 \(found) 项",
                en: "\(option) takes three words, PERSON DATE POST; found \(found)")
        }
    }
}

/// What `plan` notes beside its answers.
package struct PlanNotes: Sendable {
    private let place: Place

    package init(place: Place) {
        self.place = place
    }

    package func comparison(_ period: String) -> Phrase {
        Phrase(zh: "\(place.name) \(period)：比较两份排班", en: "\(place.name) \(period): two rosters compared")
    }

    package static let emptySeats = Phrase(
        zh: "空缺不计分：请先看排满人次，再比得分。", en: "empty seats have no score: look at the seats filled first, then at the score.")

    package static func noShift(_ post: String, on date: CivilDate) -> Phrase {
        Phrase(zh: "\(date) 没有\(post)的班次", en: "on \(date) there is no shift as \(post)")
    }

    package static func outsider(_ person: String, _ post: String) -> Phrase {
        Phrase(
            zh: "\(person) 不属于可排\(post)的单位", en: "\(person) belongs to no unit from which \(post) is rostered")
    }

    /// Why nobody takes the seats that stay empty.
    package func unfilled(_ repair: Repair) -> [Phrase] {
        let open = repair.exclusions
        guard !open.isEmpty else { return [] }
        let findings = FindingWording(place: place)
        let head = Phrase(
            zh: "其中 \(open.count) 处无人可补：", en: "without anybody: \(open.count), because")
        return [head]
            + open.flatMap { change, reasons in
                [Phrase("  " + PlanWording(place: place).slot(change.slot))]
                    + reasons.map { group in
                        Phrase("    ") + names(group.people) + Phrase(zh: "：", en: ": ") + findings.reason(group)
                    }
            }
    }

    private static let mostNames = 5

    private func names(_ people: [Ordinal<Person>]) -> Phrase {
        let names = people.prefix(Self.mostNames).map { place[$0].name }
        let all = Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
        guard people.count > Self.mostNames else { return all }
        return all + Phrase(zh: "等 \(people.count) 人", en: " and others, \(people.count) in all")
    }

    /// Names on the table that break rules stay where they stand, so that no plan mends them.
    package static func keptFaults(_ count: Int) -> Phrase {
        Phrase(
            zh: "✗ 表上已排的人员有 \(count) 处错误，排班不会改动（新请假的可用 duty plan --repair 换人）：",
            en: "✗ names that stand already break rules, errors: \(count); no plan moves them "
                + "(for new absences: duty plan --repair):")
    }
}
