import GRDB
import Incidents
import Rosters
import Testing

@testable import DutyStore

@Suite("Personal data lives apart and can be erased")
struct PersonalDataTests {
    @Test("phone numbers are in no snapshot and no ledger, and filled in for the board")
    func phones() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        let kept = try file.everything().filter { !$0.hasPrefix("contact ") }.joined(separator: "\n")
        for number in [Examples.li.mobile, Examples.li.officePhone, Examples.zhang.mobile] {
            #expect(!kept.contains(number))
        }
        #expect(kept.contains(Examples.li.name))
        #expect(try store.dutyBoard(at: Examples.noon).board.place?.people == [Examples.li, Examples.zhang])
        #expect(try store.phones(of: "p001") == ["13900000001", "0000-5550001"])
    }

    @Test("numbers come from the newest publication")
    func newest() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        let moved = Examples.place(people: [Examples.li.with(mobile: "13900000009", officePhone: ""), Examples.zhang])
        try store.publish(
            book: Examples.book("next", place: moved), policy: Examples.policy, by: nil, at: Examples.noon)
        #expect(try store.phones(of: "p001") == ["13900000009"])
        #expect(try store.phones(of: "p009").isEmpty)
    }

    @Test("an erased number is gone from the file, and the ledger still holds")
    func erasing() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: Examples.noon)
        #expect(try file.holds(Examples.li.mobile))
        try store.erasePhones(of: "p001")
        #expect(try store.phones(of: "p001").isEmpty)
        #expect(try store.dutyBoard(at: Examples.noon).board.place?.people.first == Examples.li.withoutPhones())
        #expect(try !file.holds(Examples.li.mobile))
        #expect(try file.holds(Examples.zhang.mobile))
        #expect(try store.verifyLedger() == .intact(count: 1))
    }

    @Test("the ledger has the informant only as a salted hash, which means nothing once erased")
    func informant() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let words = "村民赵大勇 13700000003"
        let numbers = try (0..<2).map { _ in
            try store.record(Examples.intake(informant: words), at: Examples.noon).number
        }
        let hashes = try store.ledger().map { entry in
            guard case .reported(let intake) = entry.record else { return "" }
            return intake.informantHash ?? ""
        }
        #expect(hashes[0].count == 64 && hashes[0] != hashes[1])
        let row = try store.read { db in
            try CallerRow.fetchOne(
                db, sql: "SELECT * FROM caller WHERE incident = ?", arguments: [numbers[0].description])
        }
        #expect(row?.hash == hashes[0])
        #expect(try !file.everything().filter { !$0.hasPrefix("caller ") }.joined().contains(words))

        for number in numbers { try store.eraseCallers(of: number) }
        #expect(try store.incident(numbers[0])?.callers.isEmpty == true)
        #expect(try !file.holds(words))
        #expect(try store.verifyLedger() == .intact(count: 2))
    }

    @Test("an informant that was not named is nobody")
    func noInformant() throws {
        let store = try TemporaryFile().store()
        let incident = try store.record(Examples.intake(informant: ""), at: Examples.noon)
        #expect(incident.callers.isEmpty)
        guard case .reported(let intake) = try store.ledger()[0].record else { return }
        #expect(intake.informantHash == nil)
    }
}
