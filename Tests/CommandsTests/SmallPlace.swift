import Foundation

/// A county of one unit, as small as a place may be: two days with everybody on duty who is needed.
struct SmallPlace {
    let scratch: Scratch

    var period: String { scratch.path("small/2026-mid") }

    init() throws {
        scratch = try Scratch()
        let files = FileManager.default
        try files.createDirectory(atPath: scratch.path("small/2026-mid"), withIntermediateDirectories: true)
        try files.createDirectory(atPath: scratch.path("calendar"), withIntermediateDirectories: true)
        try files.copyItem(
            at: Scratch.rosters.appendingPathComponent("calendar/cn-2026.yaml"),
            to: scratch.url.appendingPathComponent("calendar/cn-2026.yaml"))
        let texts = [
            "place.yaml": Self.place, "policy.yaml": Self.policy, "people.csv": Self.people,
            "2026-mid/period.yaml": Self.days, "2026-mid/emergency-office.csv": Self.roster,
        ]
        for (name, text) in texts {
            try Data((text + "\n").utf8).write(to: scratch.url.appendingPathComponent("small/" + name))
        }
    }

    private static let place = """
        place: small
        name: 小县
        zone: Asia/Shanghai
        calendar: ../calendar
        ranks: [科员, 股级, 乡科级副职]
        hours: {office: [{from: 2026-01-01, open: "08:30", close: "17:30"}]}
        shifts: {day: {name: 白班, start: "08:30", end: "17:30"}, night: {name: 夜班, start: "17:30", end: "08:30"}, full: {name: 全天班, start: "08:30", end: "08:30"}}
        posts:
          leader:  {name: 带班领导, tier: leader, count: 1, cover: always, on_site: true, rank: 乡科级副职}
          officer: {name: 值班员, tier: duty-officer, count: 2, cover: always, employment: [在编]}
          hazmat:  {name: 危化品监管岗, tier: key-post, count: 1, cover: always, qualifications: [危化品], handles: [accident/危险化学品]}
        units:
          emergency-office: {name: 应急管理局, parent: null, hours: office, duty_phone: 0000-5550110, posts: [leader, officer, hazmat]}
        rules: {rest: {hours: 12, severity: error}, reachable: {severity: warning}}
        """

    private static let policy = """
        fallback: [person:p001, phone:emergency-office]
        round_pause: 5
        ungraded_as: III
        channels: {hook: {kind: webhook, url_env: DUTY_HOOK_URL, secret_env: DUTY_HOOK_SECRET, timeout: 5}, call: {kind: call}}
        contact: [hook, call]
        ladders:
          default: {match: {}, steps: [{tell: [tier:leader, handling], need: any, wait: 5}, {tell: [unit-above], need: any, wait: 10}]}
        limits:
          - {profile: national, category: accident, grade: [I, II, III, IV], to: superior, over: any, starts: received, minutes: 120, source: 国令493 第十一条}
        """

    private static let people = """
        id,name,unit,title,rank,employment,mobile,office phone,qualifications
        p001,李建国,emergency-office,局长,乡科级副职,在编,10000000001,0000-5550111,
        p002,张卫东,emergency-office,副局长,乡科级副职,在编,10000000002,0000-5550112,
        p003,孙丽,emergency-office,科员,科员,在编,10000000003,0000-5550113,
        p004,周明,emergency-office,科员,科员,在编,10000000004,0000-5550114,
        p005,王芳,emergency-office,科员,科员,在编,10000000005,0000-5550115,
        p006,赵强,emergency-office,科员,科员,在编,10000000006,0000-5550116,
        p007,陈刚,emergency-office,科员,科员,在编,10000000007,0000-5550117,危化品
        p008,刘洋,emergency-office,科员,科员,在编,10000000008,0000-5550118,危化品
        """

    private static let days = """
        period: 2026-mid
        kind: ordinary
        from: 2026-09-22
        to: 2026-09-23
        source: 值班办公室通知（示例）
        requires: {emergency-office: all}
        due: "2026-09-20T12:00"
        received: {emergency-office: "2026-09-19T16:20"}
        accept_by: [p001]
        """

    private static let roster = """
        日期,星期,班次,带班领导,值班员,危化品监管岗
        2026-09-21,一,全天班,李建国,孙丽、周明,陈刚
        2026-09-22,二,全天班,张卫东,王芳、赵强,刘洋
        2026-09-23,三,全天班,李建国,孙丽、周明,陈刚
        """
}
