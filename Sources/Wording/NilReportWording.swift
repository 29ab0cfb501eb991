import Calendars
import Rosters
package import Watchkeeping

/// Says nil reports (零报告).
package struct NilReportWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    package func report(_ report: NilReport) -> Phrase {
        let what =
            report.text.map { Phrase(zh: "有事：\($0)", en: "something happened: \($0)") }
            ?? Phrase(zh: "平安无事", en: "nothing happened")
        let minutes = minutesPhrase((report.at - report.due).wholeMinutes)
        let late =
            report.isLate
            ? Phrase(zh: "，晚 \(minutes.zh)", en: ", \(minutes.en) after its time") : Phrase("")
        return Phrase(
            zh: "\(names.unit(report.unit)) \(zone.short(report.due)) 前的零报告：",
            en: "nil report of \(names.unit(report.unit)) due \(zone.short(report.due)): ") + what
            + Phrase(
                zh: "（\(names.person(report.by)) \(zone.short(report.at)) 报\(late.zh)）",
                en: " (\(names.person(report.by)), \(zone.short(report.at))\(late.en))")
    }

    package func due(_ due: NilReportDue) -> Phrase {
        Phrase(
            zh: "\(names.unit(due.unit))：应于 \(zone.short(due.due)) 前报送",
            en: "\(names.unit(due.unit)): was due \(zone.short(due.due))")
    }

    package func missing(_ dues: [NilReportDue]) -> [Phrase] {
        let unit = dues.count == 1 ? dues.first?.unit.text : nil
        return [Phrase(zh: "零报告未按时报送：", en: "Nil reports that did not come in time:")] + dues.map(due)
            + [
                Phrase(
                    zh: "有事报事，无事报平安，请立即补报：duty nil-report --unit \(unit ?? "单位") --by 姓名 --nothing",
                    en: "Report at once, even that nothing happened: "
                        + "duty nil-report --unit \(unit ?? "UNIT") --by PERSON --nothing")
            ]
    }
}
