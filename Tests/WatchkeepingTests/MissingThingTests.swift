import Calendars
import Foundation
import Rosters
import Testing

@testable import Watchkeeping

@Suite("What is missing at a handover goes from sheet to sheet")
struct MissingThingTests {
    private static let phone = MissingThing(
        thing: "值班手机", post: "officer", since: DutyRoom.at("17T08:30"), by: "p3")

    /// `17 outgoing p3 值班手机`: a signature at 08:30 of a day, by the officers unless a post is named at the end.
    private func signatures(_ lines: String...) -> [HandoverSignature] {
        lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            let at = DutyRoom.at(words[0] + "T08:30")
            let change = ChangeOver(
                unit: "office", post: words.count > 4 ? PostKey(words[4]) : "officer", at: at, outgoing: ["p3"],
                incoming: ["p5"])
            return HandoverSignature(
                change: change, side: words[1] == "outgoing" ? .outgoing : .incoming, by: PersonID(words[2]), at: at,
                missing: words[3] == "-" ? [] : [words[3]], sheet: DutyRoom.sheet)
        }
    }

    @Test("Noted by either side of a change it is missing after it, even where the other side did not note it")
    func noted() {
        #expect(signatures("17 outgoing p3 值班手机", "17 incoming p5 -").missingThings() == [Self.phone])
        #expect(signatures("17 outgoing p3 值班手机").missingThings() == [Self.phone])
        let incoming = signatures("17 outgoing p3 -", "17 incoming p5 值班手机").missingThings()
        #expect(incoming.map(\.by) == ["p5"])
        #expect(signatures("17 outgoing p3 -", "17 incoming p5 -").missingThings().isEmpty)
    }

    @Test("Noted again it is missing since the first sheet; the outgoing alone do not bring it back")
    func again() {
        let later = signatures(
            "17 outgoing p3 值班手机", "17 incoming p5 -", "18 outgoing p5 -", "19 outgoing p3 值班手机",
            "19 incoming p5 值班手机")
        #expect(later.missingThings() == [Self.phone])
    }

    @Test("The incoming of a later change who do not note it have it again; at the same change nobody does")
    func found() {
        #expect(
            signatures("17 outgoing p3 值班手机", "18 outgoing p5 -", "18 incoming p3 -").missingThings().isEmpty)
        #expect(
            signatures("17 outgoing p3 值班手机", "17 incoming p5 - hazmat").missingThings() == [Self.phone],
            "another post of the unit at the same time")
    }

    @Test("A sheet that was signed before missing things went along is read as one without any")
    func older() throws {
        let old = Data(#"{"items":[],"things":["值班室钥匙"],"work":[]}"#.utf8)
        #expect(try JSONDecoder().decode(HandoverSheet.self, from: old) == DutyRoom.sheet)
        let new = HandoverSheet(work: [], items: [], things: ["值班手机"], missing: [Self.phone])
        #expect(try JSONDecoder().decode(HandoverSheet.self, from: JSONEncoder().encode(new)) == new)
    }
}
