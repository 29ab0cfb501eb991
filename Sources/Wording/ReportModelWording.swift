package import Incidents

extension WarningLevel {
    /// 突发事件应对法 (2024), art. 63.
    package var phrase: Phrase {
        switch self {
        case .red: Phrase(zh: "红色预警", en: "red warning")
        case .orange: Phrase(zh: "橙色预警", en: "orange warning")
        case .yellow: Phrase(zh: "黄色预警", en: "yellow warning")
        case .blue: Phrase(zh: "蓝色预警", en: "blue warning")
        }
    }
}

extension ResponseLevel {
    package var phrase: Phrase {
        switch self {
        case .first: Phrase(zh: "一级响应", en: "response level 1")
        case .second: Phrase(zh: "二级响应", en: "response level 2")
        case .third: Phrase(zh: "三级响应", en: "response level 3")
        case .fourth: Phrase(zh: "四级响应", en: "response level 4")
        }
    }
}

extension ReportElement {
    package var phrase: Phrase {
        switch self {
        case .cause: Phrase(zh: "起因", en: "Cause")
        case .course: Phrase(zh: "基本过程", en: "Course of events")
        case .scene: Phrase(zh: "现场情况", en: "Scene")
        case .scope: Phrase(zh: "影响范围", en: "Scope")
        case .trend: Phrase(zh: "发展趋势", en: "Trend")
        case .measures: Phrase(zh: "已采取措施", en: "Measures taken")
        case .leaders: Phrase(zh: "领导到位情况", en: "Leaders on the scene")
        case .planned: Phrase(zh: "拟采取措施", en: "Measures planned")
        case .advice: Phrase(zh: "建议", en: "Advice")
        case .firm: Phrase(zh: "事发单位概况", en: "Firm or unit concerned")
        case .alreadyTold: Phrase(zh: "报告人已告知", en: "Told by the caller already")
        }
    }
}

extension HandoverTurn {
    package var phrase: Phrase {
        switch self {
        case .outgoing: Phrase(zh: "交班人", en: "outgoing")
        case .incoming: Phrase(zh: "接班人", en: "incoming")
        }
    }
}

extension NoticeSubject {
    package var phrase: Phrase {
        switch self {
        case .clockWarning: Phrase(zh: "报告时限提醒", en: "reporting limit: ten minutes left")
        case .clockOverrun: Phrase(zh: "报告超时限", en: "reporting limit passed")
        case .taskGiven: Phrase(zh: "任务交办", en: "task given")
        case .taskReminder: Phrase(zh: "任务临期提醒", en: "task due soon")
        case .taskOverdue: Phrase(zh: "任务超时限", en: "task overdue")
        case .standby: Phrase(zh: "预警备勤", en: "standby for a warning")
        }
    }
}

/// 一, 二 … 九十九; other numbers as digits.
func chineseNumeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<100).contains(number) else { return String(number) }
    let (tens, ones) = (number / 10, number % 10)
    return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + digits[ones]
}
