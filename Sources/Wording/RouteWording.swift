import Calendars
package import Incidents
import Rosters

extension ProofWording {
    package static let weakestRoutes = Phrase(zh: "最薄弱的升级方案：", en: "weakest ladders:")

    /// One line: whom the road is for, how soon it tells whom, and when it is weakest.
    package func route(_ route: Route) -> Phrase {
        let when = place.zone.short(route.weakestAt)
        let parts = [
            first(route), leader(route),
            Phrase(zh: "共 \(route.people) 个号码", en: "\(route.people) numbers"),
            route.leavesUnit
                ? Phrase(zh: "告知到单位以外", en: "leaves the unit") : Phrase(zh: "不出本单位", en: "stays inside the unit"),
            Phrase(zh: "最薄弱时刻 \(when)", en: "weakest at \(when)"),
        ]
        return Phrase(names.unit(route.unit)) + Phrase(" · ") + scope(route.kinds, route.grades) + Phrase(" · ")
            + ladder(route.ladder) + Phrase(zh: "：", en: ": ") + parts.joined(zh: "，", en: ", ")
    }

    private func first(_ route: Route) -> Phrase {
        guard let delay = route.firstTold else {
            return Phrase(zh: "有时告知不到任何人", en: "at some time nobody is told")
        }
        let held = route.isHeld ? Phrase(zh: "（含夜间不告知）", en: " (quiet hours included)") : Phrase("")
        guard delay > .zero else { return Phrase(zh: "立即告知第一人", en: "first person at once") }
        let minutes = minutesPhrase(delay.wholeMinutes)
        return Phrase(zh: "最迟 \(minutes.zh)告知第一人", en: "first person after \(minutes.en)") + held
    }

    private func leader(_ route: Route) -> Phrase {
        guard let delay = route.firstLeader else {
            return Phrase(zh: "有时告知不到领导", en: "at some time no leader is told")
        }
        guard delay > .zero else { return Phrase(zh: "立即告知领导", en: "leader at once") }
        let minutes = minutesPhrase(delay.wholeMinutes)
        return Phrase(zh: "最迟 \(minutes.zh)告知领导", en: "leader after \(minutes.en)")
    }

    /// What to do, as a planner would be told it.
    package func action(_ remedy: RouteRemedy) -> Phrase {
        switch remedy.action {
        case .addTarget(let target, let step?):
            let target = names.target(target)
            return Phrase(zh: "第 \(step) 步增加告知\(target.zh)", en: "add to step \(step): \(target.en)")
        case .addTarget(let target, nil):
            let target = names.target(target)
            return Phrase(zh: "兜底增加\(target.zh)", en: "add to the fallback: \(target.en)")
        case .handle(let post):
            return Phrase(zh: "由“\(names.post(post))”承办", en: "let \(names.post(post)) handle it")
        case .nameInstead(let person):
            return Phrase(zh: "改为\(names.person(person))", en: "name \(names.person(person)) instead")
        case .shortenWaits(let minutes):
            let zh = minutes.map(String.init).joined(separator: "、")
            let en = minutes.map(String.init).joined(separator: ", ")
            return Phrase(zh: "前 \(minutes.count) 步等待改为 \(zh) 分钟", en: "wait \(en) min in the first steps")
        case .giveNumber(let person):
            return Phrase(zh: "补填\(names.person(person))的电话号码", en: "give a number for \(names.person(person))")
        case .tryNumber(let person):
            return Phrase(zh: "拨打核验\(names.person(person))的号码", en: "try the number of \(names.person(person))")
        case .staff(let unit, let post):
            return Phrase(
                zh: "\(names.unit(unit))自行排\(names.post(post))",
                en: "let \(names.unit(unit)) staff \(names.post(post)) itself")
        }
    }

    /// Why it helps: whom it tells all the time.
    package func reason(_ remedy: RouteRemedy) -> Phrase {
        guard !remedy.tells.isEmpty else { return Phrase("") }
        let shown = remedy.tells.prefix(3).map(names.recipient).joined()
        let more = remedy.tells.count > 3 ? Phrase(zh: "等", en: "…") : Phrase("")
        return Phrase(zh: "全程可告知：", en: "tells throughout: ") + shown + more
    }

    /// `可改为：…；…`; empty where nothing that was tried helps.
    package func remedies(_ finding: RouteFinding) -> Phrase {
        guard !finding.remedies.isEmpty else { return Phrase("") }
        let each = finding.remedies.map { remedy in
            let reason = reason(remedy)
            guard !reason.zh.isEmpty else { return action(remedy) }
            return action(remedy) + Phrase(zh: "（", en: " (") + reason + Phrase(zh: "）", en: ")")
        }
        return Phrase(zh: "可改进：", en: "would help: ") + each.joined(zh: "；", en: "; ")
    }
}

/// The table that a leader signs, as rows of cells: who would be called, by kind of incident and shift.
extension ProofWording {
    package func matrixTitle(_ matrix: RouteMatrix) -> Phrase {
        Phrase(
            zh: "\(names.unit(matrix.unit))：各类事件告知对象（按班次）",
            en: "\(names.unit(matrix.unit)): who would be called, by shift")
    }

    /// The heading first; each cell names step after step.
    package func rows(of matrix: RouteMatrix) -> [[Phrase]] {
        let heading = [Phrase(zh: "事件", en: "incident")] + matrix.columns.map { Phrase(place.zone.span($0)) }
        return [heading]
            + matrix.rows.map { row in
                let quiet = row.quiet.map {
                    Phrase(zh: "（只在 \($0.day) 告知）", en: " (told \($0.day) only)")
                }
                return [scope(row.kinds, row.grades) + (quiet ?? Phrase(""))] + row.cells.map(cell)
            }
    }

    /// Step after step, whom it names.
    package func cell(_ steps: [[Recipient]]) -> Phrase {
        zip(1..., steps).map { number, told in
            let people = told.isEmpty ? Phrase("—") : told.map(names.recipient).joined()
            return Phrase(zh: "第\(number)步 ", en: "\(number): ") + people
        }.joined(zh: "；", en: "; ")
    }

    package static let signature = Phrase(
        zh: "审签：____________　日期：____________", en: "Signed: ____________  Date: ____________")
}
