/// The files of the place, as a planner would write them.
struct PlaceFiles {
    let units: [OfficialUnit]
    let calendar: String
    /// Nothing is wrong on purpose: it can be published.
    let isFaultless: Bool

    var place: String {
        var text = """
            # 虚构的国家：机构、人物、号码均为虚构。/ An invented country.
            place: country
            name: 示例国
            zone: Asia/Shanghai
            calendar: \(calendar)
            ranks: [科员, 股级, 乡科级副职, 乡科级正职, 县处级副职]
            hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}
            shifts:
              full:  {name: 全天班, start: "08:30", end: "08:30"}
              night: {name: 夜班, start: "17:30", end: "08:30"}
            posts:
              leader:  {name: 带班领导, tier: leader, count: 1, cover: always, rank: 乡科级副职}
              officer: {name: 值班员, tier: duty-officer, count: 2, cover: always, employment: [在编]}
              key:     {name: 应急值守岗, tier: key-post, count: 1, cover: always, qualifications: [应急], handles: [accident/危险化学品]}
            rules:
              rest: {hours: 12, severity: error}
              reachable: {severity: warning}
            units:

            """
        for (number, unit) in units.enumerated() {
            text += "  \(unit.code): {name: \(unit.name), parent: \(unit.parent ?? "null"), hours: office, "
            text += "duty_phone: 0000-\(5_550_000 + number), posts: [leader, officer, key]}\n"
        }
        return text
    }

    static let policy = """
        fallback: [person:000000000-01, phone:000000000]
        round_pause: 5
        ungraded_as: III
        handover: 10
        leader_within: 10
        channels:
          call: {kind: call}
          desk: {kind: terminal}
        contact: [call, desk]
        ladders:
          major:
            match: {grade: [I, II]}
            steps:
              - {tell: [tier:leader, handling], need: all, wait: 3}
              - {tell: [unit-above, person:000000000-01, phone:000000000], need: any, wait: 5}
          default:
            match: {}
            steps:
              - {tell: [tier:leader, tier:duty-officer, handling], need: any, wait: 5}
              - {tell: [unit-above, phone:000000000], need: any, wait: 10}

        """

    var period: String {
        var text = """
            period: 2026-national-day
            kind: holiday
            holiday: {year: 2026, name: 国庆节}
            due: "2026-09-24T12:00"
            accept_by: [000000000-01]
            received:

            """
        for (number, unit) in units.enumerated() where isFaultless || PeriodTables.plant(in: number) != .notSent {
            text += "  \(unit.code): \"2026-09-2\(number % 4)T1\(number % 6):0\(number % 10)\"\n"
        }
        return text
    }

    static let peopleHeader = "id,姓名,单位,职务,职级,用工性质,手机,办公电话,资质\n"

    /// One unit's lines of people.csv.
    static func people(_ names: [String], of unit: OfficialUnit, number: Int) -> String {
        var text = ""
        for (place, name) in names.enumerated() {
            let id = "\(unit.code)-\(String(place + 101).suffix(2))"
            let mobile = 10_000_000_000 + number * names.count + place
            let (title, rank) = place < 4 ? ("副主任", "乡科级副职") : ("科员", "科员")
            text += "\(id),\(name),\(unit.code),\(title),\(rank),在编,\(mobile),0000-\(5_560_000 + number),"
            text += (place >= 11 ? "应急" : "") + "\n"
        }
        return text
    }
}
