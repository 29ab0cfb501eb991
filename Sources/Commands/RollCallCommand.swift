import ArgumentParser
import Calendars
import Dispatching
import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// `duty roll-call start|record|sheet|list`: 查岗.
struct RollCallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roll-call",
        abstract: "查岗：先座机、后手机、5 分钟内回拨 / spot checks: landline, mobile, call back within 5 minutes",
        subcommands: [RollCallStart.self, RollCallRecord.self, RollCallShow.self, RollCallList.self])
}

/// `duty roll-call start --by PERSON [--unit U] [--post P] [--draw N [--seed S]]`.
struct RollCallStart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "开始查岗：列出或抽取当班岗位 / list or draw the posts to be called")

    @Option(name: .customLong("by"), help: "查岗人 / who checks")
    var person: String

    @Option(help: "只查此单位 / this unit only")
    var unit: String?

    @Option(help: "只查此岗位 / this post only")
    var post: String?

    @Flag(name: .customLong("all"), help: "全部在岗岗位（默认）/ every post (the default)")
    var isAll = false

    @Option(help: "随机抽取几个 / draw so many")
    var draw: Int?

    @Option(help: "抽取种子，同一种子抽取结果相同（默认随机，记入台账）/ seed; the same draws the same (default: random, recorded)")
    var seed: Int?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        if let draw, draw < 1 { throw Misuse.wrongNumber(option: "--draw", found: "\(draw)", least: 1) }
        try watch.answer { open in
            let unit = try unit.map(open.lookup.unit)
            let post = try post.map(open.lookup.post)
            let by = try open.lookup.person(person)
            let board = try open.desk.duty(at: open.now, for: unit).board
            let seed = seed ?? Int.random(in: 0...999_999)
            let call = try open.store.startRollCall(unit: unit, at: open.now) { number throws(WatchConflict) in
                try RollCall.start(
                    number: number, on: board, unit: unit, post: post, drawing: draw, seed: seed, by: by)
            }
            return RollCallAnswer(open: open, sheet: RollCallSheet(call: call)).answer(watch.output.resolvedLanguage)
        }
    }
}

extension RollCallWay: ExpressibleByArgument {}

/// `duty roll-call record N --unit U --post P --way landline|mobile|call-back --outcome … [--answered-by …] --by …`.
struct RollCallRecord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "登记一次拨打的结果 / what came of one try")

    @Argument(help: "查岗编号 / roll-call number")
    var number: Int

    @Option(help: "单位（默认查岗人所查的唯一单位）/ unit (default: the only one of the roll call)")
    var unit: String?

    @Option(help: "岗位（默认唯一岗位）/ post (default: the only one)")
    var post: String?

    @Option(help: "方式：landline 座机|mobile 手机|call-back 回拨 / way")
    var way: RollCallWay

    @Option(help: "结果：answered 接通|no-answer 无人接听|busy 占线|wrong-number 号码有误 / outcome")
    var outcome: CallOutcome

    @Option(help: "接听人；转接本人的填本人，不在当班名单上的按原文登记 / who answered, after being put through; a stranger as written")
    var answeredBy: String?

    @Option(name: .customLong("by"), help: "查岗人（默认开始查岗的人）/ who checks (default: who started)")
    var person: String?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        if outcome == .answered, filled(answeredBy) == nil { throw Misuse.missingOption("--answered-by") }
        try watch.answer { open in
            guard let known = try open.store.rollCall(number) else { throw WatchConflict.unknownRollCall(number) }
            let (unit, post) = try which(of: known.call, open)
            let by = try person.map(open.lookup.person) ?? known.call.by
            let answered = try filled(answeredBy).map { try answerer($0, open) }
            let (board, policy) = try open.desk.duty(at: open.now, for: unit)
            let sheet = try open.store.recordRollCall(number, policy: policy, board: board) {
                (known: RollCallSheet) throws(WatchConflict) -> RollCallTry in
                try known.record(
                    way, unit: unit, post: post, outcome: outcome, answeredBy: answered,
                    staffed: board.posts(unit: unit), by: by, at: open.now)
            }
            return try RollCallAnswer(open, sheet).answer(watch.output.resolvedLanguage)
        }
    }

    private func which(of call: RollCall, _ open: OpenDesk) throws -> (UnitID, PostKey) {
        let unit = try unit.map(open.lookup.unit)
        let post = try post.map(open.lookup.post)
        let meant = call.posts.filter { (unit == nil || $0.unit == unit) && (post == nil || $0.post == post) }
        if meant.count == 1 { return (meant[0].unit, meant[0].post) }
        guard let unit else { throw Misuse.missingOption("--unit") }
        guard let post else { throw Misuse.missingOption("--post") }
        return (unit, post)
    }

    /// A person of the place, or a stranger as written.
    private func answerer(_ word: String, _ open: OpenDesk) throws -> Answerer {
        do {
            return .onDuty(try open.lookup.person(word))
        } catch Misuse.unknownThing {
            return .other(word)
        }
    }
}

struct RollCallShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "查岗结果 / the result sheet")

    @Argument(help: "查岗编号（默认最近一次）/ roll-call number (default: the last)")
    var number: Int?

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let all = try open.store.rollCalls()
            guard let sheet = number.map({ number in all.first { $0.call.number == number } }) ?? all.last else {
                throw WatchConflict.unknownRollCall(number ?? 1)
            }
            return try RollCallAnswer(open, sheet).answer(watch.output.resolvedLanguage)
        }
    }
}

struct RollCallList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "历次查岗 / every roll call")

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in
            let sheets = try open.store.rollCalls()
            let answers = sheets.map { RollCallAnswer(open: open, sheet: $0) }
            return WatchAnswer(
                lines: sheets.isEmpty ? [WatchWording.noRollCalls] : answers.map(\.summary),
                json: .list(answers.map(\.json)))
        }
    }
}

/// A spot check in words and as JSON.
struct RollCallAnswer {
    let open: OpenDesk
    let sheet: RollCallSheet
    /// What people are told of its misses.
    var matters: [Matter] = []

    private var wording: RollCallWording {
        RollCallWording(names: sheet.call.posts.first.map { open.names(of: $0.unit) } ?? open.lookup.names)
    }
    private var misses: Int { sheet.call.posts.count { sheet.result($0, at: open.now).isMiss } }

    func answer(_ language: Language) -> WatchAnswer {
        let posts = sheet.call.posts
        let results = posts.map { sheet.result($0, at: open.now) }
        let rows = zip(posts, results).map { (post, result) -> [Phrase] in
            [wording.post(post), wording.numbers(post), wording.result(result, at: post)]
        }
        let lines = zip(posts, WatchAnswer.table(rows, in: language)).flatMap { (post, row) -> [Phrase] in
            let tries = sheet.tries(post)
            return [row] + (tries.isEmpty ? [] : [Phrase("    ") + wording.attempts(tries)])
        }
        return WatchAnswer(
            lines: [wording.title(sheet.call)] + lines + [wording.counts(results)] + told, json: json)
    }

    /// Who is told of each miss; misses of the clock are told by the engine.
    private var told: [Phrase] {
        let said = matters.flatMap { matter -> [Phrase] in
            guard case .rollCallMissed(let miss) = matter.subject else { return [] }
            return [wording.told(miss, to: matter.told.map(\.recipient))]
        }
        return said + (misses > said.count ? [WatchWording.missesToTell(misses - said.count)] : [])
    }

    /// One line of the list.
    var summary: Phrase {
        wording.title(sheet.call) + Phrase(zh: "，异常 \(misses) 个", en: ", misses: \(misses)")
    }

    var json: JSON {
        let call = sheet.call
        return .object([
            "roll_call": .number(call.number), "at": .text(open.lookup.zone.iso(call.startedAt)),
            "by": .text(call.by.text), "seed": .optional(call.draw?.seed), "drawn_from": .optional(call.draw?.from),
            "posts": .list(call.posts.map(post)), "misses": .number(misses),
        ])
    }

    private func post(_ post: CalledPost) -> JSON {
        let result = sheet.result(post, at: open.now)
        return .object([
            "unit": .text(post.unit.text), "post": .text(post.post.text),
            "people": .list(post.people.map { .text($0.text) }), "result": .text(result.word),
            "is_miss": .flag(result.isMiss), "tries": .list(sheet.tries(post).map(attempt)),
        ])
    }

    private func attempt(_ attempt: RollCallTry) -> JSON {
        let answerer: String? =
            switch attempt.answeredBy {
            case .onDuty(let id), .colleague(let id, post: _): id.text
            case .other(let name): name
            case nil: nil
            }
        return .object([
            "way": .text(attempt.way.rawValue), "at": .text(open.lookup.zone.iso(attempt.at)),
            "outcome": .text(attempt.outcome.rawValue), "answered_by": .optional(answerer),
            "by": .text(attempt.by.text),
        ])
    }
}

extension RollCallAnswer {
    /// With those who are told of its misses.
    init(_ open: OpenDesk, _ sheet: RollCallSheet) throws {
        let matters = try open.store.matters(about: [.rollCallMissed], since: sheet.call.startedAt).filter { matter in
            guard case .rollCallMissed(let miss) = matter.subject else { return false }
            return miss.call == sheet.call.number
        }
        self.init(open: open, sheet: sheet, matters: matters)
    }
}

extension RollCallResult {
    /// The word of the JSON.
    fileprivate var word: String {
        switch self {
        case .notCalled: "not-called"
        case .present: "present"
        case .waitsForMobile, .answeredByColleague: "waits-for-mobile"
        case .waitsForCallBack: "waits-for-call-back"
        case .answeredByOther: "answered-by-other"
        case .notReached: "not-reached"
        case .noCallBack: "no-call-back"
        case .calledBackLate: "called-back-late"
        }
    }
}
