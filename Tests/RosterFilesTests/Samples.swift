import RosterFiles

/// The samples of DESIGN.md, section 5, with the people and calendar that they speak of.
enum Samples {
    static let place = """
        # place.yaml: clock times quoted; end <= start means the next day; value words Chinese or English
        place: qinghe
        name: 清河县
        zone: Asia/Shanghai
        calendar: ../calendar
        ranks: [科员, 股级, 乡科级副职, 乡科级正职, 县处级副职]          # low to high
        hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}
        shifts: {day: {name: 白班, start: "08:30", end: "17:30"}, night: {name: 夜班, start: "17:30", end: "08:30"}}
        posts:     # tier: overall-leader|leader|duty-officer|key-post|standby; cover: always|off-hours
          leader:  {name: 带班领导, tier: leader, count: 1, cover: always, on_site: true, rank: 乡科级副职}
          officer: {name: 值班员, tier: duty-officer, count: 2, cover: always, employment: [在编]}
          hazmat:  {name: 危化品监管岗, tier: key-post, count: 1, cover: always, qualifications: [危化品], handles: [accident/危险化学品]}
        units:
          emergency-office: {name: 应急管理局, parent: null, hours: office, duty_phone: 0000-5550110, posts: [leader, officer, hazmat]}
        rules: {rest: {hours: 12, severity: error}, reachable: {severity: warning}}     # error|warning|"off"

        """

    static let people = """
        id,name,unit,title,rank,employment,mobile,office phone,qualifications
        p001,李建国,emergency-office,局长,乡科级正职,在编,10000000001,0000-5550111,
        p002,张卫东,应急管理局,副局长,乡科级副职,established,10000000002,,
        p003,孙丽,emergency-office,科员,科员,在编,10000000003,,
        p004,周明,emergency-office,科员,科员,在编,10000000004,,
        p005,陈刚,emergency-office,科员,股级,在编,10000000005,,危化品、注册安全工程师
        p006,王芳,emergency-office,科员,科员,在编,10000000006,,
        p007,赵强,emergency-office,科员,科员,在编,10000000007,,
        p008,刘洋,emergency-office,科员,股级,在编,10000000008,,危化品

        """

    static let absences = """
        person,from,to,reason
        p003,2026-10-02,2026-10-03,年休假
        周明,2026-10-01T12:00,2026-10-02T08:00,培训

        """

    static let policy = """
        # policy.yaml. tell: tier:T | post:P | handling | person:ID | phone:UNIT | unit-above; the first matching ladder wins
        fallback: [person:p001, phone:emergency-office]
        round_pause: 5               # minutes
        ungraded_as: III
        channels: {hook: {kind: webhook, url_env: DUTY_HOOK_URL, secret_env: DUTY_HOOK_SECRET, timeout: 5}, call: {kind: call}}
        contact: [hook, call]
        ladders:
          default: {match: {}, steps: [{tell: [tier:leader, handling], need: any, wait: 5}, {tell: [unit-above], need: any, wait: 10}]}
        limits:
          - {profile: national, category: accident, grade: [I, II, III, IV], to: superior, over: any, starts: received, minutes: 120, source: 国令493 第十一条}

        """

    static let period = """
        # period.yaml: dates inclusive (absences.csv too; with a clock time, half-open)
        period: 2026-national-day
        kind: holiday                # or special, ordinary: with from, to, source
        holiday: {year: 2026, name: 国庆节}
        requires: {emergency-office: all}             # or a list of posts
        due: "2026-09-24T12:00"
        received: {emergency-office: "2026-09-23T16:20"}     # absent = missing (error); after due = late (warning)
        accept_by: [p001]

        """

    static let table = """
        日期,星期,班次,带班领导,值班员,危化品监管岗
        2026-09-30,三,夜班,李建国,孙丽、周明,陈刚
        2026-10-01,四,白班,张卫东,王芳、赵强,刘洋

        """

    static let calendar = """
        notice: 2026
        version: 1
        status: announced
        title: 国务院办公厅关于2026年部分节假日安排的通知
        number: 国办发明电〔2025〕7号
        published: 2025-11-04
        source: https://example.test/notice
        holidays:
          - name: 国庆节
            off: [2026-10-01, 2026-10-02, 2026-10-03, 2026-10-04, 2026-10-05, 2026-10-06, 2026-10-07]
            work: [2026-09-20, 2026-10-10]
            statutory: [2026-10-01, 2026-10-02, 2026-10-03]

        """

    static let special = """
        special:
          - {name: 2026年汛期, from: 2026-05-01, to: 2026-09-30, source: 通告}

        """
}

/// A place and a period as files in memory; a test changes the one it is about.
struct World {
    var place = Samples.place
    var people: String? = Samples.people
    var absences: String? = Samples.absences
    var policy: String? = Samples.policy
    var wishes: String?
    var history: String?
    var calendar = [Samples.calendar, Samples.special]
    var cards: [String] = []
    var period = Samples.period
    var tableName = "emergency-office"
    var table = Samples.table

    static func file(_ path: String, _ text: String) -> SourceFile {
        SourceFile(path: path, bytes: Array(text.utf8))
    }

    var placeSources: PlaceSources {
        PlaceSources(
            place: Self.file("place.yaml", place), people: people.map { Self.file("people.csv", $0) },
            absences: absences.map { Self.file("absences.csv", $0) },
            policy: policy.map { Self.file("policy.yaml", $0) },
            calendar: calendar.enumerated().map { Self.file("calendar-\($0.offset).yaml", $0.element) },
            cards: cards.enumerated().map { Self.file("card-\($0.offset).md", $0.element) },
            wishes: wishes.map { Self.file("wishes.csv", $0) }, history: history.map { Self.file("history.csv", $0) })
    }

    var periodSources: PeriodSources {
        PeriodSources(
            period: Self.file("period.yaml", period), tables: [Self.file("period/\(tableName).csv", table)])
    }

    var placeReading: Reading<PlaceBook> { PlaceReader.read(placeSources) }

    /// Every diagnostic of all files, as the reader gives them.
    var diagnostics: [Diagnostic] {
        let reading = placeReading
        guard let book = reading.value else { return reading.diagnostics }
        return reading.diagnostics + PeriodReader.read(periodSources, in: book).diagnostics
    }
}

extension String {
    /// The text with one line of it (from 1) replaced.
    func replacingLine(_ number: Int, with line: String) -> String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[number - 1] = line
        return lines.joined(separator: "\n")
    }

    /// The text with every occurrence of a part replaced.
    func with(_ part: String, _ other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
