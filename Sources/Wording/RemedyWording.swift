import Calendars
package import RosterRules
import Rosters

extension FindingWording {
    package func reason(_ remedy: Remedy) -> Phrase {
        let span = zone.span(remedy.stretch)
        return Phrase(
            zh: "可补位 \(span)，本期已排 \(remedy.duties) 班", en: "can stand \(span); \(remedy.duties) duties so far")
    }

    package func reason(_ exclusion: Exclusion) -> Phrase {
        switch exclusion.reason {
        case .alreadyThere: Phrase(zh: "已排本岗", en: "already there")
        case .rankTooLow(let needed):
            Phrase(zh: "职级低于\(rankName(needed))", en: "below \(rankName(needed))")
        case .lacksQualifications(let missing):
            Phrase(
                zh: "无\(missing.joined(separator: "、"))资质",
                en: "\(exclusion.people.count == 1 ? "lacks" : "lack") \(missing.joined(separator: ", "))")
        case .notEligible: Phrase(zh: "用工性质不符", en: "may not stand by employment")
        case .onLeave: Phrase(zh: "请假或外出", en: "on leave")
        case .onDutyElsewhere: Phrase(zh: "同一时间已排其他岗位", en: "on duty elsewhere")
        case .restsUntil(let instant):
            Phrase(zh: "须休息至 \(zone.short(instant))", en: "rests until \(zone.short(instant))")
        case .mustRestFrom(let instant):
            Phrase(
                zh: "因后续班次须自 \(zone.short(instant)) 起休息", en: "must rest from \(zone.short(instant)) for the next duty")
        case .dutyWouldBeTooLong: Phrase(zh: "连续值班将超过上限", en: "duty would be too long")
        case .tooManyDuties(let limit):
            Phrase(
                zh: "本期值班已满 \(limit) 次", en: "has had \(Counted.duties(limit)) in the period already")
        case .tooManyInWindow(let limit, let days):
            Phrase(
                zh: "连续 \(days) 天内值班将超过 \(limit) 次",
                en: "would have more than \(Counted.duties(limit)) within \(Counted.days(days))")
        case .tooManyInARow(let limit):
            Phrase(zh: "连日值班将超过 \(limit) 天", en: "would stand on more than \(Counted.days(limit)) in a row")
        case .apartFrom(let other):
            Phrase(zh: "不得与\(name(other))同时值班", en: "may not be on duty with \(name(other))")
        case .outranksLeader(let leader):
            Phrase(zh: "职级高于带班领导\(name(leader))", en: "above the leader on duty, \(name(leader))")
        case .outrankedBy(let other):
            Phrase(zh: "职级低于在岗的\(name(other))", en: "below \(name(other)), who is on duty")
        }
    }

    /// “可补位：王芳（本期已排 1 班）、…；其余：4 人无危化品资质，2 人请假或外出”.
    package func remedies(_ finding: Finding) -> Phrase {
        let shown = finding.remedies.prefix(3).map {
            Phrase(zh: "\(name($0.person))（本期已排 \($0.duties) 班）", en: "\(name($0.person)) (\($0.duties) so far)")
        }
        let more = finding.remedies.count - shown.count
        var can =
            shown.isEmpty
            ? Phrase(zh: "本单位无人可补位", en: "nobody of the unit can")
            : Phrase(zh: "可补位：", en: "can stand: ") + shown.joined()
        if more > 0 { can = can + Phrase(zh: "等 \(finding.remedies.count) 人", en: " and \(more) more") }
        if let stretch = finding.remedies.first?.stretch, stretch != finding.interval {
            can = can + Phrase(zh: "（先补 \(zone.span(stretch))）", en: " (first \(zone.span(stretch)))")
        }
        let others = finding.excluded.map {
            Phrase(zh: "\($0.people.count) 人\(reason($0).zh)", en: "\($0.people.count) \(reason($0).en)")
        }
        return others.isEmpty ? can : can + Phrase(zh: "；其余：", en: "; others: ") + others.joined(zh: "，", en: ", ")
    }
}
