import Foundation
import Testing

/// A small place that is planned: an office with three leaders and five officers, by day from 2026-03-02 to 2026-03-05.
///
/// Both leaders but one are away on the first two days, so that with 24 hours of rest one leader's shift stays empty.
struct PlanTown {
    let scratch: Scratch

    var period: String { scratch.path("town/2026-march") }

    init() throws {
        scratch = try Scratch()
        let files = FileManager.default
        for folder in ["town/2026-march", "calendar"] {
            try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
        }
        try files.copyItem(
            at: Scratch.rosters.appendingPathComponent("calendar/cn-2026.yaml"),
            to: scratch.url.appendingPathComponent("calendar/cn-2026.yaml"))
        try write("town/place.yaml", Self.place)
        try write("town/policy.yaml", Self.policy)
        try write("town/people.csv", Self.people)
        try write("town/absences.csv", Self.absences)
        try write("town/2026-march/period.yaml", Self.days)
    }

    /// A town where nobody is away and every seat can be filled.
    static func possible() throws -> PlanTown {
        let town = try PlanTown()
        try town.write("town/absences.csv", "person,from,to,reason")
        return town
    }

    /// A town with one table, full.
    static func full() throws -> PlanTown {
        let town = try PlanTown.possible()
        try town.table(
            """
            日期,班次,带班领导,值班员
            2026-03-02,白班,甲领导,丁一
            2026-03-03,白班,乙领导,丁二
            2026-03-04,白班,甲领导,丁一
            2026-03-05,白班,乙领导,丁二
            """)
        return town
    }

    func write(_ name: String, _ text: String) throws {
        try Data((text + "\n").utf8).write(to: scratch.url.appendingPathComponent(name))
    }

    func table(_ rows: String, of unit: String = "office", in folder: String = "town/2026-march") throws {
        try write("\(folder)/\(unit).csv", rows)
    }

    /// `duty plan` over the period, without a database.
    func plan(_ arguments: String..., language: String = "en") async throws -> CommandRun {
        try await duty(["plan", period] + arguments, language: language)
    }

    func duty(_ arguments: [String], language: String = "en") async throws -> CommandRun {
        try await CommandRun.duty(
            arguments, environment: ["DUTY_DB": scratch.path("duty.db"), "DUTY_LANG": language])
    }

    /// The names of a written table by date, shift left out.
    func cells(_ folder: String = "town/2026-march", _ unit: String = "office") throws -> [[String]] {
        try scratch.text("\(folder)/\(unit).csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    static let place = """
        place: town
        name: 试验镇
        zone: Asia/Shanghai
        calendar: ../calendar
        ranks: [科员, 乡科级副职]
        hours: {office: [{from: 2026-01-01, open: "08:00", close: "17:30"}]}
        shifts: {day: {name: 白班, start: "08:00", end: "20:00"}}
        posts:
          leader:  {name: 带班领导, tier: leader, cover: {workday: ["08:00-20:00"]}, rank: 乡科级副职, source: 试验}
          officer: {name: 值班员, tier: duty-officer, cover: {workday: ["08:00-20:00"]}, source: 试验}
        units:
          office: {name: 值班室, parent: null, hours: office, duty_phone: 0000-5550110, posts: [leader, officer]}
          annex:  {name: 支援站, parent: office, hours: office, duty_phone: 0000-5550120, posts: [officer]}
        rules: {rest: {hours: 24, severity: error}, reachable: {severity: "off"}}
        """

    static let people = """
        id,name,unit,title,rank,employment,mobile,office phone,qualifications
        p001,甲领导,office,,乡科级副职,在编,10000000001,0000-5550111,
        p002,乙领导,office,,乡科级副职,在编,10000000002,0000-5550112,
        p003,丙领导,office,,乡科级副职,在编,10000000003,0000-5550113,
        p004,丁一,office,,科员,在编,10000000004,0000-5550114,
        p005,丁二,office,,科员,在编,10000000005,0000-5550115,
        p006,丁三,office,,科员,在编,10000000006,0000-5550116,
        p007,戊领导,annex,,乡科级副职,在编,10000000007,0000-5550117,
        """

    static let absences = """
        person,from,to,reason
        p002,2026-03-02,2026-03-03,出差
        p003,2026-03-01,2026-03-03,休假
        """

    static let days = """
        period: 2026-march
        kind: ordinary
        from: 2026-03-02
        to: 2026-03-05
        source: 试验
        requires: {office: all}
        """

    static let policy = """
        fallback: [person:p001, phone:office]
        round_pause: 5
        ungraded_as: III
        channels: {call: {kind: call}}
        contact: [call]
        ladders:
          default: {match: {}, steps: [{tell: [tier:leader], need: any, wait: 5}]}
        limits: []
        """
}

extension [String: Any] {
    /// A list of objects under a key.
    func objects(_ key: String) throws -> [[String: Any]] { try #require(self[key] as? [[String: Any]], "\(key)") }

    func texts(_ key: String) -> [String] {
        (self[key] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
    }
}
