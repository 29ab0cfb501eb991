package import RosterFiles

extension Diagnostic {
    /// `file:line: message`.
    package func text(in language: Language) -> String {
        let text = problem.phrase.text(in: language)
        return "\(file):\(line): " + (text.count <= 300 ? text : text.prefix(300) + "…")
    }
}

extension Problem {
    /// The sentence: what was found and what was expected.
    package var phrase: Phrase {
        switch self {
        case .missingFile: Phrase(zh: "缺少这个文件", en: "this file is missing")
        case .missingCalendar: Phrase(zh: "日历文件夹（calendar）为空", en: "the calendar folder (calendar) is empty")
        case .notUTF8:
            Phrase(
                zh: "不是 UTF-8 文本：请在电子表格中另存为“CSV UTF-8（逗号分隔）”；.xlsx 改名不能成为 CSV",
                en: "not UTF-8 text: save it as “CSV UTF-8” in the spreadsheet program; a renamed .xlsx is no CSV")
        case .brokenYAML(let reason): Phrase(zh: "YAML 格式有误：\(reason)", en: "broken YAML: \(reason)")
        case .nestedTooDeeply: Phrase(zh: "嵌套过深或内容过多", en: "nested too deeply, or too large")
        case .duplicateKey(let key, let line): .twice(Phrase(zh: "键", en: "key"), key, line)
        case .unknownKey(let key, let near): .unknown(Phrase(zh: "键", en: "key"), key, near)
        case .missingKey(let key): Phrase(zh: "缺少键“\(key)”或其值", en: "key ‘\(key)’ or its value is missing")
        case .conflictingKey(let key, let other):
            Phrase(zh: "“\(key)”与“\(other)”不能同时填写", en: "‘\(key)’ cannot stand beside ‘\(other)’")
        case .keyOfNoUse(let key, let rule, let expected):
            Phrase(
                zh: "规则“\(rule)”不用键“\(key)”，应为 \(expected.joined(separator: "、"))",
                en: "rule ‘\(rule)’ has no key ‘\(key)’, expected \(expected.joined(separator: ", "))")
        case .unexpected(let found, let expected): .unexpected(found, expected.phrase)
        case .unknown(let thing, let word, let near): .unknown(thing.phrase, word, near)
        case .ambiguous(let thing, let word, let candidates): .ambiguous(thing, word, candidates)
        case .duplicate(let thing, let word, let line): .twice(thing.phrase, word, line)
        case .foreignPost(let post, let unit):
            Phrase(zh: "单位“\(unit)”没有岗位“\(post)”", en: "unit ‘\(unit)’ has no post ‘\(post)’")
        case .parentCycle(let units): .cycle(units.joined(separator: " → "))
        case .endNotAfterStart(let from, let to):
            Phrase(zh: "结束（\(to)）不晚于开始（\(from)）", en: "the end (\(to)) is not after the start (\(from))")
        case .notEarlier(let date, let first):
            Phrase(
                zh: "\(date) 不早于本期（\(first) 开始）：往期负荷只写以前各期的班次",
                en: "\(date) is not before this period, which begins on \(first); history is of earlier periods")
        case .unknownYear(let year, let known): .unknownYear(year, known)
        case .unknownHoliday(let name, let year, let known): .unknownHoliday(name, year, known)
        case .missingHeader: Phrase(zh: "文件为空，应有表头", en: "the file is empty, expected a header row")
        case .unknownColumn(let name, let near): .unknown(Phrase(zh: "列", en: "column"), name, near)
        case .duplicateColumn(let name): Phrase(zh: "列“\(name)”重复", en: "column ‘\(name)’ stands twice")
        case .missingColumn(let name): Phrase(zh: "缺少列“\(name)”", en: "column ‘\(name)’ is missing")
        case .emptyCell(let column): Phrase(zh: "“\(column)”不能为空", en: "‘\(column)’ must not be empty")
        case .tooManyCells(let found, let columns): .tooManyCells(found, columns)
        case .tooManyNames(let found, let allowed):
            Phrase(zh: "一格写了 \(found) 个人，最多 \(allowed) 个", en: "\(found) names in one cell, at most \(allowed)")
        case .unterminatedQuote: Phrase(zh: "引号没有闭合", en: "the quotation mark is never closed")
        case .textAfterQuote(let text): .textAfterQuote(text)
        case .cardTitle: Phrase(zh: "第一行应为“# 标题”", en: "the first line must be ‘# Title’")
        case .cardKind: Phrase(zh: "缺少“适用：类别/类型”一行", en: "a line ‘for: category/type’ is missing")
        case .cardSection(let text):
            Phrase(
                zh: "未知的小节“\(text)”，应为“## 先问”“## 先做”或“## 还要告知”",
                en: "unknown section ‘\(text)’, expected ‘## Ask first’, ‘## Do first’ or ‘## Also tell’")
        case .cardLine(let text):
            Phrase(zh: "“\(text)”有误，小节内应为“- ”开头的条目", en: "found ‘\(text)’, expected an item that begins with ‘- ’")
        case .cardEmpty: Phrase(zh: "预案卡没有条目", en: "the plan card has no items")
        case .cardTwice(let title, let first):
            Phrase(
                zh: "预案卡“\(title)”与 \(first) 适用同一类事件",
                en: "plan card ‘\(title)’ is for the same kind of incident as \(first)")
        case .duplicateRow(let date, let shift, let post, let line): .twice("\(date) \(shift)", post, line)
        }
    }
}

extension Phrase {
    fileprivate static func unknown(_ thing: Phrase, _ word: String, _ nearest: String?) -> Phrase {
        let near = nearest.flatMap { $0.isEmpty ? nil : $0 }
        return Phrase(
            zh: "未知的\(thing.zh)“\(word)”" + (near.map { "，最接近的是“\($0)”" } ?? ""),
            en: "unknown \(thing.en) ‘\(word)’" + (near.map { ", the nearest is ‘\($0)’" } ?? ""))
    }

    fileprivate static func twice(_ thing: Phrase, _ word: String, _ line: Int) -> Phrase {
        Phrase(
            zh: "\(thing.zh)“\(word)”重复，第 \(line) 行已有",
            en: "\(thing.en) ‘\(word)’ stands twice, first on line \(line)")
    }

    fileprivate static func twice(_ slot: String, _ post: String, _ line: Int) -> Phrase {
        Phrase(
            zh: "\(slot) 的“\(post)”写了两次，第 \(line) 行已有",
            en: "‘\(post)’ of \(slot) stands twice, first on line \(line)")
    }

    fileprivate static func unexpected(_ found: String, _ expected: Phrase) -> Phrase {
        Phrase(zh: "“\(found)”有误，应为\(expected.zh)", en: "found ‘\(found)’, expected \(expected.en)")
    }

    fileprivate static func ambiguous(_ thing: Referent, _ word: String, _ candidates: [String]) -> Phrase {
        Phrase(
            zh: "“\(word)”对应多个\(thing.phrase.zh)，请写明是哪一个：\(candidates.joined(separator: "、"))",
            en: "‘\(word)’ means several \(thing.plural), write which: \(candidates.joined(separator: ", "))")
    }

    fileprivate static func cycle(_ ring: String) -> Phrase {
        Phrase(zh: "单位上下级关系形成循环：\(ring)", en: "units report to each other in a ring: \(ring)")
    }

    fileprivate static func unknownYear(_ year: Int, _ known: [Int]) -> Phrase {
        let years = known.map { String($0) }
        return Phrase(
            zh: "没有 \(year) 年的放假通知；已有：\(years.listed(or: "无", "、"))",
            en: "no holiday notice for \(year); known: \(years.listed(or: "none", ", "))")
    }

    fileprivate static func unknownHoliday(_ name: String, _ year: Int, _ known: [String]) -> Phrase {
        Phrase(
            zh: "\(year) 年的通知里没有“\(name)”；已有：\(known.listed(or: "无", "，"))",
            en: "the notice for \(year) has no ‘\(name)’; known: \(known.listed(or: "none", ", "))")
    }

    fileprivate static func tooManyCells(_ found: Int, _ columns: Int) -> Phrase {
        Phrase(
            zh: "这一行有 \(found) 格，表头只有 \(columns) 列",
            en: "the row has \(found) cells, the header only \(columns) columns")
    }

    fileprivate static func textAfterQuote(_ text: String) -> Phrase {
        Phrase(
            zh: "右引号之后有“\(text)”，应为逗号或行末",
            en: "found ‘\(text)’ after the closing quotation mark, expected a comma or the end of the row")
    }
}

extension [String] {
    fileprivate func listed(or none: String, _ separator: String) -> String {
        isEmpty ? none : joined(separator: separator)
    }
}

extension Expectation {
    /// What a value must be, as the end of a sentence.
    package var phrase: Phrase {
        switch self {
        case .text: Phrase(zh: "文字", en: "a text")
        case .mapping: Phrase(zh: "若干“键: 值”", en: "a mapping of keys and values")
        case .list: Phrase(zh: "列表", en: "a list")
        case .number(let range):
            Phrase(
                zh: "\(range.lowerBound)–\(range.upperBound) 的整数",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .decimal(let range):
            Phrase(
                zh: "\(range.lowerBound)–\(range.upperBound) 的数，最多两位小数",
                en: "a number from \(range.lowerBound) to \(range.upperBound) with at most two decimals")
        case .pair: Phrase(zh: "两个不同的人，如 [李建国, 张卫东]", en: "two different people such as [李建国, 张卫东]")
        case .postsOrTruth: Phrase(zh: "on/是、off/否，或岗位列表", en: "on, off, or a list of posts")
        case .truth: Phrase(zh: "true/是 或 false/否", en: "true or false")
        case .date: Phrase(zh: "日期，如 2026-10-01", en: "a date such as 2026-10-01")
        case .instant: Phrase(zh: "日期和时刻，如 2026-09-24T12:00", en: "a date and time such as 2026-09-24T12:00")
        case .dateOrInstant:
            Phrase(
                zh: "日期，如 2026-10-01，或日期和时刻，如 2026-10-01T12:00",
                en: "a date such as 2026-10-01, or a date and time such as 2026-10-01T12:00")
        case .clock: Phrase(zh: "时刻，如 \"08:30\"", en: "a clock time such as \"08:30\"")
        case .window: Phrase(zh: "时段，如 \"09:00-17:00\"，或“全天”", en: "a window such as \"09:00-17:00\", or always")
        case .zone: Phrase(zh: "时区名，如 Asia/Shanghai", en: "a time zone such as Asia/Shanghai")
        case .incidentKind: Phrase(zh: "事件类别，如 事故灾难/危险化学品", en: "a category such as accident/危险化学品")
        case .approver: Phrase(zh: "tier:层级、post:岗位 或 person:人员", en: "tier:T, post:P or person:ID")
        case .target:
            Phrase(
                zh: "tier:层级、post:岗位、person:人员、phone:单位、handling、field-leader 或 unit-above",
                en: "tier:T, post:P, person:ID, phone:UNIT, handling, field-leader or unit-above")
        case .coverOrMapping:
            Phrase(zh: "always/全天、off-hours/非工作时间，或按日期类别分列的时段", en: "always, off-hours, or windows by kind of day")
        case .postsOrAll: Phrase(zh: "all/全部，或岗位列表", en: "all, or a list of posts")
        case .word(let words):
            Phrase(
                zh: "以下之一：\(words.joined(separator: "、"))", en: "one of \(words.joined(separator: ", "))")
        }
    }
}

extension Referent {
    package var phrase: Phrase {
        switch self {
        case .unit: Phrase(zh: "单位", en: "unit")
        case .post: Phrase(zh: "岗位", en: "post")
        case .person: Phrase(zh: "人员", en: "person")
        case .rank: Phrase(zh: "职级", en: "rank")
        case .shift: Phrase(zh: "班次", en: "shift")
        case .hours: Phrase(zh: "作息时间", en: "table of hours")
        case .rule: Phrase(zh: "规则", en: "rule")
        case .channel: Phrase(zh: "渠道", en: "channel")
        case .profile: Phrase(zh: "时限方案", en: "profile of limits")
        case .checklistItem: Phrase(zh: "定级条目", en: "checklist item")
        case .territory: Phrase(zh: "辖区", en: "territory")
        case .equipment: Phrase(zh: "装备物品", en: "piece of equipment")
        case .specialPeriod: Phrase(zh: "特殊时期", en: "special period")
        case .notice: Phrase(zh: "放假通知", en: "holiday notice")
        case .rosterTable: Phrase(zh: "值班表", en: "roster table")
        }
    }

    /// The English plural.
    var plural: String {
        switch self {
        case .person: "people"
        case .hours: "tables of hours"
        case .profile: "profiles of limits"
        case .territory: "territories"
        case .equipment: "pieces of equipment"
        default: phrase.en + "s"
        }
    }
}
