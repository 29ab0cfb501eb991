package import Calendars
package import Incidents
package import Rosters

/// The words that planners may write for values, English and Chinese.
package enum ValueWords {
    package static let tiers = WordTable<Tier>([
        (.overallLeader, ["overall-leader", "总带班"]),
        (.leader, ["leader", "在岗带班", "带班", "带班领导"]),
        (.dutyOfficer, ["duty-officer", "值班员", "值班人员", "在岗值班"]),
        (.keyPost, ["key-post", "关键岗位", "重要岗位"]),
        (.standby, ["standby", "备勤", "备班"]),
    ])

    package static let postPools = WordTable<PostPool>([
        (.below, ["below", "下级单位", "本单位及下级"]), (.all, ["all", "全部单位"]),
    ])

    package static let categories = WordTable<Rosters.Category>([
        (.nature, ["nature", "自然灾害"]),
        (.accident, ["accident", "事故灾难", "事故"]),
        (.health, ["health", "公共卫生", "公共卫生事件"]),
        (.security, ["security", "社会安全", "社会安全事件"]),
    ])

    package static let grades = WordTable<Grade>([
        (.I, ["I", "特别重大", "Ⅰ", "I级", "Ⅰ级"]),
        (.II, ["II", "重大", "Ⅱ", "II级", "Ⅱ级"]),
        (.III, ["III", "较大", "Ⅲ", "III级", "Ⅲ级"]),
        (.IV, ["IV", "一般", "Ⅳ", "IV级", "Ⅳ级"]),
    ])

    package static let ruleLevels = WordTable<RuleSetting.Level>([
        (.error, ["error", "错误"]),
        (.warning, ["warning", "警告", "提醒"]),
        (.off, ["off", "关闭", "关", "false"]),
    ])

    package static let periodKinds = WordTable<PeriodKind>([
        (.holiday, ["holiday", "节假日", "法定节假日", "假期", "节日"]),
        (.special, ["special", "特殊时期", "重点时段", "特殊时段", "特别防护期"]),
        (.ordinary, ["ordinary", "平时", "日常"]),
    ])

    package static let employments = WordTable<Employment>([
        (.established, ["established", "在编", "编制内", "行政编制", "事业编制", "公务员"]),
        (.contract, ["contract", "聘用", "合同", "合同制", "编外"]),
        (.seconded, ["seconded", "借调"]),
        (.temporary, ["temporary", "临时", "临时人员", "临时工", "临聘"]),
        (.guardStaff, ["guard", "保安"]),
        (.doorkeeper, ["doorkeeper", "门卫"]),
    ])

    package static let needs = WordTable<Need>([
        (.any, ["any", "任一", "任一人", "一人"]),
        (.all, ["all", "全部", "所有", "全体"]),
    ])

    package static let warningLevels = WordTable<WarningLevel>([
        (.red, ["red", "红", "红色", "一级"]),
        (.orange, ["orange", "橙", "橙色", "二级"]),
        (.yellow, ["yellow", "黄", "黄色", "三级"]),
        (.blue, ["blue", "蓝", "蓝色", "四级"]),
    ])

    package static let responseLevels = WordTable<ResponseLevel>([
        (.first, ["1", "一级", "I", "Ⅰ级"]),
        (.second, ["2", "二级", "II", "Ⅱ级"]),
        (.third, ["3", "三级", "III", "Ⅲ级"]),
        (.fourth, ["4", "四级", "IV", "Ⅳ级"]),
    ])

    package static let ackRules = WordTable<AckRule>([
        (.told, ["told", "被告知人"]),
        (.anyone, ["anyone", "任何人"]),
    ])

    package static let media = WordTable<ReportMedium>([
        (.any, ["any", "不限", "任意"]),
        (.phone, ["phone", "电话"]),
        (.written, ["written", "书面"]),
    ])

    package static let clockStarts = WordTable<ClockStart>([
        (.happened, ["happened", "发生", "事发"]),
        (.learned, ["learned", "获悉", "得知", "知悉"]),
        (.received, ["received", "接报", "接到报告"]),
        (.verified, ["verified", "核实"]),
    ])

    package static let dayKinds = WordTable<DayKind>([
        (.workday, ["workday", "工作日"]),
        (.restday, ["restday", "休息日"]),
        (.statutory, ["statutory", "法定节假日", "法定假日"]),
    ])

    package static let noticeStatuses = WordTable<HolidayNotice.Status>([
        (.announced, ["announced", "已发布", "正式"]),
        (.provisional, ["provisional", "暂定"]),
    ])

    /// Whether a wish is for the days or against them.
    package static let wishes = WordTable<Bool>([
        (true, ["for", "愿意", "想值"]),
        (false, ["against", "不愿意", "不想值"]),
    ])

    package static let truths = WordTable<Bool>([
        (true, ["true", "是", "yes", "on"]),
        (false, ["false", "否", "no", "off"]),
    ])
}

extension ValueWords {
    package static func tier(_ text: String) -> Tier? { tiers.value(text) }
    package static func category(_ text: String) -> Rosters.Category? { categories.value(text) }
    package static func grade(_ text: String) -> Grade? { grades.value(text) }
    package static func need(_ text: String) -> Need? { needs.value(text) }
    package static func dayKind(_ text: String) -> DayKind? { dayKinds.value(text) }
    package static func truth(_ text: String) -> Bool? { truths.value(text) }

    /// Offices use more words than the table knows: others are kept as written; nil only for blanks.
    package static func employment(_ text: String) -> Employment? {
        let word = trimmed(text)
        guard !word.isEmpty else { return nil }
        return employments.value(word) ?? .other(word)
    }

    /// `accident/危险化学品`, or a category alone for all of its types.
    package static func incidentKind(_ text: String) -> IncidentKind? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map { trimmed($0) }
        guard let category = category(parts[0]) else { return nil }
        guard parts.count == 2 else { return IncidentKind(category: category, type: nil) }
        return parts[1].isEmpty ? nil : IncidentKind(category: category, type: parts[1])
    }
}
