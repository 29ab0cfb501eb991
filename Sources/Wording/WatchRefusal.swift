import Calendars
import Rosters
package import Watchkeeping

extension WatchConflict {
    /// Why the record was not made, and what stands already.
    package func phrase(_ names: Names) -> Phrase {
        let zone = names.place?.zone ?? .shanghai
        return switch self {
        case .noChangeOver, .notNamed, .tooEarly, .alreadyBegun, .alreadySigned, .outgoingFirst, .unknownThing,
            .unknownItem, .itemClosed:
            handover(names, zone)
        case .notYetHappened, .unknownEntry, .alreadyCorrected: log(names, zone)
        case .nobodyOnDuty, .unknownRollCall, .notOnRollCall, .wayTried, .noLandline, .wayTooSoon,
            .resultKnown:
            rollCall(names, zone)
        case .nothingDue, .alreadyReported, .alreadyReady: report(names, zone)
        }
    }

    private func handover(_ names: Names, _ zone: Zone) -> Phrase {
        let wording = HandoverWording(names: names)
        switch self {
        case .noChangeOver(let unit, let post):
            let which = Phrase(([names.unit(unit)] + [post.map(names.post)].compactMap { $0 }).joined(separator: " "))
            return which + Phrase(zh: "前后一天内没有换班，无需交接", en: ": nobody comes or goes within a day, nothing to hand over")
        case .notNamed(let person, let side, let change):
            let asked = side.map { [$0] } ?? HandoverSide.allCases
            let named = asked.map { $0.phrase + Phrase(" ") + wording.people(change.people($0)) }
            return Phrase(
                zh: "\(names.person(person)) 不在此次交接班名单上：",
                en: "\(names.person(person)) is not named for this handover: ")
                + wording.title(change) + Phrase(zh: "，", en: ", ") + named.joined(zh: "；", en: "; ")
        case .tooEarly(let change, let from):
            return wording.title(change)
                + Phrase(zh: " 换班，\(zone.short(from)) 起可签字", en: ": can be signed from \(zone.short(from))")
        case .alreadyBegun(let change, let by, let at):
            return wording.title(change)
                + Phrase(
                    zh: " 的交接班已由 \(names.person(by)) 于 \(zone.short(at)) 开始",
                    en: ": begun already by \(names.person(by)), \(zone.short(at))")
        case .alreadySigned(let change, let side, let by, let at):
            return wording.title(change) + Phrase(zh: "，", en: ": ") + side.phrase
                + Phrase(
                    zh: "一方已由 \(names.person(by)) 于 \(zone.short(at)) 签字",
                    en: " side signed already by \(names.person(by)), \(zone.short(at))")
        case .outgoingFirst(let change):
            return wording.title(change) + Phrase(zh: "：须由交班人先签字（", en: ": the outgoing sign first (")
                + wording.people(change.outgoing) + Phrase(zh: "）", en: ")")
        case .unknownThing(let word, let listed):
            let known = Phrase(
                zh: listed.isEmpty ? "（place.yaml 未列）" : listed.joined(separator: "、"),
                en: listed.isEmpty ? "(none in place.yaml)" : listed.joined(separator: ", "))
            return Phrase(zh: "清点单上没有“\(word)”；可填：", en: "“\(word)” is not on the list; one of: ") + known
        case .unknownItem(let number): return Phrase(zh: "没有未办结事项 #\(number)", en: "no open item #\(number)")
        case .itemClosed(let closing):
            return Phrase(
                zh: "事项 #\(closing.item) 已由 \(names.person(closing.by)) 于 \(zone.short(closing.at)) 销号",
                en: "item #\(closing.item) was closed by \(names.person(closing.by)), \(zone.short(closing.at))")
        default: return Phrase("")
        }
    }

    private func log(_ names: Names, _ zone: Zone) -> Phrase {
        switch self {
        case .notYetHappened(let at):
            Phrase(
                zh: "\(zone.civil(at)) 晚于现在，发生之后才能记入日志",
                en: "\(zone.civil(at)) lies in the future: the log takes what has happened")
        case .unknownEntry(let number): Phrase(zh: "没有日志 \(number)", en: "no log entry \(number)")
        case .alreadyCorrected(let number, let by):
            Phrase(
                zh: "日志 \(number) 已由 \(names.person(by.by)) 更正，见日志 \(by.number)，请更正后者",
                en: "log entry \(number) was corrected by \(names.person(by.by)) in \(by.number); correct that one")
        default: Phrase("")
        }
    }

    private func rollCall(_ names: Names, _ zone: Zone) -> Phrase {
        let wording = RollCallWording(names: names)
        switch self {
        case .nobodyOnDuty: return Phrase(zh: "此刻没有在岗岗位可查", en: "nobody is on duty at these posts now")
        case .unknownRollCall(let number): return Phrase(zh: "没有第 \(number) 次查岗", en: "no roll call \(number)")
        case .notOnRollCall(let number, let unit, let post):
            return Phrase(
                zh: "\(names.unit(unit)) \(names.post(post)) 不在第 \(number) 次查岗之列",
                en: "\(names.unit(unit)) \(names.post(post)) is not among the posts of roll call \(number)")
        case .wayTried(let attempt):
            return Phrase(
                zh: "\(names.person(attempt.by)) 已于 \(zone.short(attempt.at)) 登记：",
                en: "noted already by \(names.person(attempt.by)), \(zone.short(attempt.at)): ")
                + wording.attempt(attempt)
        case .noLandline(let post):
            return wording.post(post)
                + Phrase(zh: " 没有登记座机，请直接拨打手机（--way mobile）", en: " has no landline: call the mobile (--way mobile)")
        case .wayTooSoon(let way, let needs):
            return Phrase(zh: "先座机、后手机、再回拨：须先登记", en: "landline, mobile, call back, in this order: first ")
                + needs.phrase
                + Phrase(zh: "，再登记", en: ", then ") + way.phrase
        case .resultKnown(let post, let result):
            return wording.post(post) + Phrase(zh: " 已有结果：", en: " is settled: ") + wording.result(result, at: post)
        default: return Phrase("")
        }
    }

    private func report(_ names: Names, _ zone: Zone) -> Phrase {
        switch self {
        case .nothingDue(let unit, let at?):
            Phrase(
                zh: "\(names.unit(unit)) 在 \(zone.civil(at)) 没有应报的零报告",
                en: "\(names.unit(unit)) owes no nil report at \(zone.civil(at))")
        case .nothingDue(let unit, nil):
            Phrase(
                zh: "\(names.unit(unit)) 今天没有应报的零报告；补报以前的用 --for 时间",
                en: "\(names.unit(unit)) owes no nil report today; for an earlier one give --for TIME")
        case .alreadyReported(let report):
            Phrase(zh: "已报过，不重复登记：", en: "reported already: ") + NilReportWording(names: names).report(report)
        case .alreadyReady(let check):
            Phrase(zh: "已核对：", en: "checked off already: ") + WatchRecordWording(names: names).text(.checkedOff(check))
        default: Phrase("")
        }
    }
}
