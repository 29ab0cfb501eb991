import Calendars
package import Incidents
package import Rosters

/// What the commands say on the way: headings, notes and closing lines.
package enum DeskWording {
    package static let drillMark = Phrase(zh: "【演练】", en: "[DRILL] ")

    package static let noEngine = Phrase(
        zh: "告知引擎未运行：不会自动告知，也不会升级告知。请立即人工拨打下列电话，并运行 duty dispatch：",
        en: "No engine is running: nothing is told or escalated by itself. Call by hand now, and run duty dispatch:")
    package static let engineRuns = Phrase(
        zh: "告知引擎正在运行，将自动告知和升级告知。", en: "The engine is running and will tell and escalate.")
    package static let nobodyToCall = Phrase(
        zh: "（无人可拨打，请立即联系上级单位）", en: "(nobody can be called: contact the unit above at once)")
    package static let unroutable = Phrase(
        zh: "已登记，但此刻无人可告知（unroutable）", en: "stored, but nobody can be told now (unroutable)")
    package static let unreachable = Phrase(
        zh: "告知未落实：一轮告知结束，未按要求签收（unreachable）",
        en: "UNREACHABLE: a round ended without the acknowledgement it needs")
    package static let nothingHere = Phrase(zh: "没有事件。", en: "No incidents.")
    package static let timeline = Phrase(zh: "办理经过", en: "Timeline")
    package static let telling = Phrase(zh: "正在告知", en: "Telling")
    package static let reportedUpward = Phrase(zh: "报告时限", en: "Reporting limits")
    package static let fallback = Phrase(zh: "兜底联系人：", en: "Fallback: ")
    package static let noFallback = Phrase(
        zh: "尚未发布值班表，没有兜底联系人", en: "no roster has been published, so there is no fallback")
    package static let required = Phrase(zh: "（必填）", en: " (required)")
    package static let idle = Phrase(zh: "目前没有到期事项。", en: "Nothing is due.")
    package static let engineStarted = Phrase(
        zh: "告知引擎已启动，按 Ctrl-C 停止。", en: "Engine started; Ctrl-C stops it.")

    package static func accepted(_ number: IncidentNumber) -> Phrase {
        Phrase(zh: "已接报登记（accepted）：事件 \(number)", en: "accepted: incident \(number)")
    }

    package static func nextStep(at time: String) -> Phrase {
        Phrase(zh: "如未签收，将于 \(time) 升级告知", en: "unless acknowledged, the next step runs at \(time)")
    }

    package static func call(_ names: Names, _ recipient: Recipient) -> Phrase {
        let numbers = names.phones(recipient).joined(separator: " / ")
        return names.recipient(recipient) + Phrase("  " + (numbers.isEmpty ? "—" : numbers))
    }

    package static func published(_ period: String, version: Int, at time: String) -> Phrase {
        Phrase(
            zh: "已发布 \(period) 第 \(version) 版（\(time) 起生效）",
            en: "published \(period) version \(version), in force from \(time)")
    }

    package static func replaced(version: Int) -> Phrase {
        Phrase(zh: "原第 \(version) 版同时废止", en: "version \(version) is superseded")
    }

    package static let periodIsOver = Phrase(
        zh: "注意：该时期已结束，本次发布仅供存档备查。",
        en: "Note: this period is over; the roster is kept for the record and for questions.")

    package static func acceptedFindings(_ count: Int, by name: String) -> Phrase {
        Phrase(zh: "\(name)同意保留 \(count) 个问题，已记入台账", en: "findings accepted by \(name): \(count); the ledger says so")
    }

    package static func drillStarted(_ name: String, at time: String) -> Phrase {
        Phrase(zh: "演练“\(name)”已开始，演练时间 \(time)", en: "drill “\(name)” started; its time is \(time)")
    }

    /// `database` is the ` --db FILE` that the next command needs.
    package static func clock(_ time: String, database: String) -> Phrase {
        Phrase(
            zh: "演练时间 \(time)（只拨动时钟，未执行任何事项；请再运行 duty dispatch --until-idle\(database)）",
            en: "drill time is \(time) (moving the clock runs nothing: now run duty dispatch --until-idle\(database))")
    }

    package static func newDatabase(_ path: String) -> Phrase {
        Phrase(zh: "没有数据库 \(path)，已新建一个空库。", en: "There was no database \(path); an empty one was made.")
    }

    package static let rostersUnreadable = Phrase(
        zh: "已发布的值班表读不出：事件照常登记，但无法按表告知，请立即人工联系。",
        en:
            "The published rosters cannot be read: the incident is stored, but nobody can be found in them. Call by hand."
    )

    package static func unreadable(incident number: String) -> Phrase {
        Phrase(
            zh: "事件 \(number) 的记录读不出，不会自动告知，请立即人工联系；接报内容仍在台账",
            en: "incident \(number) cannot be read and tells nobody: call by hand; its report stands in the ledger")
    }

    /// The report is stored, the people were found, but nothing of it could be written.
    package static func firstStepUnwritten(_ why: Phrase) -> Phrase {
        Phrase(zh: "事件已存盘，但第一步告知未能写入：", en: "The incident is stored, but its first step could not be written: ") + why
    }

    package static func rostersUnreadable(_ why: Phrase) -> Phrase {
        rostersUnreadable + Phrase(zh: "（\(why.zh)）", en: " (\(why.en))")
    }

    package static let callNow = Phrase(zh: "请立即人工拨打：", en: "Call by hand now:")

    package static let noLadders = Phrase(
        zh: "注意：policy.yaml 没有升级方案（ladders），接报后只告知值班电话和兜底联系人。",
        en: "Note: policy.yaml has no ladders; a report will only reach the duty phone and the fallback.")

    package static let noRosterThen = Phrase(
        zh: "不在任何已发布的值班时期内", en: "no published roster covers this time")

    package static func otherOpen(_ count: Int) -> Phrase {
        Phrase(
            zh: "另有 \(count) 起事件待签收，见 duty list", en: "other incidents not acknowledged: \(count), see duty list")
    }

    package static func notWaitingFor(_ name: Phrase) -> Phrase {
        Phrase(
            zh: "注意：目前没有在等\(name.zh)的电话结果，已照登记。",
            en: "Note: nobody is waiting for a call to \(name.en); noted all the same.")
    }

    package static func ledgerIntact(_ count: Int) -> Phrase {
        Phrase(zh: "台账完整：共 \(count) 条，哈希链未断", en: "the ledger is whole: entries: \(count), the hash chain holds")
    }

    package static func alteredRoster(_ period: String, version: Int) -> Phrase {
        Phrase(
            zh: "已发布的 \(period) 第 \(version) 版与台账记录的摘要不符，被改动过",
            en: "the published \(period) version \(version) is not what the ledger recorded: it was altered")
    }

    package static let checkpointHeld = Phrase(zh: "，与检查点一致", en: ", and the checkpoint agrees")

    /// So many people whom the post must have, and nobody stands in.
    package static func vacant(_ missing: Int) -> Phrase {
        Phrase(zh: "缺岗 \(missing) 人", en: "GAP: \(missing) missing")
    }

    package static func onDuty(at time: String) -> Phrase {
        Phrase(zh: "\(time) 当班：", en: "On duty at \(time):")
    }

    package static func askAgain(at time: String) -> Phrase {
        Phrase(
            zh: "如无后续登记，将于 \(time) 重新告知", en: "unless something further is recorded, people are asked again at \(time)")
    }

    package static let noClockStopped = Phrase(
        zh: "注意：没有相应的时限在计时，已照登记。", en: "Note: no running limit asks for this report; noted all the same.")
    package static let taskDueAlready = Phrase(
        zh: "注意：办结时限早于现在，请核对。", en: "Note: the task is due already. Please check.")

    package static func moreRoutes(_ count: Int) -> Phrase {
        Phrase(zh: "另有 \(count) 条，见 --json", en: "\(count) more, see --json")
    }

    /// A warning that stands, and who hears of it beside the ladder.
    package static func standingWarning(
        _ number: IncidentNumber, _ facts: IncidentFacts, posts: [PostKey], names: Names
    ) -> Phrase {
        let each = posts.uniqued().map {
            Phrase(names.post($0))
        }
        let standby = each.isEmpty ? Phrase("") : Phrase(zh: "，备勤：", en: "; on standby: ") + each.joined()
        return Phrase(
            zh: "预警期间：\(number) \(facts.what)，\(facts.place)",
            en: "A warning stands: \(number) \(facts.what), \(facts.place)")
            + standby
    }

    /// What goes on after an incident is closed.
    package static func stillOpen(tasks: Int, clocks: Int) -> Phrase {
        Phrase(
            zh: "注意：尚有未销号任务 \(tasks) 项、未报告时限 \(clocks) 个，办结后继续提醒。",
            en: "Note: still open: tasks \(tasks), limits not reported \(clocks); they go on after the close.")
    }
}
