import Calendars
import Foundation
import Rosters
import Testing

@testable import Watchkeeping

@Suite("Spot checks: landline, mobile, call back within five minutes")
struct RollCallTests {
    private let board = DutyRoom.board("17T10:00")

    private func sheet() throws -> RollCallSheet {
        RollCallSheet(call: try RollCall.start(number: 1, on: board, unit: "office", post: "officer", by: "p2"))
    }

    /// Makes tries one after the other: `10:00 landline no-answer`, `10:01 mobile answered p5`.
    private func sheet(after lines: String...) throws -> RollCallSheet {
        try lines.reduce(try sheet()) { sheet, line in
            RollCallSheet(call: sheet.call, tries: sheet.tries + [try attempt(line, on: sheet)])
        }
    }

    private func attempt(_ line: String, on sheet: RollCallSheet) throws -> RollCallTry {
        let words = line.split(separator: " ").map(String.init)
        let answerer =
            words.count > 3 ? (words[3].hasPrefix("p") ? Answerer.onDuty(PersonID(words[3])) : .other(words[3])) : nil
        return try sheet.record(
            try #require(RollCallWay(rawValue: words[1])), unit: "office", post: "officer",
            outcome: try #require(CallOutcome(rawValue: words[2])), answeredBy: answerer, by: "p2",
            at: DutyRoom.at("17T" + words[0]))
    }

    private func result(_ sheet: RollCallSheet, at clock: String) -> RollCallResult {
        sheet.result(sheet.call.posts[0], at: DutyRoom.at("17T" + clock))
    }

    @Test("All on-site posts are listed; who leads by phone is not looked for at a desk")
    func listed() throws {
        let call = try RollCall.start(number: 1, on: board, by: "p2")
        #expect(call.posts.map { "\($0.unit) \($0.post)" } == ["county leader", "office leader", "office officer"])
        #expect(call.posts.last?.people == ["p4", "p5"])
        #expect(throws: WatchConflict.nobodyOnDuty) {
            try RollCall.start(number: 1, on: DutyRoom.board("17T10:00"), unit: "nowhere", by: "p2")
        }
    }

    @Test("A draw has no post twice, says from how many and by which seed, and the same seed draws the same")
    func drawn() throws {
        var drawn: Set<[String]> = []
        for seed in 0..<40 {
            let call = try RollCall.start(number: 1, on: board, drawing: 2, seed: seed, by: "p2")
            let posts = call.posts.map { "\($0.unit) \($0.post)" }
            #expect(Set(posts).count == 2)
            #expect(call.draw == RollCall.Draw(from: 3, seed: seed))
            #expect(try RollCall.start(number: 1, on: board, drawing: 2, seed: seed, by: "p2") == call)
            drawn.insert(posts)
        }
        #expect(drawn.count == 6, "every pair in either order comes up")
        #expect(try RollCall.start(number: 1, on: board, drawing: 9, seed: 1, by: "p2").posts.count == 3)
    }

    @Test("The landline answered by whom the roster names: present; by anybody else: a miss")
    func landline() throws {
        #expect(result(try sheet(), at: "10:00") == .notCalled)
        #expect(result(try sheet(after: "10:00 landline answered p5"), at: "10:00") == .present("p5"))
        let other = try sheet(after: "10:00 landline answered 门卫")
        #expect(result(other, at: "10:00") == .answeredByOther("门卫"))
        let colleague = try sheet(after: "10:00 landline answered p7")
        #expect(result(colleague, at: "10:00") == .answeredByOther("p7"), "a person who is not on duty now")
    }

    @Test("The shared landline answered by a colleague on duty settles nothing: the mobile is next; on it he is a miss")
    func colleague() throws {
        let silent = try sheet()
        func attempt(_ way: RollCallWay, _ person: PersonID, on sheet: RollCallSheet) throws -> RollCallTry {
            try sheet.record(
                way, unit: "office", post: "officer", outcome: .answered, answeredBy: .onDuty(person),
                staffed: board.posts(), by: "p2", at: board.at)
        }
        let shared = try attempt(.landline, "p1", on: silent)
        #expect(shared.answeredBy == .colleague("p1", post: "leader"))
        #expect(silent.miss(after: shared) == nil)
        let open = RollCallSheet(call: silent.call, tries: [shared])
        #expect(result(open, at: "10:00") == .answeredByColleague("p1", post: "leader"))
        let reached = RollCallSheet(call: open.call, tries: open.tries + [try attempt(.mobile, "p4", on: open)])
        #expect(result(reached, at: "10:05") == .waitsForCallBack(until: DutyRoom.at("17T10:05")))
        let elsewhere = try attempt(.mobile, "p1", on: open)
        #expect(elsewhere.answeredBy == .other("p1"))
        #expect(open.miss(after: elsewhere)?.result == .answeredByOther("p1"))
        let stranger = try attempt(.landline, "p2", on: silent)
        #expect(silent.miss(after: stranger)?.result == .answeredByOther("p2"), "on duty in another unit only")
    }

    @Test("The mobile counts only with a call back from the landline within five minutes")
    func callBack() throws {
        let silent = try sheet(after: "10:00 landline no-answer")
        #expect(result(silent, at: "10:00") == .waitsForMobile)
        let mobile = try sheet(after: "10:00 landline no-answer", "10:01 mobile answered p5")
        #expect(result(mobile, at: "10:06") == .waitsForCallBack(until: DutyRoom.at("17T10:06")))
        #expect(result(mobile, at: "10:07") == .noCallBack)
        let back = try sheet(
            after: "10:00 landline no-answer", "10:01 mobile answered p5", "10:06 call-back answered p5")
        #expect(result(back, at: "10:30") == .present("p5"))
        let late = try sheet(
            after: "10:00 landline no-answer", "10:01 mobile answered p5", "10:09 call-back answered p5")
        #expect(result(late, at: "10:30") == .calledBackLate(minutes: 8))
        let nobody = try sheet(after: "10:00 landline busy", "10:01 mobile no-answer")
        #expect(result(nobody, at: "10:01") == .notReached)
    }

    @Test("A miss is known by the try that makes it, a missing call back by the clock, each once")
    func misses() throws {
        let silent = try sheet(after: "10:00 landline no-answer")
        let dead = try attempt("10:01 mobile no-answer", on: silent)
        #expect(silent.miss(after: dead)?.result == .notReached)
        let reached = try attempt("10:01 mobile answered p5", on: silent)
        #expect(silent.miss(after: reached) == nil)
        let mobile = try sheet(after: "10:00 landline no-answer", "10:01 mobile answered p5")
        func missed(_ from: String, _ to: String) -> [RollCallResult] {
            mobile.missedCallBacks(after: DutyRoom.at("17T" + from), upTo: DutyRoom.at("17T" + to)).map(\.result)
        }
        #expect(missed("10:01", "10:05").isEmpty)
        #expect(missed("10:01", "10:06") == [.noCallBack])
        #expect(missed("10:06", "10:20").isEmpty)
        let late = try attempt("10:09 call-back answered p5", on: mobile)
        #expect(mobile.miss(after: late) == nil, "it was told when its time was up")
    }

    @Test("A unit without a landline is called on the mobile at once, and calls back from any phone")
    func noLandline() throws {
        let place = DutyRoom.place.with(units: DutyRoom.place.units.map { $0.without(phone: "office") })
        let board = DutyBoard(at: DutyRoom.at("17T10:00"), place: place, isInPeriod: true, stands: DutyRoom.stands)
        let call = try RollCall.start(number: 1, on: board, unit: "office", post: "officer", by: "p2")
        let post = call.posts[0]
        #expect(!post.hasLandline && post.ways == [.mobile, .callBack])
        var sheet = RollCallSheet(call: call)
        #expect(result(sheet, at: "10:00") == .notCalled)
        #expect(throws: WatchConflict.noLandline(post)) { try attempt("10:00 landline busy", on: sheet) }
        #expect(throws: WatchConflict.wayTooSoon(.callBack, needs: .mobile)) {
            try attempt("10:00 call-back answered p5", on: sheet)
        }
        let busy = RollCallSheet(call: call, tries: [try attempt("10:00 mobile busy", on: sheet)])
        #expect(result(busy, at: "10:00") == .notReached)
        #expect(sheet.miss(after: busy.tries[0])?.result == .notReached)
        sheet = RollCallSheet(call: call, tries: [try attempt("10:01 mobile answered p5", on: sheet)])
        #expect(result(sheet, at: "10:06") == .waitsForCallBack(until: DutyRoom.at("17T10:06")))
        let back = try attempt("10:05 call-back answered p5", on: sheet)
        #expect(result(RollCallSheet(call: call, tries: sheet.tries + [back]), at: "10:09") == .present("p5"))
    }

    @Test("A roll call of before landlines were known is read as one where every unit has one")
    func older() throws {
        let old = Data(#"{"unit":"office","post":"officer","people":["p5"]}"#.utf8)
        let post = try JSONDecoder().decode(CalledPost.self, from: old)
        #expect(post == CalledPost(unit: "office", post: "officer", people: ["p5"]))
        let none = CalledPost(unit: "office", post: "officer", people: ["p5"], hasLandline: false)
        #expect(try JSONDecoder().decode(CalledPost.self, from: JSONEncoder().encode(none)) == none)
    }

    @Test("The ways come in their order, each once, and none after the result is known")
    func order() throws {
        #expect(throws: WatchConflict.wayTooSoon(.mobile, needs: .landline)) {
            try sheet(after: "10:00 mobile answered p5")
        }
        let silent = try sheet(after: "10:00 landline no-answer")
        #expect(throws: WatchConflict.wayTried(silent.tries[0])) { try attempt("10:02 landline busy", on: silent) }
        let present = try sheet(after: "10:00 landline answered p5")
        #expect(throws: WatchConflict.resultKnown(present.call.posts[0], .present("p5"))) {
            try attempt("10:02 mobile answered p5", on: present)
        }
    }
}

extension Rosters.Unit {
    fileprivate func without(phone unit: UnitID) -> Rosters.Unit {
        id == unit ? Rosters.Unit(id: id, name: name, parent: parent, posts: posts) : self
    }
}
