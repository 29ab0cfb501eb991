import Calendars
package import Rosters

/// The invented place over which the rules' examples are written; all people and numbers are fictional.
package enum ExamplePlace {
    package static let place = """
        place: example
        name: 示例县
        ranks: [科员, 股级, 乡科级副职]
        hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}
        shifts:
          day: {name: 白班, start: "08:30", end: "17:30"}
          night: {name: 夜班, start: "17:30", end: "08:30"}
          full: {name: 全天, start: "08:30", end: "08:30"}
          early: {name: 早接夜班, start: "17:15", end: "08:30"}
        posts:
          leader: {name: 带班领导, tier: leader, rank: 乡科级副职}
          officer: {name: 值班员, tier: duty-officer, employment: [在编]}
          hazmat: {name: 危化品监管岗, tier: key-post, qualifications: [危化品]}
          desk: {name: 总机台, tier: duty-officer, handover: 15}
          patrol: {name: 巡查岗, tier: key-post, cover: {restday: ["09:00-17:00"]}}
        units:
          office: {name: 值班室, hours: office, duty_phone: 0000-5550100, posts: [leader, officer, hazmat, desk, patrol], principals: [p1, p2]}
          depot: {name: 物资站, posts: [officer]}
        rules: {rest: {hours: 12}}
        """

    /// The same place with a rule more, or with pairs of people.
    static func place(rules: String? = nil, pairs: String? = nil) -> String {
        let lines = place.split(separator: "\n").map { line in
            let more = line.hasPrefix("rules: ") ? rules.map { ", \($0)}" } : nil
            return more.map { line.dropLast() + $0 } ?? String(line)
        }
        return (lines + [pairs].compactMap(\.self)).joined(separator: "\n")
    }

    package static let people = """
        id,姓名,单位,职务,职级,用工性质,手机,办公电话,资质
        p1,李建国,office,主任,乡科级副职,在编,10000000001,0000-5550101,
        p2,张卫东,office,副主任,乡科级副职,在编,10000000002,0000-5550102,
        p3,孙丽,office,科员,科员,在编,10000000003,0000-5550103,危化品
        p4,周明,office,科员,科员,在编,10000000004,0000-5550104,危化品
        p5,王芳,office,科员,科员,在编,10000000005,0000-5550105,
        p6,赵强,office,门岗,,保安,10000000006,0000-5550106,
        p7,刘洋,office,科员,科员,在编,,0000-5550107,危化品
        p8,陈刚,office,科员,科员,在编,10000000008,,危化品
        """

    package static let absences = """
        人员,开始,结束,原因
        王芳,2026-11-08,2026-11-09,年休假
        """

    /// One Saturday night of an ordinary weekend, from 17:30 to 08:30.
    package static let period = exactPeriod(requires: "[officer]")

    /// Saturday's opening to Sunday's close: two days and the night between.
    package static let weekend = """
        period: 2026-weekend
        kind: ordinary
        from: 2026-11-07T08:30
        to: 2026-11-08T17:30
        requires: {office: [officer]}
        received: {office: "2026-11-05T10:00"}
        """

    package static func exactPeriod(requires: String, kind: String = "ordinary") -> String {
        """
        period: 2026-weekend
        kind: \(kind)
        from: 2026-11-07T17:30
        to: 2026-11-08T08:30
        requires: {office: \(requires)}
        received: {office: "2026-11-05T10:00"}
        """
    }

    /// An approved relief of somebody at the desk of the office.
    package static func relief(from: String, to: String, of person: PersonID, by substitute: PersonID) -> ApprovedChange
    {
        let part = interval(from, to)
        let slot = DutySlot(unit: "office", post: "officer", interval: part, person: person)
        return ApprovedChange(
            number: ChangeNumber(1), change: .relief(of: slot, during: part, by: substitute), approvedBy: "p1")
    }

    package static func absence(
        number: Int = 1, of person: PersonID, from: String, to: String
    ) -> ApprovedChange {
        ApprovedChange(
            number: ChangeNumber(number), change: .absence(person, interval(from, to), standIn: nil), approvedBy: "p1")
    }

    private static func interval(_ from: String, _ to: String) -> Interval {
        let ends = [from, to].map { Zone.shanghai.instant(parsing: $0) ?? Instant(seconds: 0) }
        return Interval(start: ends[0], end: ends[1])
    }
}
