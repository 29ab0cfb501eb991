package import Calendars
package import RosterRules
package import Rosters

/// The words around a check's findings.
package enum CheckWording {
    package static func title(_ report: CheckReport, place: Place) -> Phrase {
        let zone = place.zone
        return Phrase(
            zh: "\(place.name) \(report.period)：\(zone.civil(report.window.start)) → \(zone.civil(report.window.end))",
            en: "\(place.name) \(report.period): \(zone.civil(report.window.start)) → \(zone.civil(report.window.end))")
    }

    package static let legend = Phrase(
        zh: "✓ 排满  ✗n 当日有 n 个岗位缺岗  · 当日不要求值守",
        en: "✓ covered  ✗n n posts with a gap that day  · no cover required that day")
    package static let unit = Phrase(zh: "单位", en: "unit")
    package static let noFindings = Phrase(zh: "未发现问题。", en: "No findings.")

    /// Below the rows of a large place.
    package static func unitsWithoutGap(_ count: Int) -> Phrase {
        Phrase(zh: "其余 \(count) 个单位无缺口", en: "\(count) more units without a gap")
    }

    /// A row whose date has nothing to do with the period.
    package static func rowOutside(_ place: SourcePlace, on date: CivilDate) -> Phrase {
        Phrase(
            zh: "\(place.file):\(place.line): 注意：\(date) 不在本时期内，这一行未使用",
            en: "\(place.file):\(place.line): note: \(date) is not in this period; the row is not used")
    }

    package static func alike(_ count: Int) -> Phrase {
        Phrase(zh: "同类问题另有 \(count) 处：", en: "\(count) more like it:")
    }

    /// The last line: what was proved, and what was not.
    package static func closing(_ report: CheckReport) -> Phrase {
        let errors = report.errors.count
        let warnings = report.findings.count - errors
        let required = hours(report.requiredMinutes)
        let covered = hours(report.coveredMinutes)
        return Phrase(
            zh:
                "错误 \(errors) 个，警告 \(warnings) 个；应值守 \(required) 岗位小时，已排满 \(covered) 岗位小时。排班无缺口 ≠ 人员在岗：本次校验只证明纸面排班，不证明人员到岗。",
            en:
                "errors: \(errors), warnings: \(warnings); \(required) post-hours required, \(covered) covered. 排班无缺口 ≠ 人员在岗: this proves the paper, not presence."
        )
    }

    /// Hours to one place, trailing zero left out.
    private static func hours(_ minutes: Int) -> String {
        let tenths = minutes * 10 / 60
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
