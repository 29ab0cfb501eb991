import Calendars
import Rosters

@testable import Watchkeeping

/// A county with an office and a town; officers change at 08:30 and 20:30, the leader once a day.
enum DutyRoom {
    static let place = Place(
        key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [],
        posts: [
            Post(key: "leader", name: "带班领导", tier: .leader),
            Post(key: "officer", name: "值班员", tier: .dutyOfficer),
            Post(key: "overall", name: "总带班", tier: .overallLeader, isOnSite: false),
        ],
        units: [
            Unit(id: "county", name: "县政府总值班室", dutyPhone: "0000-5550100", posts: [Ordinal(0), Ordinal(2)]),
            Unit(
                id: "office", name: "应急管理局", parent: Ordinal(0), dutyPhone: "0000-5550110",
                posts: [Ordinal(0), Ordinal(1)],
                readiness: UnitReadiness(
                    teams: [StandbyTeam(key: "rescue", name: "抢险队", people: ["p3", "p4"], phone: "")],
                    equipment: ["卫星电话"], keys: ["值班室钥匙"])),
        ],
        people: (1...8).map { Person(id: PersonID("p\($0)"), name: "人\($0)", unit: Ordinal(1)) }, absences: [],
        rules: RuleSettings())

    /// `17T08:30` in February 2026.
    static func at(_ text: String) -> Instant {
        Zone.shanghai.instant(parsing: "2026-02-" + text) ?? Instant(seconds: 0)
    }

    static func stand(_ unit: UnitID, _ post: PostKey, _ person: PersonID, _ from: String, _ to: String) -> DutyStand {
        DutyStand(
            unit: unit, post: post, person: person, isPrimary: true, interval: Interval(start: at(from), end: at(to)),
            period: "spring", version: 1)
    }

    static let stands = [
        stand("county", "leader", "p1", "16T08:30", "17T08:30"),
        stand("county", "leader", "p2", "17T08:30", "18T08:30"),
        stand("county", "overall", "p8", "16T08:30", "18T08:30"),
        stand("office", "leader", "p1", "16T08:30", "18T08:30"),
        stand("office", "officer", "p3", "16T20:30", "17T08:30"),
        stand("office", "officer", "p4", "16T20:30", "17T20:30"),
        stand("office", "officer", "p5", "17T08:30", "17T20:30"),
        stand("office", "officer", "p6", "17T20:30", "18T08:30"),
    ]

    static func board(_ text: String) -> DutyBoard {
        DutyBoard(at: at(text), place: place, isInPeriod: true, stands: stands)
    }

    static func change(_ text: String = "17T08:30") throws -> ChangeOver {
        let changes = board(text).changeOvers(at: at(text), unit: "office")
        guard let change = changes.first(where: { $0.post == "officer" }) else { throw Missing() }
        return change
    }

    static let sheet = HandoverSheet(work: [], items: [], things: ["值班室钥匙"])

    struct Missing: Error {}
}

extension DutyRoom {
    static func clock(_ text: String) -> ClockTime { ClockTime(text) ?? .midnight }
}
