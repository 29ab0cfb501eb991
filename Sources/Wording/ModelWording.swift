package import Calendars
package import Incidents
package import Rosters

extension Tier {
    package var phrase: Phrase {
        switch self {
        case .overallLeader: Phrase(zh: "总带班", en: "overall leader on duty")
        case .leader: Phrase(zh: "带班领导", en: "leader on duty")
        case .dutyOfficer: Phrase(zh: "值班员", en: "duty officer")
        case .keyPost: Phrase(zh: "关键岗位", en: "key post")
        case .standby: Phrase(zh: "备勤", en: "standby")
        }
    }
}

extension Severity {
    package var phrase: Phrase {
        switch self {
        case .error: Phrase(zh: "错误", en: "error")
        case .warning: Phrase(zh: "警告", en: "warning")
        }
    }
}

extension DayKind {
    package var phrase: Phrase {
        switch self {
        case .workday: Phrase(zh: "工作日", en: "working day")
        case .restday: Phrase(zh: "休息日", en: "rest day")
        case .statutory: Phrase(zh: "法定节假日", en: "statutory holiday")
        }
    }
}

extension Category {
    package var phrase: Phrase {
        switch self {
        case .nature: Phrase(zh: "自然灾害", en: "natural disaster")
        case .accident: Phrase(zh: "事故灾难", en: "accident")
        case .health: Phrase(zh: "公共卫生事件", en: "public health incident")
        case .security: Phrase(zh: "社会安全事件", en: "social safety incident")
        }
    }
}

extension Grade {
    package var phrase: Phrase {
        switch self {
        case .I: Phrase(zh: "特别重大", en: "Grade I")
        case .II: Phrase(zh: "重大", en: "Grade II")
        case .III: Phrase(zh: "较大", en: "Grade III")
        case .IV: Phrase(zh: "一般", en: "Grade IV")
        }
    }
}

extension Employment {
    package var phrase: Phrase {
        switch self {
        case .established: Phrase(zh: "在编", en: "established staff")
        case .contract: Phrase(zh: "聘用", en: "contract staff")
        case .seconded: Phrase(zh: "借调", en: "seconded")
        case .temporary: Phrase(zh: "临时人员", en: "temporary staff")
        case .guardStaff: Phrase(zh: "保安", en: "guard")
        case .doorkeeper: Phrase(zh: "门卫", en: "doorkeeper")
        case .other(let word): Phrase(word)
        }
    }
}

extension PeriodKind {
    package var phrase: Phrase {
        switch self {
        case .holiday: Phrase(zh: "法定节假日", en: "statutory holiday")
        case .special: Phrase(zh: "特殊时期", en: "special period")
        case .ordinary: Phrase(zh: "平时", en: "ordinary period")
        }
    }
}

extension Escalation.Phase {
    package var phrase: Phrase {
        switch self {
        case .open: Phrase(zh: "待签收", en: "open")
        case .acknowledged: Phrase(zh: "已签收", en: "acknowledged")
        case .closed: Phrase(zh: "已办结", en: "closed")
        }
    }
}

extension CallOutcome {
    package var phrase: Phrase {
        switch self {
        case .answered: Phrase(zh: "接通", en: "answered")
        case .noAnswer: Phrase(zh: "无人接听", en: "no answer")
        case .busy: Phrase(zh: "占线", en: "busy")
        case .wrongNumber: Phrase(zh: "号码有误", en: "wrong number")
        }
    }
}

extension MessageState {
    package var phrase: Phrase {
        switch self {
        case .pending: Phrase(zh: "待发", en: "pending")
        case .sending: Phrase(zh: "发送中", en: "sending")
        case .accepted: Phrase(zh: "渠道已接收", en: "taken by the channel")
        case .retrying: Phrase(zh: "待重发", en: "to be sent again")
        case .failed: Phrase(zh: "未送达", en: "failed")
        }
    }
}

extension ReportMedium {
    package var phrase: Phrase {
        switch self {
        case .any: Phrase(zh: "电话或书面", en: "by phone or in writing")
        case .phone: Phrase(zh: "电话", en: "by phone")
        case .written: Phrase(zh: "书面", en: "in writing")
        }
    }
}

extension ClockStart {
    package var phrase: Phrase {
        switch self {
        case .happened: Phrase(zh: "自事发起算", en: "from when it happened")
        case .learned: Phrase(zh: "自获悉起算", en: "from when it was learned")
        case .received: Phrase(zh: "自接报起算", en: "from when it was received")
        case .verified: Phrase(zh: "自核实起算", en: "from when it was verified")
        }
    }
}

extension CivilDate {
    /// `周三` or `Wed`.
    package var weekdayPhrase: Phrase {
        let names = [("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun")]
        let (zh, en) = names[weekday - 1]
        return Phrase(zh: "周" + zh, en: en)
    }

    /// `除夕` or `New Year's Eve`; empty on other days.
    package var labelPhrase: Phrase {
        DayLabel.labels(of: self).first?.phrase ?? Phrase("")
    }
}

extension DayLabel {
    package var phrase: Phrase {
        switch self {
        case .newYearsEve: Phrase(zh: rawValue, en: "New Year's Eve")
        case .newYear1: Phrase(zh: rawValue, en: "New Year 1")
        case .newYear2: Phrase(zh: rawValue, en: "New Year 2")
        case .newYear3: Phrase(zh: rawValue, en: "New Year 3")
        case .newYear4: Phrase(zh: rawValue, en: "New Year 4")
        case .newYear5: Phrase(zh: rawValue, en: "New Year 5")
        case .newYear6: Phrase(zh: rawValue, en: "New Year 6")
        case .newYear7: Phrase(zh: rawValue, en: "New Year 7")
        case .lanterns: Phrase(zh: rawValue, en: "Lanterns")
        case .dragonBoat: Phrase(zh: rawValue, en: "Dragon Boat")
        case .midAutumn: Phrase(zh: rawValue, en: "Mid-Autumn")
        case .doubleNinth: Phrase(zh: rawValue, en: "Double Ninth")
        case .laba: Phrase(zh: rawValue, en: "Laba")
        }
    }
}

/// A stretch of minutes for people: `24 小时`, `8 小时 30 分钟`, `45 分钟`.
package func minutesPhrase(_ minutes: Int) -> Phrase {
    let (hours, rest) = (minutes / 60, minutes % 60)
    if hours == 0 { return Phrase(zh: "\(rest) 分钟", en: "\(rest) min") }
    return rest == 0
        ? Phrase(zh: "\(hours) 小时", en: "\(hours) h")
        : Phrase(zh: "\(hours) 小时 \(rest) 分钟", en: "\(hours) h \(rest) min")
}

extension Zone {
    /// An interval for people, the year left out: `02-19 08:30 → 02-20 08:30`, or one date for one day.
    package func span(_ interval: Interval) -> String {
        let end = date(of: interval.end)
        let endsAtMidnight = clockTime(of: interval.end) == .midnight && interval.start < interval.end
        let lastDay = endsAtMidnight ? end - 1 : end
        let endClock = endsAtMidnight ? "24:00" : clockTime(of: interval.end).description
        let start = date(of: interval.start)
        if lastDay == start { return "\(short(interval.start))–\(endClock)" }
        return "\(short(interval.start)) → \(lastDay.description.dropFirst(5)) \(endClock)"
    }

    /// `02-19 08:30`.
    package func short(_ instant: Instant) -> String { String(civil(instant).dropFirst(5)) }
}
