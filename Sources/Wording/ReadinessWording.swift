import Calendars
import Rosters
package import Watchkeeping

/// Says what is in order before a period and what is not (节前准备).
package struct ReadinessWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    package func title(_ report: ReadinessReport) -> Phrase {
        Phrase(zh: "节前准备  \(report.period)  ", en: "Readiness  \(report.period)  ")
            + Phrase("\(zone.civil(report.window.start)) → \(zone.civil(report.window.end))")
    }

    package func line(_ line: ReadinessReport.Line) -> Phrase {
        Phrase(line.isReady ? "✓ " : "! ") + text(line)
    }

    package func text(_ line: ReadinessReport.Line) -> Phrase {
        switch line {
        case .roster(let state): roster(state)
        case .team(let unit, let team, let check): self.team(unit, team, check)
        case .equipment(let unit, let name, let check):
            Phrase(zh: "装备 \(names.unit(unit)) \(name)：", en: "equipment of \(names.unit(unit)), \(name): ")
                + checked(check)
        case .noLists(let unit):
            Phrase(
                zh: "\(names.unit(unit)) 未列备勤队伍和装备清单（place.yaml 的 teams、equipment）",
                en: "\(names.unit(unit)) lists neither teams nor equipment (teams, equipment in place.yaml)")
        case .keys(let unit, let keys):
            Phrase(zh: "交接物品 \(names.unit(unit))：", en: "goes from shift to shift in \(names.unit(unit)): ")
                + keys.map { Phrase($0) }.joined()
        case .handovers(let rule): handovers(rule)
        case .waysTested, .wayUntested, .noTestDemand: ways(line)
        case .nilReports(let rule): nilReports(rule)
        case .nilReportMissing(let due):
            Phrase(zh: "零报告缺报 ", en: "nil report missing: ") + NilReportWording(names: names).due(due)
        }
    }

    private func roster(_ state: PublishedState) -> Phrase {
        let accepted =
            state.accepted == 0
            ? Phrase("") : Phrase(zh: "，另有 \(state.accepted) 个错误经同意保留", en: "; \(state.accepted) knowingly accepted")
        return Phrase(
            zh: "值班表第 \(state.version) 版，\(zone.short(state.publishedAt)) 发布，现有错误 \(state.errors) 个",
            en: "roster version \(state.version), published \(zone.short(state.publishedAt)), errors: \(state.errors)")
            + accepted
    }

    private func team(_ unit: UnitID, _ team: StandbyTeam, _ check: CheckOff?) -> Phrase {
        let people =
            team.people.isEmpty
            ? Phrase(zh: "未列人员", en: "no people") : team.people.map { Phrase(names.person($0)) }.joined()
        return Phrase(zh: "备勤队伍 \(names.unit(unit)) \(team.name)（", en: "team of \(names.unit(unit)), \(team.name) (")
            + people + Phrase(zh: "）：", en: "): ") + checked(check)
    }

    private func checked(_ check: CheckOff?) -> Phrase {
        guard let check else { return Phrase(zh: "未核对", en: "not checked off") }
        let who = Phrase("\(names.person(check.by)) \(zone.short(check.at))")
        guard let fault = check.fault else { return who + Phrase(zh: " 核对，完好", en: " checked it: ready") }
        return who + Phrase(zh: " 核对，有问题：\(fault)", en: " checked it: not ready, \(fault)")
    }

    private func handovers(_ rule: HandoverRule?) -> Phrase {
        guard let rule else {
            return Phrase(
                zh: "未规定交接班签字时限（policy.yaml 的 handover_signed）",
                en: "no time is set by which handovers are signed (handover_signed in policy.yaml)")
        }
        return Phrase(
            zh: "交接班须在换班后 \(rule.within.wholeMinutes) 分钟内双方签字，逾时告知带班领导",
            en: "handovers are signed within \(rule.within.wholeMinutes) min of the change, else the leader is told")
    }

    private func ways(_ line: ReadinessReport.Line) -> Phrase {
        switch line {
        case .waysTested(let people, let days):
            return Phrase(
                zh: "值班人员 \(people) 人，联系方式均在 \(days) 天内核验过",
                en: "people on the roster: \(people), everybody's numbers tried within \(days) days")
        case .wayUntested(let person, let days):
            let never =
                person.lastOutcome == nil
                ? Phrase(zh: "从未核验", en: "never tried") : Phrase(zh: "从未接通", en: "never reached")
            let tested = person.testedOn.map { Phrase(zh: "上次 \($0)", en: "last on \($0)") } ?? never
            let outcome =
                person.lastOutcome.map {
                    $0 == .answered ? Phrase("") : Phrase(zh: "，最近一次", en: "; last try: ") + $0.phrase
                } ?? Phrase("")
            return Phrase(
                zh: "\(names.person(person.person)) 的联系方式未在 \(days) 天内核验（",
                en: "\(names.person(person.person)): numbers not confirmed within \(days) days (") + tested + outcome
                + Phrase(zh: "）", en: ")")
        default:
            return Phrase(
                zh: "未规定联系方式核验期限（policy.yaml 的 tested_within）",
                en: "no demand that numbers are tried (tested_within in policy.yaml)")
        }
    }

    private func nilReports(_ rule: NilReportRule?) -> Phrase {
        guard let rule else {
            return Phrase(
                zh: "未规定零报告（policy.yaml 的 nil_report）", en: "no nil reports are asked for (nil_report in policy.yaml)")
        }
        let times = rule.by.map { Phrase($0.description) }.joined()
        let units = rule.units.map { $0.map { Phrase(names.unit($0)) }.joined() } ?? Phrase(zh: "各单位", en: "every unit")
        let to = rule.to.map { Phrase(zh: "，报\(names.unit($0))", en: ", to \(names.unit($0))") } ?? Phrase("")
        return Phrase(zh: "零报告：每天 ", en: "nil reports: daily by ") + times + Phrase(zh: " 前，", en: ", ") + units + to
    }

    package func conclusion(_ report: ReadinessReport) -> Phrase {
        let open = report.lines.count { !$0.isReady }
        guard open > 0 else { return Phrase(zh: "准备就绪。", en: "Ready.") }
        return Phrase(zh: "尚有 \(open) 项未落实。", en: "Not in order yet: \(open).")
    }
}
