package import Calendars
package import Incidents
import Rosters

/// What the commands say on the way: headings, notes and closing lines.
package enum DeskWording {
    package static let drillMark = Phrase(zh: "【演练】", en: "[DRILL] ")

    package static let noEngine = Phrase(
        zh: "没有引擎在运行：不会自动发送和升级。请运行 duty dispatch，并立即人工拨打：",
        en: "No engine is running: nothing is sent or escalated by itself. Run duty dispatch, and call by hand now:")
    package static let engineRuns = Phrase(zh: "引擎正在运行，会自动告知和升级。", en: "The engine is running and will tell and escalate.")
    package static let nobodyToCall = Phrase(zh: "（没有任何可拨打的人，请立即联系上级）", en: "(nobody can be called: contact the unit above at once)")
    package static let unroutable = Phrase(
        zh: "已入库，但此刻无人可告知（unroutable）", en: "stored, but nobody can be told now (unroutable)")
    package static let unreachable = Phrase(zh: "失联：一轮告知无人应答（unreachable）", en: "UNREACHABLE: a round ended without an answer")
    package static let nothingHere = Phrase(zh: "没有事件。", en: "No incidents.")
    package static let timeline = Phrase(zh: "经过", en: "Timeline")
    package static let telling = Phrase(zh: "正在告知", en: "Telling")
    package static let reportedUpward = Phrase(zh: "报告时限", en: "Reporting limits")
    package static let fallback = Phrase(zh: "兜底人员：", en: "Fallback: ")
    package static let noFallback = Phrase(zh: "没有发布过值班表，也就没有兜底人员", en: "no roster has been published, so there is no fallback")
    package static let required = Phrase(zh: "（必填）", en: " (required)")
    package static let promptWhat = Phrase(zh: "发生了什么事", en: "What happened")
    package static let promptWhere = Phrase(zh: "在哪里", en: "Where")
    package static let promptHappened = Phrase(zh: "什么时候发生的（如 2026-02-17T03:05，不清楚就回车）", en: "When did it happen (like 2026-02-17T03:05; Enter if unknown)")
    package static let idle = Phrase(zh: "没有到期的事了。", en: "Nothing is due.")
    package static let engineStarted = Phrase(zh: "引擎已启动，Ctrl-C 停止。", en: "Engine started; Ctrl-C stops it.")

    package static func accepted(_ number: IncidentNumber) -> Phrase {
        Phrase(zh: "已受理 accepted：事件 \(number)", en: "accepted: incident \(number)")
    }

    package static func nextStep(at time: String) -> Phrase {
        Phrase(zh: "无人应答则 \(time) 升级到下一级", en: "without an answer the next step runs at \(time)")
    }

    package static func call(_ names: Names, _ recipient: Recipient) -> Phrase {
        let numbers = names.phones(recipient).joined(separator: " / ")
        return names.recipient(recipient) + Phrase("  " + (numbers.isEmpty ? "—" : numbers))
    }

    package static func published(_ period: String, version: Int, at time: String) -> Phrase {
        Phrase(zh: "已发布 \(period) 第 \(version) 版（\(time) 起生效）", en: "published \(period) version \(version), in force from \(time)")
    }

    package static func replaced(version: Int) -> Phrase {
        Phrase(zh: "第 \(version) 版作废", en: "version \(version) is superseded")
    }

    package static let periodIsOver = Phrase(
        zh: "注意：这个时期已经结束，发布只用于存档和查询。", en: "Note: this period is over; the roster is kept for the record and for questions.")

    package static func acceptedFindings(_ count: Int, by name: String) -> Phrase {
        Phrase(zh: "\(name) 接受了 \(count) 个问题，已记入台账", en: "\(name) accepted \(count) findings; the ledger says so")
    }

    package static func drillStarted(_ name: String, at time: String) -> Phrase {
        Phrase(zh: "演练“\(name)”开始，演练时间 \(time)", en: "drill “\(name)” started; its time is \(time)")
    }

    package static func clock(_ time: String) -> Phrase {
        Phrase(zh: "演练时间 \(time)（拨钟不执行任何事，请再运行 duty dispatch --until-idle）", en: "drill time is \(time) (moving the clock runs nothing: now run duty dispatch --until-idle)")
    }

    package static func ledgerIntact(_ count: Int) -> Phrase {
        Phrase(zh: "台账完整：\(count) 条，哈希链未断", en: "the ledger is whole: \(count) entries, the hash chain holds")
    }

    package static let checkpointHeld = Phrase(zh: "，与检查点一致", en: ", and the checkpoint agrees")

    package static func onDuty(at time: String) -> Phrase {
        Phrase(zh: "\(time) 在班：", en: "On duty at \(time):")
    }

    package static func verb(_ event: IncidentEvent) -> Phrase {
        switch event {
        case .acknowledged: Phrase(zh: "应答", en: "acknowledge it")
        case .closed: Phrase(zh: "办结", en: "close it")
        case .reopened: Phrase(zh: "重新打开", en: "reopen it")
        case .stepDue: Phrase(zh: "升级", en: "escalate it")
        case .wayFailed: Phrase(zh: "换一种联系方式", en: "try another way")
        }
    }

    /// `02-17 05:12 前报上级（电话，接报起算；国令493 第十一条）`.
    package static func deadline(_ deadline: Deadline, zone: Zone, names: Names) -> Phrase {
        let to =
            deadline.to == "superior"
            ? Phrase(zh: "上级", en: "the level above") : Phrase(names.unit(UnitID(deadline.to)))
        let due =
            deadline.due.map { Phrase(zh: "\(zone.short($0)) 前报", en: "by \(zone.short($0)) to ") }
            ?? Phrase(zh: "起算时间未掌握，报", en: "start unknown, to ")
        return due + to + Phrase(zh: "（", en: " (") + deadline.over.phrase + Phrase(zh: "，", en: ", ")
            + deadline.starts.phrase + Phrase(zh: "；\(deadline.source)）", en: "; \(deadline.source))")
    }
}
