/// The rules over one row's runs of days, read from a word of 64 days at once.
///
/// A change of some days alters only runs near them: the difference of two words that show the same days, and
/// ``reach`` more on each side, is that of the whole rows. Bits outside the plan are 0 in the word and in `inside`.
struct RowRules: Hashable, Sendable {
    /// 64 where there is no limit.
    let mostConsecutive: Int
    let fewestConsecutive: Int
    let fewestFree: Int
    /// Days on each side of a change that its word must show.
    let reach: Int

    init(_ member: RowProblem.Member, days: Int) {
        let longest = days <= 62 ? days : RowProblem.longestRun
        let most = max(member.consecutive.upperBound, 0)
        mostConsecutive = most >= days ? 64 : min(most, longest)
        fewestConsecutive = min(max(member.consecutive.lowerBound, 1), longest)
        fewestFree = min(max(member.fewestFree, 1), longest)
        reach = max(most >= days ? 0 : mostConsecutive, fewestConsecutive, fewestFree) + 1
    }

    /// By how many days the runs in a word are too long or too short.
    func excess(_ duties: UInt64, inside: UInt64) -> Int {
        var long = duties
        var length = 0
        while length < mostConsecutive && long != 0 {
            long &= long &>> 1
            length &+= 1
        }
        return long.nonzeroBitCount &+ Self.short(duties | ~inside, fewest: fewestConsecutive)
            &+ Self.short(~duties, fewest: fewestFree)
    }

    /// Σ of the missing days of runs of ones that are too short; a run at either end of the word is long enough.
    private static func short(_ days: UInt64, fewest: Int) -> Int {
        var missing = 0
        var run = days & ~(days &<< 1 | 1)
        var length = 1
        while length < fewest && run != 0 {
            missing &+= (run & (~days &>> UInt64(length))).nonzeroBitCount &* (fewest &- length)
            run &= days &>> UInt64(length)
            length &+= 1
        }
        return missing
    }
}
