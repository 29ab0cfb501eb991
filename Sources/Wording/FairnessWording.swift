import Calendars
package import Planning
package import Rosters

/// The fairness table, and the words that explain it to whoever reads it on the wall.
package struct FairnessWording: Sendable {
    package let place: Place

    package init(place: Place) {
        self.place = place
    }

    package static let columns: [Phrase] = [
        Phrase(zh: "单位", en: "unit"), Phrase(zh: "姓名", en: "name"), Phrase(zh: "班次", en: "duties"),
        Phrase(zh: "本期负荷", en: "load"), Phrase(zh: "往期负荷", en: "earlier"), Phrase(zh: "合计", en: "in all"),
        Phrase(zh: "单位内位次", en: "rank in unit"),
    ]

    package func cells(_ row: FairnessRow) -> [String] {
        let person = place[row.person]
        return [
            place[person.unit].name, person.name, "\(row.duties)", Self.halfDays(row.load), Self.halfDays(row.history),
            Self.halfDays(row.total), "\(row.rankInUnit)",
        ]
    }

    package static func halfDays(_ load: Int64) -> String {
        PlanWording.number(Double(load) / Double(ScoreUnit.halfDay))
    }

    /// How loads are counted, in the numbers of the place.
    package var explanation: [Phrase] {
        let days = place.plan.days.map { day in day.day.phrase + Phrase(" \(day.weight)") }
        return [
            Phrase(
                zh: "负荷怎样计算：一个班次的小时数除以 12（折成半天），再乘以当日权重。班次算在开始那一天。",
                en:
                    "How loads are counted: the hours of a shift divided by 12 (half-days), times the weight of the day on which it begins."
            ),
            Phrase(zh: "当日权重：", en: "Weights of days: ") + days.joined(zh: "，", en: ", "),
            Phrase(
                zh: "往期负荷是以前各期实际值班的负荷，每过一年乘以 \(place.plan.historyFades)；替班、调班算在实际值班的人身上。",
                en:
                    "Earlier loads are those of duties really stood in earlier periods, times \(place.plan.historyFades) for every year; who stood in for somebody bears the load."
            ),
            Phrase(
                zh: "排班时使“合计”在能承担同类岗位的人之间尽量接近；后来才调入的人按本单位平均数计入往期，不算“欠班”。",
                en:
                    "The plan brings the totals of those who can stand at the same posts as close together as it can; whoever joined late is credited with the unit's mean."
            ),
        ]
    }

    package func pageTitle(_ unit: Ordinal<Unit>, period: String) -> Phrase {
        Phrase(
            zh: "\(place[unit].name) \(period) 值班负荷公示", en: "\(place[unit].name) \(period): who bears how much duty")
    }

    package static let duties = Phrase(zh: "值班日期", en: "dates")
}

extension DaySelector {
    package var phrase: Phrase {
        switch self {
        case .kind(let kind): kind.phrase
        case .date(let date): Phrase(date.description)
        case .label(let label): Phrase(label.rawValue)
        }
    }
}
