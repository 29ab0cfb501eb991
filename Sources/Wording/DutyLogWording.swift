package import Calendars
package import Rosters
package import Watchkeeping

/// Says the duty log (值班日志) of a shift, ready to print.
package struct DutyLogWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    package func title(_ unit: UnitID, _ shift: Interval) -> Phrase {
        Phrase(zh: "值班日志  \(names.unit(unit))  ", en: "Duty log  \(names.unit(unit))  ")
            + Phrase("\(zone.civil(shift.start)) → \(zone.civil(shift.end))")
    }

    package func people(_ staffed: [StaffedPost]) -> [Phrase] {
        staffed.map { post in
            Phrase("\(names.post(post.post))") + Phrase(zh: "：", en: ": ")
                + post.people.map { Phrase(names.person($0)) }.joined()
        }
    }

    /// Time, number, text, who wrote it; a corrected entry says by which one, a correction which one it corrects.
    package func cells(_ entry: LogEntry, in log: DutyLog) -> [Phrase] {
        let corrected = log.correction(of: entry.number)
        let corrects = entry.corrects.map { Phrase(zh: "（更正 \($0)）", en: " (corrects \($0))") } ?? Phrase("")
        let mark =
            corrects
            + (corrected.map { Phrase(zh: "（已更正，见 \($0.number)）", en: " (corrected by \($0.number))") } ?? Phrase(""))
        let written =
            entry.writtenAt == entry.happenedAt
            ? Phrase("")
            : Phrase(zh: " \(zone.short(entry.writtenAt)) 记", en: ", written \(zone.short(entry.writtenAt))")
        return [
            Phrase(zone.short(entry.happenedAt)), Phrase("\(entry.number)"), Phrase(entry.text) + mark,
            Phrase(names.person(entry.by)) + written,
        ]
    }

    package static let empty = Phrase(zh: "（本班没有记录）", en: "(nothing was written)")
    package static let incidents = Phrase(zh: "本班接报事件", en: "Incidents of this shift")
    package static let handovers = Phrase(zh: "交接班", en: "Handovers")
    package static let signed = Phrase(
        zh: "值班员签字：________    带班领导签字：________", en: "Duty officer: ________    Leader: ________")
}
