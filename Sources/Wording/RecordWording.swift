import Calendars
package import Incidents
import Rosters

/// Says what the ledger holds, a line for each entry.
package struct RecordWording: Sendable {
    private let names: Names

    package init(names: Names) {
        self.names = names
    }

    private var zone: Zone { names.place?.zone ?? .shanghai }

    package func text(_ record: Record) -> Phrase {
        switch record {
        case .drillStarted, .clockMoved, .published: deskText(record)
        case .clockStepped, .faultFound, .faultOver: WatchFaultWording(names: names).text(record)
        case .reported(let intake): reported(intake)
        case .stepRun(let round, let step, _, let until, let misses): stepRun(round, step, until, misses)
        case .stepEmpty(let round, let step, let misses): stepEmpty(round, step, misses)
        case .roundEnded(let round, let next, let toldNobody): roundEnded(round, next, toldNobody)
        case .stepHurried(let round, let step):
            Phrase(
                zh: "第 \(round) 轮第 \(step) 步已无人可等，立即转下一步",
                en: "round \(round), step \(step): nobody is left to wait for, on to the next step at once")
        case .held(let until, let reason):
            Phrase(
                zh: "夜间不告知（\(reason)），\(zone.short(until)) 起告知",
                en: "told by day only (\(reason)): waits until \(zone.short(until))")
        case .told(_, let told): self.told(told)
        case .delivered(let message, let attempt, let outcome): delivered(message, attempt: attempt, outcome: outcome)
        case .called(let recipient, _, let outcome):
            Phrase(zh: "电话告知 ", en: "called ") + names.recipient(recipient) + Phrase(zh: "：", en: ": ") + outcome.phrase
        case .exhausted(let message):
            names.recipient(message) + Phrase(zh: "已无其他联系方式（消息 ", en: ": no way is left (message ")
                + Phrase(zh: "\(message.text)）", en: "\(message.text))")
        case .acknowledged(let by, let wasTold, let stops, let phones):
            acknowledged(by, wasTold: wasTold, stops: stops, phones: phones ?? [])
        case .declined(let by, let reason, let wasTold, let hurries):
            declined(by, reason, wasTold: wasTold, hurries: hurries)
        case .askedAgain(let pause):
            Phrase(zh: "签收后 ", en: "nothing further recorded for ") + minutesPhrase(pause.wholeMinutes)
                + Phrase(zh: "无后续登记，按现在的当班人员重新告知", en: ": whoever is on duty now is asked again")
        case .resumed:
            Phrase(
                zh: "已有后续登记，签收继续有效，停止重新告知",
                en: "a further entry was made: the acknowledgement stands, nobody else is asked")
        case .closed(let by, let reason):
            names.personInFull(by) + Phrase(zh: "办结：\(reason)", en: " closed it: \(reason)")
        case .reopened(let by, let reason):
            names.personInFull(by) + Phrase(zh: "恢复办理：\(reason)", en: " reopened it: \(reason)")
        case .matterRaised, .changeAsked, .changeDecided: ChangeRecordWording(names: names).text(record)
        case .watchkeeping(let entry): WatchRecordWording(names: names).text(entry)
        default: reports.text(record)
        }
    }

    private var reports: ReportRecordWording { ReportRecordWording(names: names) }

    private func deskText(_ record: Record) -> Phrase {
        switch record {
        case .drillStarted(let name): Phrase(zh: "演练开始：\(name)", en: "drill started: \(name)")
        case .clockMoved(let from, let to):
            Phrase(
                zh: "演练时钟由 \(zone.civil(from)) 拨到 \(zone.civil(to))",
                en: "drill clock moved from \(zone.civil(from)) to \(zone.civil(to))")
        case .published(let publication): published(publication)
        default: Phrase("")
        }
    }

    private func published(_ publication: Record.Publication) -> Phrase {
        let head = Phrase(
            zh: "发布 \(publication.period) 第 \(publication.version) 版",
            en: "published \(publication.period) version \(publication.version)")
        guard !publication.accepted.isEmpty else { return head }
        let accepted = publication.accepted.map {
            Phrase(
                zh: "\($0.finding)（\(names.person($0.by))：\($0.reason)）",
                en: "\($0.finding) (\(names.person($0.by)): \($0.reason))")
        }
        return head + Phrase(zh: "，同意保留的问题：", en: ", knowingly accepted: ") + accepted.joined()
    }

    private func reported(_ intake: Record.Intake) -> Phrase {
        let ladder: Phrase =
            switch intake.plan.origin {
            case .policy: Phrase(zh: "按“\(intake.plan.ladder.name)”升级方案告知", en: "ladder “\(intake.plan.ladder.name)”")
            case .outsidePeriod:
                Phrase(zh: "不在任何值班期内：先告知值班电话，再告知兜底联系人", en: "outside any period: duty phone, then fallback")
            case .noLadder:
                Phrase(zh: "没有相符的升级方案：先告知值班电话，再告知兜底联系人", en: "no ladder matches: duty phone, then fallback")
            }
        return Phrase(zh: "接报登记：", en: "reported: ") + Phrase(intake.facts.what) + Phrase(zh: "，", en: ", ")
            + GradingWording(intake.grading, names: names).phrase + territory(intake) + Phrase(zh: "；", en: "; ")
            + ladder
    }

    private func territory(_ intake: Record.Intake) -> Phrase {
        guard let territory = intake.territory, let unit = intake.facts.unit else { return Phrase("") }
        return Phrase(
            zh: "；“\(territory)”属\(names.unit(unit))辖区", en: "; “\(territory)” is territory of \(names.unit(unit))")
    }

    private func stepRun(_ round: Int, _ step: Int, _ until: Instant, _ misses: [TargetMiss]) -> Phrase {
        let head = Phrase(
            zh: "第 \(round) 轮第 \(step) 步，等待签收至 \(zone.short(until))",
            en: "round \(round), step \(step), waiting until \(zone.short(until))")
        guard !misses.isEmpty else { return head }
        return head + Phrase(zh: "；无法告知：", en: "; cannot be told: ") + misses.map(names.miss).joined(zh: "；", en: "; ")
    }

    private func stepEmpty(_ round: Int, _ step: Int, _ misses: [TargetMiss]) -> Phrase {
        Phrase(
            zh: "第 \(round) 轮第 \(step) 步无人可告知，立即转下一步：",
            en: "round \(round), step \(step) finds nobody, on to the next at once: ")
            + misses.map(names.miss).joined(zh: "；", en: "; ")
    }

    private func roundEnded(_ round: Int, _ next: Instant, _ toldNobody: Bool) -> Phrase {
        let why =
            toldNobody
            ? Phrase(zh: "未能告知任何人", en: "nobody was told")
            : Phrase(zh: "未按要求签收", en: "not acknowledged as required")
        return Phrase(zh: "第 \(round) 轮结束，", en: "round \(round) ended, ") + why
            + Phrase(
                zh: "：告知未落实（unreachable）；\(zone.short(next)) 开始下一轮，并加告上级单位和兜底联系人",
                en: ": unreachable; next round at \(zone.short(next)) with the unit above and the fallback")
    }

    private func told(_ told: Told) -> Phrase {
        let post = told.post.map { post in "\(told.unit.map(names.unit) ?? "") \(names.post(post))" }
        let place = post.map { Phrase(zh: "\($0)；", en: "\($0); ") } ?? Phrase("")
        let turn = told.turn.map { $0.phrase + Phrase(zh: "；", en: "; ") } ?? Phrase("")
        let way = told.way == 0 ? Phrase("") : Phrase(zh: "（第 \(told.way + 1) 种联系方式）", en: " (way \(told.way + 1))")
        let subject = told.notice.map { $0.phrase + Phrase(zh: "：", en: ": ") } ?? Phrase("")
        return subject + Phrase(zh: "告知 ", en: "tell ") + names.recipient(told.recipient) + Phrase(zh: "（", en: " (")
            + place + turn + Phrase(zh: "理由：", en: "reason: ") + names.target(told.target)
            + Phrase(zh: "），渠道 \(told.channel)", en: ") over \(told.channel)") + way
    }

    private func delivered(_ message: MessageID, attempt: Int, outcome: DeliveryOutcome) -> Phrase {
        let head = Phrase(zh: "消息 \(message.text) 第 \(attempt) 次发送：", en: "message \(message.text), try \(attempt): ")
        if case .failedForGood(let cause) = outcome, cause.isWithdrawal {
            return Phrase(zh: "消息 \(message.text) 不再发送：", en: "message \(message.text) is not sent any more: ")
                + names.failure(cause)
        }
        switch outcome {
        case .accepted: return head + Phrase(zh: "渠道已接收", en: "taken by the channel")
        case .failedForNow(let failure, let retryAt):
            return head + names.failure(failure)
                + Phrase(zh: "，\(zone.short(retryAt)) 重发", en: ", again at \(zone.short(retryAt))")
        case .failedForGood(let failure):
            return head + names.failure(failure) + Phrase(zh: "，不再重发", en: ", given up")
        }
    }

    private func acknowledged(_ by: PersonID, wasTold: Bool, stops: Bool, phones: [UnitID]) -> Phrase {
        let answered =
            phones.isEmpty
            ? Phrase("")
            : Phrase(zh: "（接值班电话：", en: " (answering the duty phone of ")
                + phones.map { Phrase(names.unit($0)) }.joined() + Phrase(zh: "）", en: ")")
        return names.personInFull(by) + Phrase(zh: "签收", en: " acknowledged") + answered
            + (wasTold ? Phrase("") : Phrase(zh: "（不在告知名单内）", en: " (was not among those told)"))
            + (stops
                ? Phrase(zh: "，停止升级告知", en: "; the ladder stops")
                : Phrase(zh: "，已登记，不停止升级告知", en: "; noted, stops nothing"))
    }

    private func declined(_ by: PersonID, _ reason: String, wasTold: Bool, hurries: Bool) -> Phrase {
        names.personInFull(by) + Phrase(zh: "不能承办：\(reason)", en: " cannot take it: \(reason)")
            + (wasTold ? Phrase("") : Phrase(zh: "（不在告知名单内）", en: " (was not among those told)"))
            + (hurries ? Phrase(zh: "；立即转下一步", en: "; on to the next step at once") : Phrase(zh: "；已登记", en: "; noted"))
    }
}

extension DeliveryFailure {
    /// Taken back before it went out, as it had become needless.
    fileprivate var isWithdrawal: Bool {
        switch self {
        case .incidentAcknowledged, .incidentClosed, .incidentMerged, .superseded, .recipientAnswered: true
        default: false
        }
    }
}
