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

    @Test("A person means the nearest handover that still waits for him")
    func nearest() throws {
        let morning = Handover(change: try DutyRoom.change())
        let evening = Handover(change: try DutyRoom.change("17T20:30"))
        #expect([morning, evening].nearest(to: at("17T20:20"), for: "p5")?.change == evening.change)
        #expect([morning, evening].nearest(to: at("17T20:20"), for: "p5", as: .incoming)?.change == morning.change)
        #expect([morning, evening].nearest(to: at("17T12:00"))?.change == morning.change)
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
