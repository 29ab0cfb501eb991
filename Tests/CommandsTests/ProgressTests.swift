import Rosters
import Testing
import Wording

@testable import Commands

@Suite("The progress line")
struct ProgressTests {
    private let work = ProgressWording.checking("清河县", period: "国庆")

    @Test("says what is done, of how many units, and draws a bar, in both languages")
    func line() {
        let line = ProgressLine(work: work, done: 23_000, total: 40_000)
        #expect(line.text(in: .zh, columns: 80) == "校验 清河县 国庆：23,000/40,000 单位 ━━━━━━━━━━━─────────")
        #expect(line.text(in: .en, columns: 80) == "checking 清河县 国庆: 23,000/40,000 units ━━━━━━━━━━━─────────")
    }

    @Test("never takes more than the terminal's width, counting Chinese characters twice", arguments: [1, 9, 20, 41])
    func narrow(columns: Int) {
        let text = ProgressLine(work: work, done: 1, total: 2).text(in: .zh, columns: columns)
        #expect(Terminal.width(of: text) < columns)
        #expect(text.isEmpty || "校验 清河县 国庆：1/2 单位 ━".hasPrefix(String(text.prefix(17))))
    }

    @Test("stays within its bar whatever it is told")
    func limits() {
        #expect(ProgressLine(work: work, done: 9, total: 3).text(in: .zh, columns: 80).contains("3/3"))
        #expect(ProgressLine(work: work, done: 0, total: 0).text(in: .zh, columns: 80).hasSuffix("─"))
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
