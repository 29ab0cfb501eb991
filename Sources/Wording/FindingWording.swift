import Calendars
package import RosterRules
package import Rosters

/// Says findings, remedies and exclusions of one place.
package struct FindingWording: Sendable {
    private let place: Place

    package init(place: Place) {
        self.place = place
    }

    var zone: Zone { place.zone }

    func name(_ person: Ordinal<Person>) -> String { place[person].name }

    func rankName(_ rank: Rank) -> String { place.rankName(rank) }

    /// One sentence: what is wrong, with the numbers.
    package func message(_ finding: Finding) -> Phrase {
        let names = subjects(of: finding).map { Phrase(place[$0].name) }.joined()
        let reasons = finding.reasons.map { text($0, finding) }.joined(zh: "；", en: "; ")
        let isGap = finding.rule == .leader || finding.rule == .keyPost
        if isGap, !finding.people.isEmpty {
            return reasons + Phrase(zh: "；已排：", en: "; rostered: ") + names
        }
        return finding.people.isEmpty || isGap ? reasons : names + Phrase(zh: "：", en: ": ") + reasons
    }

    /// Of whom the sentence speaks; a leader who is outranked is named by the reason.
    private func subjects(of finding: Finding) -> [Ordinal<Person>] {
        finding.rule == .outranked ? Array(finding.people.prefix(1)) : finding.people
    }

    /// Where a finding stands: unit and post, as a planner calls them.
    package func location(_ finding: Finding) -> Phrase {
        let parts = [finding.unit.map { place[$0].name }, finding.post.map { place[$0].name }].compactMap { $0 }
        return Phrase(parts.joined(separator: " · "))
    }

    package func when(_ finding: Finding) -> String { place.zone.span(finding.interval) }

    private func text(_ reason: FindingReason, _ finding: Finding) -> Phrase {
        switch reason {
        case .gap(let period):
            Phrase(
                zh: "缺岗：应有 \(finding.needed ?? 0) 人，排 \(finding.have ?? 0) 人（按 \(period) 的要求）",
                en: "gap: needs \(finding.needed ?? 0), has \(finding.have ?? 0) (required by \(period))")
        case .rankTooLow(let have, let needed):
            Phrase(
                zh: "职级不符合要求：\(have.map(place.rankName) ?? "未填")，应不低于\(place.rankName(needed))",
                en:
                    "rank too low: \(have.map(place.rankName) ?? "none given"), at least \(place.rankName(needed)) needed"
            )
        case .lacksQualifications(let missing):
            Phrase(
                zh: "缺资质：\(missing.joined(separator: "、"))",
                en: "lacks qualification: \(missing.joined(separator: ", "))")
        case .employmentNotAllowed(let employment, let allowed):
            employmentText(employment, allowed: allowed)
        case .neverEligible(let employment):
            Phrase(
                zh: "\(employment.phrase.zh)不得值班（临时人员、保安、门卫一律不得值班）",
                en: "\(employment.phrase.en) may not stand duty (no temporary staff, guards or doorkeepers)")
        case .alsoAt(let unit, let post):
            Phrase(
                zh: "同一时间还排在“\(place[unit].name) · \(place[post].name)”",
                en: "at the same time also at \(place[unit].name) \(place[post].name)")
        case .outranks(let own, let rank): outranks(own, leader: finding.people.last, of: rank)
        case .alsoThere: Phrase(zh: "在本岗同一时间排了两次", en: "stands twice in this post at the same time")
        case .duty(let reason): text(reason)
        case .paper(let reason): text(reason)
        case .contact(let reason): text(reason)
        }
    }

    private func outranks(_ own: Rank, leader: Ordinal<Person>?, of rank: Rank?) -> Phrase {
        let (name, leading) = (leader.map(name) ?? "", rank.map(rankName))
        return Phrase(
            zh: "职级（\(rankName(own))）高于同时在岗的带班领导\(name)（\(leading ?? "未填")）",
            en: "rank \(rankName(own)) above that of \(name), the leader on duty (\(leading ?? "none given"))")
    }

    private func employmentText(_ employment: Employment?, allowed: [Employment]) -> Phrase {
        let words = allowed.map(\.phrase).joined()
        let own = employment?.phrase ?? Phrase(zh: "未填", en: "none given")
        return Phrase(zh: "用工性质不符：\(own.zh)，本岗限\(words.zh)", en: "employment \(own.en), but \(words.en) is needed")
    }

    private func text(_ reason: FindingReason.DutyReason) -> Phrase {
        switch reason {
        case .restTooShort(let minutes, let needed):
            Phrase(
                zh: "两班之间仅休息 \(minutesPhrase(minutes).zh)，应不少于 \(minutesPhrase(needed).zh)",
                en: "only \(minutesPhrase(minutes).en) of rest between two duties, \(minutesPhrase(needed).en) needed")
        case .dutyTooLong(let minutes, let limit):
            Phrase(
                zh: "连续值班 \(minutesPhrase(minutes).zh)，上限 \(minutesPhrase(limit).zh)",
                en: "\(minutesPhrase(minutes).en) on duty without a break, at most \(minutesPhrase(limit).en)")
        case .away(let why): Phrase(zh: "请假或外出期间仍排班（\(why)）", en: "rostered while away (\(why))")
        case .handoverTooShort(let minutes, let needed):
            Phrase(
                zh: "交接重叠 \(minutes) 分钟，应不少于 \(needed) 分钟",
                en: "\(minutes) min of overlap at the handover, \(needed) needed")
        case .bothPrincipalsAway: Phrase(zh: "正职同时外出", en: "principals of one unit away together")
        case .bothAway: Phrase(zh: "两人不得同时外出", en: "away together, which these two must not be")
        case .togetherOnDuty: Phrase(zh: "两人不得同时值班", en: "on duty together, which these two must not be")
        case .tooManyDuties(let count, let limit):
            Phrase(zh: "本期值班 \(count) 次，上限 \(limit) 次", en: "\(Counted.duties(count)) in the period, at most \(limit)")
        case .tooManyInWindow(let count, let limit, let days):
            Phrase(
                zh: "连续 \(days) 天内值班 \(count) 次，上限 \(limit) 次",
                en: "\(Counted.duties(count)) within \(Counted.days(days)), at most \(limit)")
        case .tooManyInARow(let days, let limit):
            Phrase(
                zh: "连日值班 \(days) 天，上限 \(limit) 天", en: "on duty on \(Counted.days(days)) in a row, at most \(limit)")
        }
    }

    private func text(_ reason: FindingReason.PaperReason) -> Phrase {
        switch reason {
        case .rosterNotSent(let hasFile):
            hasFile
                ? Phrase(
                    zh: "有值班表文件，但未登记收到时间：请在 period.yaml 的 received 下补记",
                    en: "the roster's file is there, but no receipt: enter it under received in period.yaml")
                : Phrase(zh: "未报送值班表", en: "no roster has been sent in")
        case .rosterLate(let received, let due):
            Phrase(
                zh: "值班表逾期报送：\(place.zone.civil(received)) 收到，截止时间 \(place.zone.civil(due))",
                en: "roster late: received \(place.zone.civil(received)), due \(place.zone.civil(due))")
        case .wrongWeekday(let date, let written):
            Phrase(
                zh: "\(date) 是\(date.weekdayPhrase.zh)，表中为“\(written)”",
                en: "\(date) is a \(date.weekdayPhrase.en), the table says “\(written)”")
        case .provisionalCalendar(let years):
            Phrase(
                zh: "\(years.map(String.init).joined(separator: "、")) 年放假通知尚未核实，日历为暂定，调休上班日待定",
                en:
                    "the notice for \(years.map(String.init).joined(separator: ", ")) is not verified (provisional); make-up days unknown"
            )
        case .outsider(let number, let accepted):
            accepted.map {
                Phrase(zh: "不在值班表上，经同意替班（\(number)：\($0)）", en: "not on the roster, accepted (\(number): \($0))")
            }
                ?? Phrase(
                    zh: "不在本单位本期值班表上，不得替班",
                    en: "not on the unit's roster of this period, may not stand in")
        case .calendarAmended(let year, let before, let days): amended(year, before, days)
        case .coverReduced(let minutes):
            Phrase(
                zh: "要求值守的时间与全程 24 小时值守相比共少 \(minutesPhrase(minutes).zh)，且未写明依据（source）",
                en: "required cover leaves out \(minutesPhrase(minutes).en) of the window and names no source")
        }
    }

    private func amended(_ year: Int, _ before: Interval, _ days: [ChangedDay]) -> Phrase {
        let changed = days.map { Phrase("\($0.date) ") + $0.kind.phrase }.joined()
        return Phrase(
            zh: "\(year) 年放假通知已调整，原值守窗口 \(zone.span(before))",
            en: "the notice for \(year) was amended; the window was \(zone.span(before))")
            + (days.isEmpty ? Phrase("") : Phrase(zh: "；性质变化：", en: "; days of another kind: ") + changed)
    }

    private func text(_ reason: FindingReason.ContactReason) -> Phrase {
        switch reason {
        case .invalidMobile(let number):
            number.isEmpty
                ? Phrase(zh: "没有手机号", en: "no mobile number")
                : Phrase(zh: "手机号有误：\(number)（应为 11 位）", en: "mobile number \(number) is not valid (11 digits)")
        case .noSecondWay: Phrase(zh: "没有第二种联系方式（办公电话）", en: "no second way to be reached (office phone)")
        case .sharedNumber(let number): Phrase(zh: "共用一个手机号 \(number)", en: "share one mobile number \(number)")
        case .noDutyPhone: Phrase(zh: "单位没有值班电话", en: "the unit has no duty phone")
        }
    }
}
