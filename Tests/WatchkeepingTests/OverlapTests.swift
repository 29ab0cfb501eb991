import Calendars
import Rosters
import Testing

@testable import Watchkeeping

@Suite("Changes of shift where the incoming come early")
struct OverlapTests {
    private func at(_ text: String) -> Instant { DutyRoom.at(text) }

    private func board(handover: Int? = 15, _ stands: [(String, String, String)]) -> DutyBoard {
        let post = Post(key: "officer", name: "值班员", tier: .dutyOfficer, handoverMinutes: handover)
        let place = Place(
            key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [], posts: [post],
            units: [Unit(id: "office", name: "总值班室", posts: [Ordinal(0)])], people: [], absences: [],
            rules: RuleSettings())
        return DutyBoard(
            at: at("17T12:00"), place: place, isInPeriod: true,
            stands: stands.map { DutyRoom.stand("office", "officer", PersonID($0.0), "17T" + $0.1, $0.2) })
    }

    private func changes(_ board: DutyBoard) -> [String] {
        board.changeOvers(unit: "office", within: Interval(start: at("17T00:00"), end: at("19T00:00"))).map { change in
            let names = [change.outgoing, change.incoming].map { $0.map(\.text).joined(separator: ",") }
            return "\(Zone.shanghai.civil(change.at).dropFirst(8)) \(names.joined(separator: " → "))"
        }
    }

    @Test("The instant is when the outgoing leave, whether or not the post asks for the overlap", arguments: [15, nil])
    func overlap(handover: Int?) {
        let board = board(
            handover: handover,
            [("p1", "08:15", "17T17:30"), ("p2", "17:15", "18T08:30"), ("p3", "17:15", "18T08:30")])
        #expect(changes(board) == ["17 17:30 p1 → p2,p3"])
    }

    @Test("Whoever comes early and whoever comes at the last minute both take over")
    func mixed() {
        let board = board([
            ("p1", "08:15", "17T17:30"), ("p2", "08:15", "17T17:30"), ("p3", "17:15", "18T08:30"),
            ("p4", "17:30", "18T08:30"),
        ])
        #expect(changes(board) == ["17 17:30 p1,p2 → p3,p4"])
    }

    @Test("Whoever came for somebody else who had left, or long before, takes nothing over")
    func others() {
        let relieved = board([
            ("p1", "08:00", "17T17:00"), ("p2", "08:00", "17T17:30"), ("p3", "17:00", "18T08:30"),
            ("p4", "17:30", "18T08:30"),
        ])
        #expect(changes(relieved) == ["17 17:00 p1 → p3", "17 17:30 p2 → p4"])
        let reinforced = board([("p1", "08:00", "17T17:30"), ("p2", "12:00", "18T08:30")])
        #expect(changes(reinforced).isEmpty)
    }

    @Test("A post that asks for more than an hour has its incoming so long before")
    func long() {
        let stands = [("p1", "08:00", "17T17:30"), ("p2", "16:00", "18T08:30")]
        #expect(changes(board(handover: 90, stands)) == ["17 17:30 p1 → p2"])
        #expect(changes(board(handover: 60, stands)).isEmpty)
    }

    @Test("Shifts that meet end to end: whoever is not there any more leaves, whoever was not there comes")
    func endToEnd() {
        for seed in 0..<60 {
            var lots = Lots(seed: seed)
            var stands: [DutyStand] = []
            var start = at("17T00:00")
            while start < at("18T12:00") {
                let end = start + .minutes(lots.draw(1, of: Array(1...900))[0])
                for person in lots.draw(2, of: ["p1", "p2", "p3", "p4"]) {
                    stands.append(
                        DutyStand(
                            unit: "office", post: "officer", person: PersonID(person), isPrimary: true,
                            interval: Interval(start: start, end: end), period: "spring", version: 1))
                }
                start = end
            }
            let board = DutyBoard(at: at("17T12:00"), place: DutyRoom.place, isInPeriod: true, stands: stands)
            for time in Set(stands.map(\.interval.end)).sorted() {
                let before = board.moved(to: time - .seconds(1)).rosteredPosts().first?.people ?? []
                let after = board.moved(to: time).rosteredPosts().first?.people ?? []
                let change = board.changeOvers(at: time).first
                let outgoing = before.filter { !after.contains($0) }
                let incoming = after.filter { !before.contains($0) }
                let isChange = !outgoing.isEmpty && !incoming.isEmpty
                #expect((change?.outgoing ?? []) == (isChange ? outgoing : []), "seed \(seed)")
                #expect((change?.incoming ?? []) == (isChange ? incoming : []), "seed \(seed)")
            }
        }
    }
}
