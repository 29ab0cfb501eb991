import Calendars
import Commands
import DutyStore
import Incidents
import Notifications
import RosterFiles
import RosterRules
import Rosters
import Wording

/// Every place at which bytes from outside come in.
package enum FuzzedReader: String, CaseIterable, Sendable {
    case place, people, absences, wishes, history, policy, calendar, card, period, table, instant, incidentNumber,
        checkpoint, webhookReply, commandLine

    package var isYAML: Bool { [.place, .policy, .calendar, .period].contains(self) }

    /// How many of the cases it gets beside the others: a word is quickly read, and a command line slowly.
    package var weight: Int {
        switch self {
        case .place, .people, .absences, .wishes, .history, .policy, .calendar, .card, .period, .table: 100
        case .instant, .incidentNumber, .checkpoint, .webhookReply: 200
        case .commandLine: 1
        }
    }

    /// Reads the bytes and names every breach of what is promised of a rejection; a crash or a hang shows by itself.
    package func read(_ bytes: [UInt8], beside examples: Examples) -> [String] {
        switch self {
        case .place: return placeFaults(bytes, examples.sources(place: bytes))
        case .people: return placeFaults(bytes, examples.sources(people: bytes))
        case .absences: return placeFaults(bytes, examples.sources(absences: bytes))
        case .wishes: return placeFaults(bytes, examples.sources(wishes: bytes))
        case .history: return placeFaults(bytes, examples.sources(history: bytes))
        case .policy: return placeFaults(bytes, examples.sources(policy: bytes))
        case .calendar: return placeFaults(bytes, examples.sources(place: [], calendar: bytes))
        case .card: return placeFaults(bytes, examples.sources(place: [], card: bytes))
        case .period: return periodFaults(bytes, examples.periodSources(period: bytes), examples)
        case .table: return periodFaults(bytes, examples.periodSources(table: bytes), examples)
        case .instant: return instantFaults(String(decoding: bytes, as: UTF8.self))
        case .incidentNumber: return numberFaults(String(decoding: bytes, as: UTF8.self))
        case .checkpoint: return checkpointFaults(String(decoding: bytes, as: UTF8.self))
        case .webhookReply: return replyFaults(bytes)
        case .commandLine: return commandLineFaults(bytes)
        }
    }

    // MARK: - Files

    private func placeFaults(_ bytes: [UInt8], _ sources: PlaceSources) -> [String] {
        let reading = PlaceReader.read(sources)
        let faults = reading.value == nil && reading.diagnostics.isEmpty ? ["nothing read, and nothing said"] : []
        let files = [
            sources.place, sources.people, sources.absences, sources.policy, sources.wishes, sources.history,
        ].compactMap(\.self)
        return faults
            + diagnosticFaults(reading.diagnostics, of: files + sources.calendar + sources.cards, for: bytes)
    }

    private func periodFaults(_ bytes: [UInt8], _ sources: PeriodSources, _ examples: Examples) -> [String] {
        let reading = PeriodReader.read(sources, in: examples.book)
        let faults = reading.value == nil && reading.diagnostics.isEmpty ? ["nothing read, and nothing said"] : []
        if let roster = reading.value, reading.diagnostics.isEmpty {
            // What was accepted must be fit for the proof.
            _ = Check.run(RosterBook(calendar: examples.book.calendar, place: examples.book.place, roster: roster))
        }
        return faults + diagnosticFaults(reading.diagnostics, of: [sources.period] + sources.tables, for: bytes)
    }

    /// Every rejection has a place within its file and words in both languages, and all of them together stay in proportion to the file.
    private func diagnosticFaults(
        _ diagnostics: [Diagnostic], of files: [SourceFile], for bytes: [UInt8]
    ) -> [String] {
        guard !diagnostics.isEmpty else { return [] }
        var faults: [String] = []
        var length = 0
        let lines = Dictionary(files.map { ($0.path, Self.lines(of: $0)) }, uniquingKeysWith: max)
        for diagnostic in diagnostics {
            let phrase = diagnostic.problem.phrase
            if diagnostic.file.isEmpty || diagnostic.line < 1 { faults.append("no place: \(diagnostic)") }
            if let last = lines[diagnostic.file], diagnostic.line > last {
                faults.append("no such line, of \(last): \(diagnostic)")
            }
            if phrase.zh.isEmpty || phrase.en.isEmpty { faults.append("no words: \(diagnostic)") }
            length += diagnostic.text(in: .zh).utf8.count
        }
        let most = (bytes.count + 2_000) * 200
        if length > most { faults.append("\(length) bytes of diagnostics for a file of \(bytes.count)") }
        return faults
    }

    /// However a reader counts them; a line end at the end of a file begins another line.
    private static func lines(of file: SourceFile) -> Int {
        var (count, last) = (1, Unicode.Scalar(0 as UInt8))
        for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
            let isPair = last == "\r" && scalar == "\n"
            if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar), !isPair { count += 1 }
            last = scalar
        }
        return count
    }

    // MARK: - Words

    private func instantFaults(_ text: String) -> [String] {
        let zone = Zone.shanghai
        _ = ClockTime(text)
        guard let instant = zone.instant(parsing: text) else { return [] }
        return zone.instant(parsing: zone.iso(instant)) == instant || instant.seconds < -62_135_596_800
            || instant.seconds > 253_402_200_000 ? [] : ["\(text) does not come back from \(zone.iso(instant))"]
    }

    private func numberFaults(_ text: String) -> [String] {
        _ = Recipient(text)
        guard let number = IncidentNumber(text) else { return [] }
        return IncidentNumber(number.description) == number ? [] : ["\(text) does not come back from \(number)"]
    }

    private func checkpointFaults(_ line: String) -> [String] {
        guard let checkpoint = Checkpoint(line) else { return [] }
        return Checkpoint(checkpoint.description) == checkpoint ? [] : ["\(line) does not come back"]
    }

    /// A status of the first two bytes and a Retry-After of the rest.
    private func replyFaults(_ bytes: [UInt8]) -> [String] {
        let status = bytes.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        let header = String(decoding: bytes.dropFirst(2), as: UTF8.self)
        let now = Instant(seconds: 1_790_000_000)
        let attempt = WebhookNotifier.attempt(status: status % 700, retryAfter: header, at: now)
        let outcome = RetryPolicy.outcome(of: attempt, message: MessageID(text: header), attempts: 1, at: now)
        guard case .failedForNow(_, let retryAt) = outcome else { return [] }
        let isInTime = retryAt > now && retryAt - now <= .seconds(3600)
        return isInTime ? [] : ["retried at \(retryAt) after \(header)"]
    }

    /// Words between NUL bytes or blanks; parsed, never run.
    private func commandLineFaults(_ bytes: [UInt8]) -> [String] {
        let words = bytes.split { $0 == 0 || $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
        return Language.allCases.compactMap { language in
            guard let refusal = DutyMain.refusal(parsing: words, language: language) else { return nil }
            let isSaid = !refusal.text.isEmpty && (refusal.exitCode == 0 || refusal.exitCode == 2)
            return isSaid ? nil : "exit \(refusal.exitCode), “\(refusal.text)” for \(words)"
        }
    }
}
