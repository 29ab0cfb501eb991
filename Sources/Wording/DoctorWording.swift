/// What `doctor` says, a line for each thing that it looked at.
package enum DoctorWording {
    package static func closing(faults: Int, warnings: Int) -> Phrase {
        faults == 0 && warnings == 0
            ? Phrase(zh: "自检正常。", en: "All is as it should be.")
            : Phrase(zh: "自检结束：异常 \(faults) 项，提醒 \(warnings) 项。", en: "Faults: \(faults), warnings: \(warnings).")
    }

    package static func database(_ path: String, schema: Int, isDrill: Bool) -> Phrase {
        let kind = isDrill ? Phrase(zh: "演练库", en: "a drill") : Phrase(zh: "正式库", en: "a real database")
        return Phrase(zh: "数据库 \(path)：结构完好，第 \(schema) 版，", en: "database \(path): sound, schema \(schema), ") + kind
    }

    package static func damaged(_ detail: String) -> Phrase {
        Phrase(zh: "数据库结构损坏：\(detail)", en: "the database is damaged: \(detail)")
    }

    package static let durable = Phrase(
        zh: "写入即落盘（WAL，synchronous=FULL）", en: "what is stored is on disk at once (WAL, synchronous=FULL)")
    package static let notDurable = Phrase(
        zh: "写入未必落盘：WAL 或 synchronous=FULL 未生效",
        en: "what is stored may not be on disk: WAL or synchronous=FULL is not in force")

    package static func freeSpace(megabytes: Int) -> Phrase {
        Phrase(zh: "磁盘剩余 \(megabytes) MB", en: "free disk space: \(megabytes) MB")
    }

    package static func drillTime(_ time: String) -> Phrase {
        Phrase(zh: "演练时间 \(time)，与本机时钟无关", en: "drill time \(time); the machine's clock does not matter")
    }

    package static func clockAgrees(_ time: String) -> Phrase {
        Phrase(zh: "本机时钟 \(time)，不早于台账", en: "the clock shows \(time), not before the ledger")
    }

    package static func clockBehind(_ time: String, latest: String) -> Phrase {
        Phrase(
            zh: "本机时钟 \(time)，早于已记录的 \(latest)：时钟被拨回过，请核对；下一次登记时写入台账",
            en:
                "the clock shows \(time), but \(latest) is on record already: it was set back, check it; the next entry "
                + "will say so")
    }

    package static func engineRuns(_ id: String, seen: String) -> Phrase {
        Phrase(zh: "告知引擎正在运行（\(id)），最近心跳 \(seen)", en: "an engine runs (\(id)), last heartbeat \(seen)")
    }

    package static func engineSilent(_ id: String, seen: String) -> Phrase {
        Phrase(
            zh: "告知引擎（\(id)）进程还在，但已停滞，最近心跳 \(seen)：请重启",
            en: "the process of an engine (\(id)) lives, but it hangs; last heartbeat \(seen): restart it")
    }

    package static func engineGone(_ id: String, seen: String) -> Phrase {
        Phrase(
            zh: "告知引擎（\(id)）未正常停止，最近心跳 \(seen)", en: "an engine (\(id)) ended without stopping, last heartbeat \(seen)")
    }

    package static let noEngine = Phrase(zh: "告知引擎未运行，目前无待办事项", en: "no engine runs; nothing waits for one")
    package static let noEngineNeeded = Phrase(
        zh: "告知引擎未运行，有事项在等待：请运行 duty dispatch，必要时人工告知",
        en: "no engine runs, and something waits for one: run duty dispatch, and call by hand if need be")

    package static func staleLeases(_ id: String) -> Phrase {
        Phrase(
            zh: "已退出的引擎（\(id)）留有发送中的消息，下一个引擎会接手",
            en: "a dead engine (\(id)) left messages under way; the next engine takes them over")
    }

    package static let nothingStuck = Phrase(zh: "没有停滞的事件、消息或循环", en: "no incident, message or cycle is stuck")
    package static let channelsSet = Phrase(zh: "告知渠道均已配置", en: "all channels are configured")

    package static func channelNotSet(_ channel: String, variable: String) -> Phrase {
        Phrase(
            zh: "渠道 \(channel) 缺少环境变量 \(variable)（以引擎的运行环境为准）",
            en: "channel \(channel): \(variable) is not set here (what counts is the engine's environment)")
    }

    package static func incidents(open: Int, acknowledged: Int, closed: Int) -> Phrase {
        Phrase(
            zh: "事件：待签收 \(open)，已签收 \(acknowledged)，已办结 \(closed)",
            en: "incidents: open \(open), acknowledged \(acknowledged), closed \(closed)")
    }

    package static let noRoster = Phrase(zh: "尚未发布值班表", en: "no roster has been published")
    package static let noneRunning = Phrase(zh: "目前不在任何值班时期内", en: "no period runs now")

    package static func newest(_ period: String, version: Int, at time: String) -> Phrase {
        Phrase(
            zh: "最近发布：\(period) 第 \(version) 版（\(time)）", en: "published last: \(period) version \(version) (\(time))")
    }

    package static func runningWhole(_ period: String) -> Phrase {
        Phrase(zh: "\(period) 正在进行，排班无缺口", en: "\(period) runs, without gaps")
    }

    package static func runningWithGaps(_ period: String, errors: Int) -> Phrase {
        Phrase(
            zh: "\(period) 正在进行，值班表有 \(errors) 个错误，见 duty check --in-force \(period)",
            en: "\(period) runs with errors: \(errors); see duty check --in-force \(period)")
    }

    package static func runningAccepted(_ period: String, errors: Int) -> Phrase {
        Phrase(
            zh: "\(period) 正在进行，有 \(errors) 个经同意保留的问题", en: "\(period) runs with findings that were accepted: \(errors)"
        )
    }
}
