import Calendars

/// The notices of 2024 to 2026 and the statutory days of 2027, as published; generated from the project's research.
enum Notices {
    static let all = [of2024, of2025, of2026, of2027]
    static let calendar = HolidayCalendar(notices: all)

    /// A notice of one year; days are written as `02-15`, those of the December before as `2024-12-31`.
    static func make(
        _ year: Int, version: Int = 1, status: HolidayNotice.Status = .announced, published: String? = nil,
        _ holidays: [Holiday]
    ) -> HolidayNotice {
        HolidayNotice(
            year: year, version: version, status: status, title: "国务院办公厅关于\(year)年部分节假日安排的通知", number: nil,
            published: published.map(date), source: "https://www.gov.cn", holidays: holidays)
    }

    static func holiday(_ year: Int, _ name: String, off: String, work: String = "", statutory: String) -> Holiday {
        func dates(_ words: String) -> [CivilDate] {
            words.split(separator: " ").map { date($0.count == 5 ? "\(year)-\($0)" : String($0)) }
        }
        return Holiday(name: name, off: dates(off), work: dates(work), statutory: dates(statutory))
    }

    static let of2024 = make(
        2024, published: "2023-10-25",
        [
            holiday(
                2024, "元旦", off: "01-01",
                work: "", statutory: "01-01"),
            holiday(
                2024, "春节", off: "02-10 02-11 02-12 02-13 02-14 02-15 02-16 02-17",
                work: "02-04 02-18", statutory: "02-10 02-11 02-12"),
            holiday(
                2024, "清明节", off: "04-04 04-05 04-06",
                work: "04-07", statutory: "04-04"),
            holiday(
                2024, "劳动节", off: "05-01 05-02 05-03 05-04 05-05",
                work: "04-28 05-11", statutory: "05-01"),
            holiday(
                2024, "端午节", off: "06-10",
                work: "", statutory: "06-10"),
            holiday(
                2024, "中秋节", off: "09-15 09-16 09-17",
                work: "09-14", statutory: "09-17"),
            holiday(
                2024, "国庆节", off: "10-01 10-02 10-03 10-04 10-05 10-06 10-07",
                work: "09-29 10-12", statutory: "10-01 10-02 10-03"),
        ])

    static let of2025 = make(
        2025,
        [
            holiday(
                2025, "元旦", off: "01-01",
                work: "", statutory: "01-01"),
            holiday(
                2025, "春节", off: "01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04",
                work: "01-26 02-08", statutory: "01-28 01-29 01-30 01-31"),
            holiday(
                2025, "清明节", off: "04-04 04-05 04-06",
                work: "", statutory: "04-04"),
            holiday(
                2025, "劳动节", off: "05-01 05-02 05-03 05-04 05-05",
                work: "04-27", statutory: "05-01 05-02"),
            holiday(
                2025, "端午节", off: "05-31 06-01 06-02",
                work: "", statutory: "05-31"),
            holiday(
                2025, "国庆节、中秋节", off: "10-01 10-02 10-03 10-04 10-05 10-06 10-07 10-08",
                work: "09-28 10-11", statutory: "10-01 10-02 10-03 10-06"),
        ])

    static let of2026 = make(
        2026, published: "2025-11-04",
        [
            holiday(
                2026, "元旦", off: "01-01 01-02 01-03",
                work: "01-04", statutory: "01-01"),
            holiday(
                2026, "春节", off: "02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 02-23",
                work: "02-14 02-28", statutory: "02-16 02-17 02-18 02-19"),
            holiday(
                2026, "清明节", off: "04-04 04-05 04-06",
                work: "", statutory: "04-05"),
            holiday(
                2026, "劳动节", off: "05-01 05-02 05-03 05-04 05-05",
                work: "05-09", statutory: "05-01 05-02"),
            holiday(
                2026, "端午节", off: "06-19 06-20 06-21",
                work: "", statutory: "06-19"),
            holiday(
                2026, "国庆节", off: "10-01 10-02 10-03 10-04 10-05 10-06 10-07",
                work: "09-20 10-10", statutory: "10-01 10-02 10-03"),
            holiday(
                2026, "中秋节", off: "09-25 09-26 09-27",
                work: "", statutory: "09-25"),
        ])

    static let of2027 = make(
        2027, status: .provisional,
        [
            holiday(
                2027, "元旦", off: "",
                work: "", statutory: "01-01"),
            holiday(
                2027, "春节", off: "",
                work: "", statutory: "02-05 02-06 02-07 02-08"),
            holiday(
                2027, "清明节", off: "",
                work: "", statutory: "04-05"),
            holiday(
                2027, "劳动节", off: "",
                work: "", statutory: "05-01 05-02"),
            holiday(
                2027, "端午节", off: "",
                work: "", statutory: "06-09"),
            holiday(
                2027, "中秋节", off: "",
                work: "", statutory: "09-15"),
            holiday(
                2027, "国庆节", off: "",
                work: "", statutory: "10-01 10-02 10-03"),
        ])
}
