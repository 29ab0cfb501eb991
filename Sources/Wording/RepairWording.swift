import Calendars
package import Planning
package import Rosters

/// Who takes what from whom, and who is to be told.
package struct RepairWording: Sendable {
    private let place: Place

    package init(place: Place) {
        self.place = place
    }

    package static let notWritten = Phrase(
        zh: "以上未写入文件；要采用方案 1，请加 --out 文件夹。",
        en: "nothing was written; to take way 1, add --out FOLDER.")

    package func lines(_ repair: Repair, number: Int, of count: Int) -> [Phrase] {
        guard !repair.changes.isEmpty else {
            return [
                Phrase(
                    zh: "无须改动：所列人员在这段时间没有班次。", en: "nothing to change: none of these people has a duty in that time.")
            ]
        }
        let holes = repair.changes.count { $0.to == nil }
        let head =
            Phrase(
                zh: "方案 \(number)：改动 \(repair.changes.count) 处",
                en: "way \(number): \(Counted.changes(repair.changes.count))")
            + (holes > 0
                ? Phrase(
                    zh: "，其中 \(holes) 处无人可补",
                    en: ", \(holes) without anybody")
                : Phrase(""))
        let people = repair.changes.flatMap { [$0.from, $0.to] }.compactMap { $0 }.uniqued().map(contact)
        return [head] + repair.changes.map(line)
            + [
                Phrase(
                    zh: "  须通知：\(people.joined(separator: "、"))", en: "  to be told: \(people.joined(separator: ", "))")
            ]
    }

    /// The name with the number to call, where one is known.
    private func contact(_ person: Ordinal<Person>) -> String {
        let phone = place[person].mobile
        return phone.isEmpty ? place[person].name : "\(place[person].name) \(phone)"
    }

    private func line(_ change: Repair.Change) -> Phrase {
        let slot = PlanWording(place: place).slot(change.slot)
        let from = change.from.map { Phrase(place[$0].name) } ?? Phrase(zh: "（空缺）", en: "(empty)")
        let to = change.to.map { Phrase(place[$0].name) } ?? Phrase(zh: "（空缺）", en: "(empty)")
        return Phrase("  \(slot)  ") + from + Phrase(" → ") + to
    }
}
