import Calendars
import Rosters
import Testing

@testable import Watchkeeping

@Suite("Handovers: both sign, nobody is off before")
struct HandoverTests {
    private func at(_ text: String) -> Instant { DutyRoom.at(text) }

    @Test("The roster names who leaves and who comes; whoever stays is on neither side")
    func named() throws {
        let change = try DutyRoom.change()
        #expect(change.outgoing == ["p3"])
        #expect(change.incoming == ["p5"])
        #expect(try DutyRoom.change("17T20:30").outgoing == ["p4", "p5"])
    }

    @Test("Where nobody comes, or everybody stays, there is nothing to hand over")
    func nothing() {
        let board = DutyRoom.board("17T08:30")
        #expect(board.changeOvers(at: at("17T08:30")).map(\.post) == ["leader", "officer"])
        #expect(board.changeOvers(at: at("18T08:30")).isEmpty, "the period ends: nobody comes")
        #expect(board.changeOvers(at: at("16T20:30")).isEmpty, "it begins: nobody leaves")
    }

    @Test("All changes of a unit's posts in a stretch of time, in order, its end left out")
    func within() {
        let board = DutyRoom.board("17T12:00")
        let day = Interval(start: at("16T21:00"), end: at("17T20:31"))
        #expect(board.changeOvers(unit: "office", within: day).map(\.at) == [at("17T08:30"), at("17T20:30")])
        let short = Interval(start: at("16T21:00"), end: at("17T20:30"))
        #expect(board.changeOvers(unit: "office", post: "officer", within: short).map(\.at) == [at("17T08:30")])
    }

    @Test("begun, signed by the outgoing, signed by the incoming: only then may the outgoing leave")
    func signing() throws {
        var handover = Handover(change: try DutyRoom.change())
        #expect(handover.state == .due)
        #expect(handover.held(at: at("17T08:29")).isEmpty)
        #expect(handover.held(at: at("17T08:30")) == ["p3"])
        handover = Handover(
            change: handover.change, beginning: try handover.begin(by: "p5", at: at("17T08:15")))
        #expect(handover.state == .begun)
        let outgoing = try handover.sign(by: "p3", sheet: DutyRoom.sheet, at: at("17T08:25"))
        #expect(outgoing.side == .outgoing)
        handover = Handover(change: handover.change, beginning: handover.beginning, signatures: [outgoing])
        #expect(handover.state == .signedByOutgoing)
        #expect(handover.held(at: at("17T09:00")) == ["p3"])
        let incoming = try handover.sign(by: "p5", sheet: DutyRoom.sheet, at: at("17T08:50"))
        handover = Handover(change: handover.change, signatures: [outgoing, incoming])
        #expect(handover.state == .done)
        #expect(handover.held(at: at("17T09:00")).isEmpty)
        #expect(incoming.delay == .minutes(20))
        #expect(outgoing.delay == .zero)
    }

    @Test("Each refusal says why: a stranger, the wrong side, the wrong order, too early, a second time")
    func refusals() throws {
        let change = try DutyRoom.change()
        let fresh = Handover(change: change)
        let now = at("17T08:25")
        #expect(throws: WatchConflict.notNamed("p4", nil, change)) {
            try fresh.sign(by: "p4", sheet: DutyRoom.sheet, at: now)
        }
        #expect(throws: WatchConflict.notNamed("p3", .incoming, change)) {
            try fresh.sign(by: "p3", as: .incoming, sheet: DutyRoom.sheet, at: now)
        }
        #expect(throws: WatchConflict.outgoingFirst(change)) {
            try fresh.sign(by: "p5", sheet: DutyRoom.sheet, at: now)
        }
        #expect(throws: WatchConflict.tooEarly(change, from: at("17T07:30"))) {
            try fresh.begin(by: "p3", at: at("17T07:29"))
        }
        let signed = try fresh.sign(by: "p3", sheet: DutyRoom.sheet, at: now)
        let begun = Handover(change: change, beginning: try fresh.begin(by: "p3", at: now), signatures: [signed])
        #expect(throws: WatchConflict.alreadySigned(change, .outgoing, by: "p3", at: now)) {
            try begun.sign(by: "p3", sheet: DutyRoom.sheet, at: now + .minutes(1))
        }
        #expect(throws: WatchConflict.alreadyBegun(change, by: "p3", at: now)) {
            try begun.begin(by: "p5", at: now + .minutes(1))
        }
    }

    @Test("Keys and equipment that nobody counts there cannot be missing: refused with the list")
    func missing() throws {
        let handover = Handover(change: try DutyRoom.change())
        #expect(throws: WatchConflict.unknownThing("不存在之物", listed: ["值班室钥匙"])) {
            try handover.sign(by: "p3", sheet: DutyRoom.sheet, missing: ["值班室钥匙", "不存在之物"], at: at("17T08:30"))
        }
    }

    @Test("A post that borrows its people is handed over where they are rostered, not once more")
    func borrowed() throws {
        let room = DutyRoom.place
        let posts = room.posts + [Post(key: "lent", name: "分管带班领导", tier: .leader, from: "county")]
        let town = Unit(id: "town", name: "供水公司", parent: Ordinal(0), posts: [Ordinal(3)])
        let place = Place(
            key: "qinghe", name: "清河县", zone: .shanghai, ranks: [], shifts: [], posts: posts,
            units: room.units + [town], people: room.people, absences: [], rules: RuleSettings())
        let board = DutyBoard(at: at("17T08:30"), place: place, isInPeriod: true, stands: DutyRoom.stands)
        #expect(board.posts(unit: "town").map(\.people) == [["p2"]], "the lender's leader answers for it")
        #expect(board.changeOvers(at: at("17T08:30")).map(\.unit) == ["county", "office"])
        #expect(throws: WatchConflict.nobodyOnDuty) { try RollCall.start(number: 1, on: board, unit: "town", by: "p2") }
    }

    @Test("Both have signed: it is the nearest all the same, not an older one that nobody signed")
    func done() throws {
        let morning = Handover(change: try DutyRoom.change())
        let change = try DutyRoom.change("17T20:30")
        func signature(_ side: HandoverSide, _ person: PersonID) -> HandoverSignature {
            HandoverSignature(change: change, side: side, by: person, at: at("17T20:30"), sheet: DutyRoom.sheet)
        }
        let evening = Handover(change: change, signatures: [signature(.outgoing, "p5"), signature(.incoming, "p6")])
        #expect([morning, evening].nearest(to: at("17T20:35"))?.change == change)
        #expect([morning, evening].nearest(to: at("17T20:35"), for: "p5")?.change == change, "he is told it is signed")
        #expect([morning, evening].nearest(to: at("17T20:31"), of: nil).map(\.change) == [change])
        #expect([morning, evening].nearest(to: at("17T21:00"), of: "p3").map(\.change) == [morning.change])
    }

    @Test("A person means the last handover that he may sign by now, however long it waits, else the nearest")
    func nearest() throws {
        let morning = Handover(change: try DutyRoom.change())
        let evening = Handover(change: try DutyRoom.change("17T20:30"))
        #expect([morning, evening].nearest(to: at("17T20:20"), for: "p5")?.change == evening.change)
        #expect([morning, evening].nearest(to: at("17T20:20"), for: "p5", as: .incoming)?.change == morning.change)
        #expect([morning, evening].nearest(to: at("17T12:00"))?.change == morning.change)
        #expect([morning, evening].nearest(to: at("17T19:00"), for: "p5")?.change == morning.change, "too early")
        #expect([morning, evening].nearest(to: at("17T06:00"), for: "p5")?.change == morning.change)
    }

    @Test("Late: those of the watched posts whose signatures are missing, by unit, with who has to sign")
    func late() throws {
        let rule = HandoverRule(within: .minutes(15))
        let handovers = DutyRoom.board("17T08:45").changeOvers(at: at("17T08:30")).map { Handover(change: $0) }
        let late = rule.late(handovers, in: DutyRoom.place)
        #expect(late.map(\.unit) == ["office"], "a leader's post is not watched unless it is named")
        #expect(late.first?.posts.map(\.waitsFor) == [.outgoing])
        let named = HandoverRule(within: .minutes(15), posts: ["leader"])
        #expect(named.late(handovers, in: DutyRoom.place).map(\.unit) == ["county"])
        let signed = try handovers.map { handover in
            let by = handover.change.outgoing[0]
            return Handover(
                change: handover.change,
                signatures: [try handover.sign(by: by, sheet: DutyRoom.sheet, at: at("17T08:30"))])
        }
        #expect(rule.late(signed, in: DutyRoom.place).first?.posts.map(\.waitsFor) == [.incoming])
    }
}
