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
        Phrase(zh: "本期负荷（12 小时计 1）", en: "load (12 h = 1)"), Phrase(zh: "往期负荷", en: "earlier"),
        Phrase(zh: "合计", en: "in all"), Phrase(zh: "单位内排名（1 为最重）", en: "rank (1 = most)"),
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
                zh: "负荷算法：每值 12 小时计 1，再乘以当日权重；班次按开始那天计。",
                en: "How loads are counted: 12 hours are 1, times the weight of the day on which the shift begins."
            ),
            Phrase(zh: "当日权重：", en: "Weights of days: ") + days.joined(zh: "，", en: ", "),
            Phrase(
                zh: "往期负荷是以前各期实际值班的负荷，每跨一个年度按 \(fading) 折算；替班、调班算在实际值班的人身上。",
                en:
                    "Earlier loads are those of duties really stood in earlier periods; each turn of the calendar year leaves \(fading) of them; who stood in for somebody bears the load."
            ),
            Phrase(
                zh: "排班时使“合计”在能承担同类岗位的人之间尽量接近；后调入人员的往期负荷按本单位平均数计，不因来得晚而多排。",
                en:
                    "The plan brings the totals of those who can stand at the same posts as close together as it can; whoever joined late is credited with the unit's mean and stands no more for it."
            ),
        ]
    }

    /// What each turn of the calendar year leaves of a load: 50%.
    private var fading: String { "\(place.plan.historyFades.count)%" }

    package func pageTitle(_ unit: Ordinal<Unit>, period: Period) -> Phrase {
        let (name, when) = (place[unit].name, Self.name(of: period))
        return Phrase(zh: "\(name) \(when.zh)值班负荷公示", en: "\(name): who bears how much duty, \(when.en)")
    }

    /// A holiday by its name and year, another period by its key.
    private static func name(of period: Period) -> Phrase {
        guard case .holiday(let holiday, let year) = period.span else {
            return Phrase(zh: "\(period.key) ", en: period.key)
        }
        return Phrase(zh: "\(year)年\(holiday.name)", en: "\(holiday.name) \(year)")
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
