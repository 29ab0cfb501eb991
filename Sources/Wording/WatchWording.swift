/// What the verbs of the daily work say where there is nothing to list, and on the way.
package enum WatchWording {
    package static let noHandovers = Phrase(zh: "没有交接班。", en: "No handovers.")
    package static func heartbeatUnwritten(_ file: String) -> Phrase {
        Phrase(
            zh: "心跳文件写不进：\(file)；请检查文件夹、权限和磁盘，外部监控将视为异常",
            en: "the heartbeat file cannot be written: \(file); check its folder, permissions and disk: to a monitor "
                + "this is silence")
    }

    package static func heartbeatWritten(_ file: String) -> Phrase {
        Phrase(zh: "心跳文件恢复写入：\(file)", en: "the heartbeat file can be written again: \(file)")
    }

    package static let noItems = Phrase(zh: "没有未办结事项。", en: "No open items.")
    package static let noEntries = Phrase(zh: "没有日志。", en: "The log is empty.")
    package static let noRollCalls = Phrase(zh: "没有查岗记录。", en: "No roll calls.")
    package static let noTests = Phrase(zh: "没有核验记录。", en: "No tests.")
    package static let nothingToCheck = Phrase(
        zh: "没有要核对的备勤队伍和装备（place.yaml 的 teams、equipment）。",
        en: "There are no teams and no equipment to check off (teams, equipment in place.yaml).")

    /// A way that worked counts as tested on that day.
    package static let countsAsTested = Phrase(
        zh: "已按今天核验计入。", en: "It counts as tested today.")
    package static let countsNot = Phrase(
        zh: "未接通，不计为已核验。", en: "Not reached: it does not count as tested.")

    /// Misses that the clock made known; the engine tells of them with its next look.
    package static func missesToTell(_ count: Int) -> Phrase {
        Phrase(
            zh: "另有 \(count) 个异常由告知引擎告知（duty dispatch）。",
            en: "The engine tells of \(count) more (duty dispatch).")
    }
}
