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
        /// Not before then is it drawn again.
        var drawn: ContinuousClock.Instant
        /// Nothing more is to be said of it.
        var isOver = false
    }

    private let language: Language
    private let terminal: Int32
    private let patience: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state: Mutex<State>
    private static let rhythm = Duration.milliseconds(100)

    /// Nil where stderr is no terminal: then nothing is ever drawn.
    convenience init?(_ output: OutputOptions) {
        self.init(in: output.resolvedLanguage)
    }

    /// Nil where the file is no terminal.
    init?(
        in language: Language, on file: Int32 = 2, patience: Duration = .seconds(1),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        guard isatty(file) == 1 else { return nil }
        self.language = language
        self.terminal = file
        self.patience = patience
        self.now = now
        self.state = Mutex(State(work: Phrase(""), total: 0, walks: 1, drawn: now() + patience))
    }

    /// Says on the terminal what is done while it takes long, and nothing tells how far it is.
    static func during<Answer>(_ work: Phrase, _ output: OutputOptions, _ body: () throws -> Answer) rethrows -> Answer
    {
        guard let progress = Progress(output) else { return try body() }
        return try progress.during(work, body)
    }

    /// The same on this terminal.
    func during<Answer>(_ work: Phrase, _ body: () throws -> Answer) rethrows -> Answer {
        state.withLock {
            $0.work = work
            $0.isOver = false
        }
        let isDone = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
            guard isDone.wait(timeout: DispatchTime.now() + patience.inSeconds) == .timedOut else { return }
            state.withLock { if !$0.isOver { draw(share: nil, &$0) } }
        }
        defer {
            isDone.signal()
            end()
        }
        return try body()
    }

    /// Begins work on so many units (`total`), which takes several walks over them.
    func begin(_ work: Phrase, total: Int, walks: Int = 1) {
        state.withLock {
            $0.work = work
            $0.total = total
            $0.walks = max(1, walks)
            $0.done = 0
            $0.isOver = false
        }
        advance(to: 0)
    }

    /// The share of the present walk that is done, 0 to 1.
    func advance(to share: Double) {
        state.withLock { state in
            guard now() >= state.drawn else { return }
            draw(share: (Double(min(state.done, state.walks - 1)) + share) / Double(state.walks), &state)
        }
    }

    private func draw(share: Double?, _ state: inout State) {
        state.drawn = now() + Self.rhythm
        state.isDrawn = true
        let line = ProgressLine(work: state.work, share: share, total: state.total)
        write("\r" + line.text(in: language, columns: Terminal.columns(of: terminal)) + "\u{1B}[K")
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
            if state.isDrawn { write("\r\u{1B}[K") }
            state.isDrawn = false
            state.isOver = true
        }
    }

    private func write(_ text: String) {
        try? FileHandle(fileDescriptor: terminal, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
    }
}

/// The line itself: 「校验 清河县 2026-national-day：23,000/40,000 单位 ━━━━━━」.
struct ProgressLine {
    let work: Phrase
    /// How much of it is done, 0 to 1; nil where nobody knows.
    let share: Double?
    /// In how many units; 0 where nobody knows yet.
    let total: Int

    private static let bar = 20

    /// As much of it as a terminal of so many columns holds.
    func text(in language: Language, columns: Int) -> String {
        var line = ""
        for letter in whole(in: language) {
            guard Terminal.width(of: line) + Terminal.width(of: String(letter)) < columns else { break }
            line.append(letter)
        }
        return line
    }

    private func whole(in language: Language) -> String {
        guard let share = share.map({ min(1, max(0, $0)) }) else { return work.text(in: language) + " …" }
        let filled = Int(share * Double(Self.bar))
        let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: Self.bar - filled)
        let done = ProgressWording.line(work, done: Int((share * Double(total)).rounded()), total: total)
        return (total > 0 ? done : work).text(in: language) + " " + bar
    }
}
