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
        zh: "以上未写入文件；加 --out 文件夹 写出方案 1。", en: "nothing was written; --out FOLDER writes way 1.")

    package func lines(_ repair: Repair, number: Int, of count: Int) -> [Phrase] {
        guard !repair.changes.isEmpty else {
            return [Phrase(zh: "无须改动：此人在这段时间没有排班。", en: "nothing to change: no duty falls into that time.")]
        }
        let holes = repair.changes.count { $0.to == nil }
        let head =
            Phrase(
                zh: "方案 \(number)：改动 \(repair.changes.count) 处", en: "way \(number): \(repair.changes.count) changes")
            + (holes > 0
                ? Phrase(
                    zh: "，其中 \(holes) 处无人可补",
                    en: ", \(holes) without anybody")
                : Phrase(""))
        let people = repair.changes.flatMap { [$0.from, $0.to] }.compactMap { $0 }.uniqued().map { place[$0].name }
        return [head] + repair.changes.map(line)
            + [
                Phrase(
                    zh: "  须通知：\(people.joined(separator: "、"))", en: "  to be told: \(people.joined(separator: ", "))")
            ]
    }

    private func line(_ change: Repair.Change) -> Phrase {
        let slot = PlanWording(place: place).slot(change.slot)
        let from = change.from.map { Phrase(place[$0].name) } ?? Phrase(zh: "（空缺）", en: "(empty)")
        let to = change.to.map { Phrase(place[$0].name) } ?? Phrase(zh: "（空缺）", en: "(empty)")
        return Phrase("  \(slot)  ") + from + Phrase(" → ") + to
    }
}
