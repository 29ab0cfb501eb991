import Rosters
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
