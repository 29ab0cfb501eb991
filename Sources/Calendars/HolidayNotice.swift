/// One holiday of a notice with the days that it gives off and the working days that make up for them.
package struct Holiday: Hashable, Sendable, Codable {
    /// The notice's own name; two holidays in one arrangement are joined by `、`.
    package let name: String
    package let off: [CivilDate]
    package let work: [CivilDate]
    /// Days fixed by 全国年节及纪念日放假办法 (2024-11-10), art. 2.
    package let statutory: [CivilDate]

    package init(name: String, off: [CivilDate], work: [CivilDate], statutory: [CivilDate]) {
        self.name = name
        self.off = off
        self.work = work
        self.statutory = statutory
    }

    /// Whether a planner's word means this holiday: the whole name or one of its parts, with or without 节.
    package func isCalled(_ word: String) -> Bool {
        func bare(_ name: some StringProtocol) -> String {
            name.hasSuffix("节") ? String(name.dropLast()) : String(name)
        }
        return name == word || name.split(separator: "、").contains { bare($0) == bare(word) }
    }
}

/// The State Council's notice for one year, or the statutory days alone while no notice is known.
package struct HolidayNotice: Hashable, Sendable, Codable {
    package enum Status: String, Sendable, Codable {
        case announced
        /// 暂定: only the days that the law fixes; make-up days are not known.
        case provisional
    }

    /// The year in the notice's title; its dates may fall in the December before.
    package let year: Int
    /// An amended notice has a higher version; the newest in force wins.
    package let version: Int
    package let status: Status
    package let title: String
    package let number: String?
    package let published: CivilDate?
    package let source: String
    package let holidays: [Holiday]

    package init(
        year: Int, version: Int, status: Status, title: String, number: String?, published: CivilDate?,
        source: String, holidays: [Holiday]
    ) {
        self.year = year
        self.version = version
        self.status = status
        self.title = title
        self.number = number
        self.published = published
        self.source = source
        self.holidays = holidays
    }
}

/// A period set by a notice and never computed: 全国两会, flood season, forest-fire season.
package struct SpecialPeriod: Hashable, Sendable, Codable {
    package let name: String
    package let from: CivilDate
    /// The last day, inclusive.
    package let to: CivilDate
    package let source: String

    package init(name: String, from: CivilDate, to: CivilDate, source: String) {
        self.name = name
        self.from = from
        self.to = to
        self.source = source
    }
}
