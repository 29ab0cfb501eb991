import Calendars
import DutyStore
import GRDB
import Incidents
import Rosters
import Testing

@Suite("Publishing rosters")
struct PublishingTests {
    private let day = Duration.seconds(86_400)
    private let before = Examples.instant("2026-09-20T09:00")
    private let secondDay = Examples.instant("2026-10-02T12:00")

    private func leaders(_ store: DutyStore, _ instant: Instant, place: String? = nil) throws -> [PersonID] {
        try store.dutyBoard(at: instant, place: place).board.stands.map(\.person)
    }

    @Test("an empty database has an empty board")
    func empty() throws {
        let (board, policy) = try TemporaryFile().store().dutyBoard(at: Examples.noon)
        #expect(board.place == nil && board.stands.isEmpty && !board.isInPeriod && policy == nil)
    }

    @Test("each publishing is a version of its own, in the ledger with what was accepted")
    func versions() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        let accepted = [Record.Acceptance(finding: "0123456789ab", by: "p001", reason: "已另行安排")]
        let one = try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        let two = try store.publish(
            book: Examples.book(leaders: [1, 0]), policy: Examples.policy, findings: accepted, by: "p001",
            at: before + day)
        let other = try store.publish(book: Examples.book("other"), policy: Examples.policy, by: nil, at: before + day)
        #expect([one, two, other].map(\.version) == [1, 2, 1])
        #expect([one, two, other].map(\.replaced) == [nil, 1, nil])
        #expect(
            one.window
                == Interval(start: Examples.instant("2026-10-01T00:00"), end: Examples.instant("2026-10-03T00:00")))
        #expect(try file.store().publications() == [one, two, other])

        guard case .published(let entry) = try store.ledger()[1].record else {
            Issue.record("no publication in the ledger")
            return
        }
        #expect(entry.version == 2 && entry.by == "p001" && entry.accepted == accepted)
        #expect(entry.digest.count == 64)
    }

    @Test("a version that is not the one to be replaced refuses the next, which leaves nothing behind")
    func replacing() throws {
        let store = try TemporaryFile().store()
        func publish(replacing version: Int?) throws -> Int {
            try store.publish(
                book: Examples.book(), policy: Examples.policy, by: nil, at: before, replacing: version
            ).version
        }
        #expect(throws: StoreError.replacedMeanwhile(version: nil, at: nil)) { try publish(replacing: 3) }
        #expect(try publish(replacing: 0) == 1)
        #expect(throws: StoreError.replacedMeanwhile(version: 1, at: before)) { try publish(replacing: 0) }
        #expect(try publish(replacing: 1) == 2)
        #expect(try publish(replacing: nil) == 3)
        #expect(try store.publications().count == 3)
        #expect(try store.ledger().count == 3)
    }

    @Test("the same roster has the same digest, another assignment another one")
    func digest() throws {
        func digest(_ book: RosterBook) throws -> String {
            let file = try TemporaryFile()
            try file.store().publish(book: book, policy: Examples.policy, by: nil, at: before)
            return try file.raw().read { db in try String.fetchOne(db, sql: "SELECT digest FROM publication") } ?? ""
        }
        let one = try digest(Examples.book())
        for _ in 0..<5 { #expect(try digest(Examples.book()) == one) }
        #expect(try digest(Examples.book(leaders: [1, 0])) != one)
    }

    @Test("the board shows the version that was in force at the instant")
    func inForce() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        try store.publish(
            book: Examples.book(leaders: [0, 0]), policy: Examples.policy, by: nil, at: secondDay)
        #expect(try leaders(store, Examples.noon) == ["p001"])
        #expect(try leaders(store, secondDay - .seconds(1)) == ["p002"])
        #expect(try leaders(store, secondDay) == ["p001"])
        #expect(try store.dutyBoard(at: secondDay).board.stands.map(\.version) == [2])
    }

    @Test("a roster that was published too late is still who stood there")
    func publishedLate() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: secondDay + day)
        #expect(try leaders(store, Examples.noon) == ["p001"])
    }

    @Test("a duty ends when the next begins, and outside every period nobody stands")
    func edges() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        let change = Examples.instant("2026-10-02T00:00")
        #expect(try leaders(store, change - .seconds(1)) == ["p001"])
        #expect(try leaders(store, change) == ["p002"])
        let after = try store.dutyBoard(at: Examples.instant("2026-10-03T00:00"))
        #expect(after.board.stands.isEmpty && !after.board.isInPeriod)
        #expect(after.board.place?.key == "qinghe" && after.policy == Examples.policy)
    }

    @Test("overlapping periods of one place are one board")
    func overlapping() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        let flood = Examples.book("2026-flood", from: "2026-09-30", leaders: [1, 1, 1], post: 1)
        try store.publish(book: flood, policy: Policy(), by: nil, at: before + day)
        let board = try store.dutyBoard(at: Examples.noon).board
        #expect(board.stands.map(\.post) == ["leader", "officer"])
        #expect(board.stands.map(\.person) == ["p001", "p002"])
        #expect(board.stands.map(\.period) == ["2026-national-day", "2026-flood"])
        #expect(try store.dutyBoard(at: Examples.noon).policy == Policy())
        #expect(try leaders(store, Examples.noon - day) == ["p002"])
    }

    @Test("several places are kept apart; without a name it is the one published last")
    func places() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        let west = Examples.place("west", unit: "west-office")
        try store.publish(book: Examples.book(place: west, leaders: [1, 1]), policy: Policy(), by: nil, at: before)
        #expect(try leaders(store, Examples.noon) == ["p002"])
        #expect(try leaders(store, Examples.noon, place: "qinghe") == ["p001"])
        #expect(try store.dutyBoard(at: Examples.noon, place: "nowhere").board.place == nil)
        #expect(try store.place(holding: "emergency-office")?.key == "qinghe")
        #expect(try store.place(holding: "nowhere")?.key == nil)
        #expect(try store.place()?.key == "west")
    }

    @Test("a published roster comes back as it was")
    func roundTrip() throws {
        let store = try TemporaryFile().store()
        let book = Examples.book()
        try store.publish(book: book, policy: Examples.policy, by: nil, at: before)
        let found = try #require(try store.book(place: "qinghe", period: "2026-national-day"))
        #expect(found.book.roster.assignments == book.roster.assignments)
        #expect(found.book.roster.tables == book.roster.tables)
        #expect(found.book.roster.period.received == book.roster.period.received)
        #expect(found.book.place.posts == book.place.posts)
        #expect(found.book.place.people == book.place.people)
        #expect(found.book.place.rules == book.place.rules)
        #expect(found.policy == Examples.policy)
        #expect(try store.book(place: "qinghe", period: "2026-national-day", version: 2) == nil)
    }

    @Test("a roster that was altered behind the store's back is named by the ledger's digest")
    func altered() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        #expect(try store.alteredPublications().isEmpty)
        try file.tamper(
            "DROP TRIGGER assignment_unchanged; UPDATE assignment SET person = 'p002' WHERE publication = 2")
        #expect(try store.alteredPublications().map(\.version) == [2])
        try file.tamper(
            "DROP TRIGGER place_person_unchanged; UPDATE place_person SET name = '某某' WHERE publication = 1")
        #expect(try store.alteredPublications().map(\.version) == [1, 2])
    }

    @Test("a unit that was altered behind the store's back is named by the ledger's digest")
    func alteredUnit() throws {
        let file = try TemporaryFile()
        let store = try file.store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        try file.tamper(
            "DROP TRIGGER place_unit_unchanged; UPDATE place_unit SET body = json_set(body, '$.received', 1)")
        #expect(try store.alteredPublications().map(\.version) == [1])
    }

    @Test("the board of one unit alone says what the whole board says of it")
    func excerpt() throws {
        let store = try TemporaryFile().store()
        try store.publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        for instant in stride(from: 0, to: 200_000, by: 3_000).map({ before + .seconds($0) }) {
            let whole = try store.dutyBoard(at: instant)
            let one = try #require(try store.dutyBoard(at: instant, around: "emergency-office"))
            #expect(one.board.posts() == whole.board.posts(unit: "emergency-office"))
            #expect(one.board.isInPeriod == whole.board.isInPeriod)
            #expect(one.policy == whole.policy)
            for staffed in one.board.posts() {
                for person in staffed.people {
                    let (known, all) = (one.board.place, whole.board.place)
                    #expect(
                        known?.person(person).map { known?[$0].phones } == all?.person(person).map { all?[$0].phones })
                }
            }
        }
    }

    @Test("a snapshot is the same bytes in every run: its dictionaries have sorted keys")
    func canonical() throws {
        let file = try TemporaryFile()
        try file.store().publish(book: Examples.book(), policy: Examples.policy, by: nil, at: before)
        let text = try file.raw().read { db in try String.fetchOne(db, sql: "SELECT snapshot FROM publication") } ?? ""
        for words in [
            #"{"date:2026-10-01":[],"kind:restday":[],"label:除夕":[]}"#,
            #"{"rest":{"hours":12},"weekday":{"level":"off"}}"#,
        ] {
            #expect(text.contains(words), "\(text)")
        }
    }
}
