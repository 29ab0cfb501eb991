import Calendars
import Incidents
import Rosters

/// Says the ledger's entries about reports, limits, tasks, warnings and merging.
struct ReportRecordWording {
    let names: Names

    private var zone: Zone { names.place?.zone ?? .shanghai }
    private var clocks: ClockWording { ClockWording(zone: zone, names: names) }

    func text(_ record: Record) -> Phrase {
        switch record {
        case .followedUp(let followUp): followedUp(followUp)
        case .rerouted(let rerouting): rerouted(rerouting)
        case .reportedUp(let report, let ids): reportedUp(report, ids)
        case .noticeMissed(let subject, let misses):
            subject.phrase + Phrase(zh: "：无人可告知；", en: ": nobody can be told; ")
                + misses.map(names.miss).joined(zh: "；", en: "; ")
        case .standbyOrdered(let posts, let again, let misses): standby(posts, again, misses)
        case .merged(let into, let by, let reason):
            names.personInFull(by) + Phrase(zh: "并案：并入 \(into)，\(reason)", en: " merged it into \(into): \(reason)")
        case .absorbed(let other, let by):
            names.personInFull(by)
                + Phrase(
                    zh: "将 \(other) 并入本事件；其编号、报告人和时限保留",
                    en: " merged \(other) into this one; its number, informant and clocks stay")
        case .split(let from, let by, let reason):
            names.personInFull(by)
                + Phrase(zh: "拆案：与 \(from) 分开，重新告知，\(reason)", en: " split it from \(from), told anew: \(reason)")
        case .released(let other, let by):
            names.personInFull(by) + Phrase(zh: "拆案：\(other) 已分开", en: " split \(other) off")
        default: clockOrTask(record)
        }
    }

    private func clockOrTask(_ record: Record) -> Phrase {
        switch record {
        case .clockStarted(let id, let deadline):
            Phrase(zh: "时限 \(id) 开始计时：", en: "limit \(id) runs: ") + clocks.deadline(deadline)
        case .clockSet(let id, let due):
            Phrase(
                zh: "时限 \(id) 起算时间已掌握，\(zone.short(due)) 到期",
                en: "limit \(id): its start is known, due \(zone.short(due))")
        case .clockWarned(let id): Phrase(zh: "时限 \(id) 将到，提醒值班员", en: "limit \(id) is near: the desk is told")
        case .clockOverrun(let id):
            Phrase(zh: "时限 \(id) 已过，超时限，告知值班员和带班领导", en: "limit \(id) HAS PASSED: desk and leader are told")
        case .taskGiven(let task): TaskWording(zone: zone, names: names).given(task)
        case .taskReminded(let id):
            Phrase(zh: "任务 \(id) 将到期，提醒责任人", en: "task \(id) is due soon: its owner is reminded")
        case .taskOverdue(let id):
            Phrase(zh: "任务 \(id) 超时限，告知责任人、交办人和值班员", en: "task \(id) is OVERDUE: owner, giver and desk are told")
        case .taskDone(let id, let completion):
            names.personInFull(completion.by)
                + Phrase(zh: "办理任务 \(id)：\(completion.result)", en: " did task \(id): \(completion.result)")
        case .taskClosed(let id, let completion):
            names.personInFull(completion.by)
                + Phrase(zh: "核实销号：任务 \(id)", en: " has seen task \(id) done and closed it")
                + (completion.result.isEmpty
                    ? Phrase("") : Phrase(zh: "，\(completion.result)", en: ": \(completion.result)"))
        default: Phrase("")
        }
    }

    private func followedUp(_ followUp: Record.FollowUp) -> Phrase {
        let title =
            followUp.isFinal
            ? Phrase(zh: "终报", en: "final report")
            : Phrase(zh: "续报\(chineseNumeral(followUp.ordinal))", en: "follow-up \(followUp.ordinal)")
        let by = followUp.by.map { Phrase(zh: "（\(names.person($0))）", en: " (\(names.person($0)))") } ?? Phrase("")
        let changes = UpdateWording(followUp.update, zone: zone, names: names).changes
        let said = changes.isEmpty ? Phrase(zh: "要素无变化", en: "no element changed") : changes.joined(zh: "；", en: "; ")
        let frozen =
            followUp.isGradeFrozen
            ? Phrase(zh: "；已过补报期限，伤亡变化照记，级别不再重算", en: "; the window for casualties is over: recorded, not graded anew")
            : Phrase("")
        return title + by + Phrase(zh: "：", en: ": ") + said + Phrase(zh: "；级别：", en: "; grade: ")
            + GradingWording(followUp.grading, names: names).phrase + frozen
    }

    private func rerouted(_ rerouting: Record.Rerouting) -> Phrase {
        rerouting.cause.phrase
            + Phrase(
                zh: "：原签收不再有效，按“\(rerouting.plan.ladder.name)”升级方案重新告知",
                en: ": earlier acknowledgements no longer stand, ladder “\(rerouting.plan.ladder.name)” begins")
    }

    private func reportedUp(_ report: UpwardReport, _ ids: [Int]) -> Phrase {
        let confirmed =
            report.confirmedBy.map { Phrase(zh: "，\($0)电话确认收到", en: ", confirmed by phone: \($0)") } ?? Phrase("")
        let stopped =
            ids.isEmpty
            ? Phrase(zh: "；没有相应的时限", en: "; no limit asked for it")
            : Phrase(zh: "；停止时限 ", en: "; stops limit ") + ids.map { Phrase(String($0)) }.joined()
        return Phrase(names.person(report.by))
            + Phrase(zh: "于 \(zone.short(report.at)) 向", en: " reported at \(zone.short(report.at)) to ")
            + clocks.receiver(report.to) + Phrase(zh: "", en: " ") + report.over.phrase + Phrase(zh: "报告", en: "")
            + confirmed + stopped
    }

    private func standby(_ posts: [PostKey], _ again: Instant?, _ misses: [TargetMiss]) -> Phrase {
        guard !posts.isEmpty else { return Phrase(zh: "预警未规定备勤岗位", en: "no post is put on standby for this warning") }
        let head =
            Phrase(zh: "转入备勤：", en: "on standby: ") + posts.map { Phrase(names.post($0)) }.joined()
        let next =
            again.map {
                Phrase(zh: "；\(zone.short($0)) 换班后再告知", en: "; the next shift hears of it at \(zone.short($0))")
            }
            ?? Phrase("")
        guard !misses.isEmpty else { return head + next }
        return head + next + Phrase(zh: "；无法告知：", en: "; cannot be told: ")
            + misses.map(names.miss).joined(zh: "；", en: "; ")
    }
}

extension Record.Rerouting.Cause {
    var phrase: Phrase {
        switch self {
        case .gradeRaised(let from, let to):
            Phrase(zh: "级别由", en: "raised from ") + from.phrase + Phrase(zh: "升为", en: " to ") + to.phrase
        case .unitChanged: Phrase(zh: "承办单位改变", en: "the unit changed")
        case .kindChanged: Phrase(zh: "事件类别明确，承办岗位改变", en: "its kind is known now and others handle it")
        }
    }
}
