import Calendars
import Incidents
import RosterFiles
import Rosters
import Wording

/// Asks what the options left out, in the order in which a caller speaks; Enter means 未掌握, or unchanged.
struct Interview {
    let lookup: Lookup
    let output: OutputOptions
    /// Nobody can be asked any more (Ctrl-D): what was said so far stands.
    private var hasEnded = false

    init(lookup: Lookup, output: OutputOptions) {
        self.lookup = lookup
        self.output = output
    }

    /// Fills what is nil; the words stay as they were said.
    mutating func complete(_ update: inout FactsUpdate, mustKnow: Bool) {
        output.note(InterviewWording.hint)
        if update.what == nil { update.what = text(InterviewWording.what, isRequired: mustKnow) }
        if update.happenedAt == nil { update.happenedAt = value(InterviewWording.happened, instant) }
        if update.place == nil { update.place = text(InterviewWording.place, isRequired: mustKnow) }
        if update.category == nil { update.category = value(InterviewWording.category, category) }
        if update.type == nil { update.type = text(InterviewWording.type) }
        count(InterviewWording.dead, "--dead", &update.casualties.dead)
        count(InterviewWording.missing, "--missing", &update.casualties.missing)
        count(InterviewWording.serious, "--serious", &update.casualties.serious)
        count(InterviewWording.slight, "--slight", &update.casualties.slight)
        count(InterviewWording.loss, "--loss", &update.casualties.lossYuan)
        for element in ReportElement.allCases where update.elements[element] == nil {
            update.elements[element] = text(InterviewWording.question(element))
        }
        if update.source == nil { update.source = text(InterviewWording.source) }
    }

    mutating func completed(_ caller: Caller?) -> Caller? {
        let whole = Caller(
            name: caller?.name ?? text(InterviewWording.callerName),
            unit: caller?.unit ?? text(InterviewWording.callerUnit),
            post: caller?.post ?? text(InterviewWording.callerPost),
            phone: caller?.phone ?? text(InterviewWording.callerPhone))
        return whole.isEmpty ? nil : whole
    }

    private mutating func count(_ question: Phrase, _ option: String, _ number: inout Int?) {
        guard number == nil else { return }
        number = value(question) { text in
            Int(text).flatMap { $0 >= 0 ? .success($0) : nil } ?? .failure(.wrongNumber(option: option, found: text))
        }
    }

    private func instant(_ text: String) -> Result<Instant, Misuse> {
        lookup.zone.instant(parsing: text).map { .success($0) } ?? .failure(.wrongTime(text))
    }

    private func category(_ text: String) -> Result<Rosters.Category, Misuse> {
        ValueWords.category(text).map { .success($0) }
            ?? .failure(
                .wrongWord(
                    option: "--category", found: text,
                    known: Rosters.Category.allCases.map { "\($0.rawValue) \($0.phrase.zh)" }))
    }

    /// An answer that means nothing is said so and asked for again.
    private mutating func value<Value>(_ question: Phrase, _ read: (String) -> Result<Value, Misuse>) -> Value? {
        while let answer = text(question) {
            switch read(answer) {
            case .success(let value): return value
            case .failure(let misuse): output.note(misuse.phrase)
            }
        }
        return nil
    }

    private mutating func text(_ question: Phrase, isRequired: Bool = false) -> String? {
        while !hasEnded {
            switch Terminal.ask(output.text(question + (isRequired ? DeskWording.required : Phrase("")))) {
            case .text(let answer): return answer
            case .empty where isRequired: continue
            case .empty: return nil
            case .ended: hasEnded = true
            }
        }
        return nil
    }
}
