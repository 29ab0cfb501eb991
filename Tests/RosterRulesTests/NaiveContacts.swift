import Calendars
import Rosters

/// The rules about telephone numbers, weekdays and the calendar.
extension NaiveChecker {
    /// From the first minute to the last that somebody stands in this period.
    private func service(of person: Int) -> NaiveSpan? {
        let own = stands.filter { $0.isOwn && $0.person == person }
        guard let from = own.map(\.span.from).min(), let to = own.map(\.span.to).max() else { return nil }
        return NaiveSpan(from: from, to: to)
    }

    func people() -> [NaiveFinding] {
        place.people.indices.flatMap { index in
            guard let span = service(of: index) else { return [NaiveFinding]() }
            let person = place.people[index]
            func finding(needed: Int, have: Int) -> NaiveFinding {
                NaiveFinding(
                    rule: .reachable, severity: .warning, unit: person.unit.index, span: span, needed: needed,
                    have: have, people: [index])
            }
            let digits = person.mobile.filter { "0123456789".contains($0) }
            let isMobile = digits == person.mobile && digits.count == 11 && digits.hasPrefix("1")
            return (isMobile ? [] : [finding(needed: 1, have: 0)])
                + (person.officePhone == "" ? [finding(needed: 2, have: 1)] : [])
        }
    }

    /// A mobile number that several people of the place give as theirs, one of them on duty.
    func sharedNumbers() -> [NaiveFinding] {
        Set(place.people.map(\.mobile)).subtracting([""]).compactMap { number in
            let owners = place.people.indices.filter { place.people[$0].mobile == number }
            let serving = owners.filter { service(of: $0) != nil }
            let spans = serving.compactMap(service)
            guard owners.count > 1, let first = serving.first, let from = spans.map(\.from).min(),
                let to = spans.map(\.to).max()
            else { return nil }
            return NaiveFinding(
                rule: .reachable, severity: .warning, unit: place.people[first].unit.index,
                span: NaiveSpan(from: from, to: to), needed: owners.count, have: 1, people: owners)
        }
    }

    /// What the words of the 星期 column that the generator uses mean; 0 for none.
    static let weekdayWords: [String: Int] = [
        "一": 1, "周一": 1, "二": 2, "星期二": 2, "2": 2, "三": 3, "Wed": 3, "四": 4, "礼拜四": 4, "thursday": 4, "五": 5, "周 五": 5,
        "Fri": 5,
        "六": 6, "星期六": 6, "日": 7, "星期天": 7, "Sun": 7, "7": 7, "八": 0, "0": 0, "周": 0,
    ]

    /// A holiday's name or a day's label may stand for the weekday, and nothing may.
    static let weekdayLabels = ["", "除夕", "初一", "试验节", "试验"]

    func weekdays() -> [NaiveFinding] {
        book.roster.tables.flatMap { table in
            table.weekdays.compactMap { cell in
                let day = Int(cell.date.dayNumber)
                let word = Self.weekdayWords[cell.text] ?? 0
                let namesHoliday = cell.text.hasPrefix("试验") && !book.calendar.notices.flatMap(\.holidays).isEmpty
                let isLabel = ["", "除夕", "初一"].contains(cell.text) || namesHoliday
                guard word != days.weekday(day), !isLabel else { return nil }
                return NaiveFinding(
                    rule: .weekday, severity: .warning, unit: table.unit.index,
                    span: NaiveSpan(from: clock.minute(day: day, clock: 0), to: clock.minute(day: day + 1, clock: 0)),
                    needed: days.weekday(day), have: word == 0 ? nil : word)
            }
        }
    }

    /// A year of the period without an announced notice; a holiday asks only for its own year's.
    func provisional() -> [NaiveFinding] {
        let windows = period.requires.map { window($0.unit.index) }
        guard let from = windows.map(\.from).min(), let to = windows.map(\.to).max() else { return [] }
        var years = Set((clock.day(of: from)...clock.day(of: to - 1)).map { CivilDate(dayNumber: Int32($0)).year })
        if case .holiday(_, let year) = period.span { years = [year] }
        let announced = book.calendar.notices.filter { $0.status == .announced }.map(\.year)
        guard !years.isSubset(of: announced) else { return [] }
        return [
            NaiveFinding(
                rule: .calendarProvisional, severity: period.kind == .holiday ? .error : .warning,
                span: NaiveSpan(from: from, to: to))
        ]
    }
}
