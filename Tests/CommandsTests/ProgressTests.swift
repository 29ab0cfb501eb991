import Glibc
import Rosters
import Synchronization
import Testing
import Wording

@testable import Commands

@Suite("The progress line")
struct ProgressTests {
    private let work = ProgressWording.checking("清河县", period: "国庆")

    @Test("says what is done, of how many units, and draws a bar, in both languages")
    func line() {
        let line = ProgressLine(work: work, share: 0.575, total: 40_000)
        #expect(line.text(in: .zh, columns: 80) == "校验 清河县 国庆：23,000/40,000 单位 ━━━━━━━━━━━─────────")
        #expect(line.text(in: .en, columns: 80) == "checking 清河县 国庆: 23,000/40,000 units ━━━━━━━━━━━─────────")
    }

    @Test("never takes more than the terminal's width, counting Chinese characters twice", arguments: [1, 9, 20, 41])
    func narrow(columns: Int) {
        let text = ProgressLine(work: work, share: 0.5, total: 2).text(in: .zh, columns: columns)
        #expect(Terminal.width(of: text) < columns)
        #expect(text.isEmpty || "校验 清河县 国庆：1/2 单位 ━".hasPrefix(String(text.prefix(17))))
    }

    @Test("stays within its bar whatever it is told")
    func limits() {
        #expect(ProgressLine(work: work, share: 3, total: 3).text(in: .zh, columns: 80).contains("3/3"))
        #expect(ProgressLine(work: work, share: -1, total: 3).text(in: .en, columns: 80).contains("0/3"))
    }

    @Test("names no units while nobody knows how many there are")
    func unknown() {
        let line = ProgressLine(work: ProgressWording.reading("清河县"), share: 0.5, total: 0)
        #expect(line.text(in: .zh, columns: 80) == "读取 清河县 ━━━━━━━━━━──────────")
    }

    @Test("comes on a terminal when its patience is over, and is wiped at the end", .timeLimit(.minutes(1)))
    func terminal() throws {
        let terminal = try PseudoTerminal()
        let clock = HandClock()
        let progress = try #require(Progress(in: .zh, on: terminal.inside) { clock.now })
        progress.begin(work, total: 40)
        clock.advance(by: .milliseconds(999))
        progress.advance(to: 0.25)
        clock.advance(by: .milliseconds(1))
        progress.advance(to: 0.5)
        clock.advance(by: .milliseconds(99))
        progress.advance(to: 0.75)
        progress.end()
        progress.end()
        terminal.write("|")
        #expect(
            terminal.text(until: "|")
                == "\r校验 清河县 国庆：20/40 单位 ━━━━━━━━━━──────────\u{1B}[K" + "\r\u{1B}[K|")
    }

    @Test("says only what is done where nobody knows how far it is, as long as it lasts", .timeLimit(.minutes(1)))
    func unmeasured() throws {
        let terminal = try PseudoTerminal()
        let progress = try #require(Progress(in: .zh, on: terminal.inside, patience: .zero))
        let seen = progress.during(ProgressWording.verifying) { terminal.text(until: "\u{1B}[K") }
        #expect(seen == "\r核对台账 …\u{1B}[K")
        #expect(terminal.text(until: "\u{1B}[K") == "\r\u{1B}[K")
    }

    @Test("says nothing of what takes no longer than its patience", .timeLimit(.minutes(1)))
    func quick() throws {
        let terminal = try PseudoTerminal()
        let progress = try #require(Progress(in: .zh, on: terminal.inside, patience: .seconds(3600)))
        let answer = progress.during(work) { 7 }
        #expect(answer == 7)
        terminal.write("|")
        #expect(terminal.text(until: "|") == "|")
    }

    @Test("never comes in a pipe or a file, however long it takes")
    func elsewhere() throws {
        var ends: [Int32] = [-1, -1]
        let status = pipe(&ends)
        try #require(status == 0)
        let file = open("/dev/null", O_WRONLY)
        for other in ends + [file] {
            let isShown = Progress(in: .zh, on: other, patience: .zero) != nil
            #expect(!isShown)
            close(other)
        }
    }

    @Test("shares of a walk are the same on all cores as in order")
    func cores() {
        let cores = Cores()
        #expect(cores.map(64) { $0 * $0 } == WholeWalkSquares.all)
        #expect(cores.overRanges(of: 10_000) { $0.count }.reduce(0, +) == 10_000)
        #expect(cores.slices(of: 3) == 1)
    }

    private enum WholeWalkSquares {
        static let all = (0..<64).map { $0 * $0 }
    }
}

/// A terminal of which a test reads what is written on it.
private final class PseudoTerminal {
    let inside: Int32
    private let outside: Int32

    init() throws {
        var (outside, inside): (Int32, Int32) = (-1, -1)
        let status = openpty(&outside, &inside, nil, nil, nil)
        try #require(status == 0)
        self.outside = outside
        self.inside = inside
    }

    deinit {
        close(inside)
        close(outside)
    }

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        let written = Glibc.write(inside, bytes, bytes.count)
        #expect(written == bytes.count)
    }

    /// Everything that comes next, up to the first such end.
    func text(until end: String) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8), read(outside, &byte, 1) == 1 { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A clock that stands until it is moved.
private final class HandClock: Sendable {
    private let instant = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { instant.withLock { $0 } }

    func advance(by duration: Duration) { instant.withLock { $0 = $0.advanced(by: duration) } }
}
