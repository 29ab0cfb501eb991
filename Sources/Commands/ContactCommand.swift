import ArgumentParser
import Calendars
import DutyStore
import Rosters
import Watchkeeping
import Wording

/// `duty contact test|list`: whether people's numbers work.
struct ContactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "联系方式核验 / whether people's numbers work",
        subcommands: [ContactTestCommand.self, ContactList.self])
}

/// `duty contact test PERSON --outcome answered|no-answer|busy|wrong-number --by PERSON`.
struct ContactTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "登记一次核验 / a number was tried")

    @Argument(help: "被核验人 / whose number")
    var person: String

    @Option(help: "结果：answered 接通|no-answer 无人接听|busy 占线|wrong-number 号码有误 / outcome")
    var outcome: CallOutcome

    @Option(name: .customLong("by"), help: "拨打人 / who dialled")
    var by: String

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let person = try open.lookup.person(person)
            let test = ContactTest(
                person: person, outcome: outcome, by: try open.lookup.person(by), at: open.now)
            let place = open.lookup.places.first { $0.person(person) != nil }
            try open.store.record(test, place: place?.key ?? "-")
            let text = WatchRecordWording(names: Names(place: place)).text(.contactTested(test))
            return WatchAnswer(
                lines: [text, outcome == .answered ? WatchWording.countsAsTested : WatchWording.countsNot],
                json: ContactList.json(test, open.lookup.zone))
        }
    }
}

struct ContactList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "核验记录 / every test")

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let tests = try open.lookup.places.map(\.key).flatMap { try open.store.contactTests(place: $0) }
            let wording = WatchRecordWording(names: open.lookup.names)
            let rows = tests.map { [Phrase(open.lookup.zone.civil($0.at)), wording.text(.contactTested($0))] }
            return WatchAnswer(
                lines: rows.isEmpty
                    ? [WatchWording.noTests] : WatchAnswer.table(rows, in: watch.output.resolvedLanguage),
                json: .list(tests.map { Self.json($0, open.lookup.zone) }))
        }
    }

    static func json(_ test: ContactTest, _ zone: Zone) -> JSON {
        .object([
            "person": .text(test.person.text), "outcome": .text(test.outcome.rawValue), "by": .text(test.by.text),
            "at": .text(zone.iso(test.at)),
        ])
    }
}
