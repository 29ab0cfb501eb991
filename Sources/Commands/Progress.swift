import Foundation
import Synchronization
import Wording

/// One line on stderr that shows how far long work is: only on a terminal, only after a second, wiped at the end.
final class Progress: Sendable {
    private struct State {
        var work: Phrase
        var total: Int
        /// The walks that the work takes, and how many are done.
        var walks: Int
        var done = 0
        var isDrawn = false
        var drawn: ContinuousClock.Instant
    }

    private let language: Language
    private let state: Mutex<State>
    private static let patience = Duration.seconds(1)
    private static let rhythm = Duration.milliseconds(100)

    /// Nil where stderr is no terminal: then nothing is ever drawn.
    init?(_ output: OutputOptions) {
        guard isatty(2) == 1 else { return nil }
        language = output.resolvedLanguage
        state = Mutex(State(work: Phrase(""), total: 0, walks: 1, drawn: .now + Self.patience))
    }

    /// Begins work on so many units (`total`), which takes several walks over them.
    func begin(_ work: Phrase, total: Int, walks: Int = 1) {
        state.withLock {
            $0.work = work
            $0.total = total
            $0.walks = max(1, walks)
            $0.done = 0
        }
        advance(to: 0)
    }

    /// The share of the present walk that is done, 0 to 1.
    func advance(to share: Double) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now >= state.drawn else { return }
            state.drawn = now + Self.rhythm
            state.isDrawn = true
            let part = (Double(min(state.done, state.walks - 1)) + share) / Double(state.walks)
            let line = ProgressLine(work: state.work, share: part, total: state.total)
            Self.write("\r" + line.text(in: language, columns: Terminal.columns) + "\u{1B}[K")
        }
    }

    /// Other words for the present work, and the share of it that is done.
    func show(_ work: Phrase, share: Double) {
        state.withLock { $0.work = work }
        advance(to: share)
    }

    func endWalk() { state.withLock { $0.done += 1 } }

    /// Wipes the line.
    func end() {
        state.withLock { state in
            if state.isDrawn { Self.write("\r\u{1B}[K") }
            state.isDrawn = false
        }
    }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}

/// The line itself: 「校验 清河县 2026-national-day：23,000/40,000 单位 ━━━━━━」.
struct ProgressLine {
    let work: Phrase
    /// How much of it is done, 0 to 1.
    let share: Double
    /// In how many units; 0 where nobody knows yet.
    let total: Int

    private static let bar = 20

    /// As much of it as a terminal of so many columns holds.
    func text(in language: Language, columns: Int) -> String {
        let share = min(1, max(0, share))
        let filled = Int(share * Double(Self.bar))
        let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: Self.bar - filled)
        let done = ProgressWording.line(work, done: Int((share * Double(total)).rounded()), total: total)
        let text = (total > 0 ? done : work).text(in: language) + " " + bar
        var line = ""
        for letter in text {
            guard Terminal.width(of: line) + Terminal.width(of: String(letter)) < columns else { break }
            line.append(letter)
        }
        return line
    }
}
