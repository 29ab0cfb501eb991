import Calendars
package import Incidents
package import Rosters

/// Says the findings and the routes of a routing proof of one place.
package struct ProofWording: Sendable {
    let place: Place
    let names: Names

    package init(place: Place) {
        self.place = place
        self.names = Names(place: place)
    }

    package func title(_ report: RoutingProofReport, period: String) -> Phrase {
        let window = "\(place.zone.civil(report.window.start)) → \(place.zone.civil(report.window.end))"
        return Phrase(
            zh: "\(place.name) \(period) 告知推演：\(window)", en: "\(place.name) \(period) routing proof: \(window)")
    }

    package static let noFindings = Phrase(zh: "未发现问题。", en: "No findings.")

    /// Where a finding stands: unit and post, as a planner calls them; the place where it is about no unit.
    package func location(_ finding: RouteFinding) -> Phrase {
        let unit = finding.unit.map(names.unit) ?? place.name
        return ([unit] + [finding.post.map(names.post)].compactMap { $0 }).map { Phrase($0) }
            .joined(zh: " · ", en: " · ")
    }

    /// The reports that meet it.
    package func when(_ finding: RouteFinding) -> String { place.zone.span(finding.interval) }

    /// One sentence: what is wrong, with the numbers and the kinds.
    package func message(_ finding: RouteFinding) -> Phrase {
        guard finding.rule != .typeUnhandled, !finding.kinds.isEmpty else { return what(finding) }
        return what(finding) + Phrase(zh: "（", en: " (") + scope(finding.kinds, finding.grades)
            + Phrase(zh: "）", en: ")")
    }

    private func what(_ finding: RouteFinding) -> Phrase {
        let ladder = ladder(finding)
        switch finding.rule {
        case .nobodyTold:
            return ladder + Phrase(zh: "连同兜底联系人告知不到任何人", en: " and the fallback tell nobody")
        case .stepEmpty: return emptyStep(finding, ladder)
        case .oneNumber:
            let recipient = finding.recipient.map(names.recipient) ?? Phrase("")
            return ladder + Phrase(zh: "各步都只通到一个号码：", en: " reaches one number only, whatever the step: ") + recipient
        case .leaderLate: return ladder + late(finding)
        case .typeUnhandled:
            let kinds = finding.kinds.map(kind).joined()
            return ladder
                + Phrase(
                    zh: "要告知承办岗位，但没有岗位承办“\(kinds.zh)”", en: " asks for the post that handles \(kinds.en); none does")
        case .endsInside:
            return ladder
                + (finding.severity == .error
                    ? Phrase(zh: "连同兜底联系人只告知本单位的人", en: " and the fallback tell nobody outside the unit")
                    : Phrase(
                        zh: "各步只告知本单位的人，一轮落空后才轮到兜底联系人",
                        en: " tells nobody outside the unit before a round was in vain"))
        case .postUnstaffed:
            let post = finding.post.map(names.post) ?? ""
            return ladder + step(finding)
                + Phrase(zh: "点名的“\(post)”无人当班", en: " names \(post), where nobody is on duty")
        case .unitCycle:
            let ring = (finding.ring + finding.ring.prefix(1)).map(names.unit).joined(separator: " → ")
            return Phrase(zh: "单位之间循环借人：\(ring)", en: "the units borrow from one another in a ring: \(ring)")
        case .personOnLeave, .noWay, .wayUntested: return person(finding)
        }
    }

    private func ladder(_ finding: RouteFinding) -> Phrase {
        ladder(finding.ladder ?? "")
    }

    func ladder(_ name: String) -> Phrase { Phrase(zh: "升级方案“\(name)”", en: "ladder \(name)") }

    private func step(_ finding: RouteFinding) -> Phrase {
        finding.step.map { Phrase(zh: "第 \($0) 步", en: " step \($0)") } ?? Phrase("")
    }

    private func emptyStep(_ finding: RouteFinding, _ ladder: Phrase) -> Phrase {
        let targets = finding.targets.map(names.target).joined()
        return ladder + step(finding)
            + Phrase(zh: "告知不到任何人：\(targets.zh)，此时均无人可告知", en: " tells nobody: \(targets.en)")
    }

    private func late(_ finding: RouteFinding) -> Phrase {
        let limit = minutesPhrase(finding.limit ?? 0)
        guard let minutes = finding.measured.map(minutesPhrase) else {
            return Phrase(
                zh: "始终告知不到领导，要求接报后 \(limit.zh)内告知", en: " never tells a leader; one must be told within \(limit.en)")
        }
        return Phrase(
            zh: "接报后 \(minutes.zh)才告知首位领导，要求 \(limit.zh)内",
            en: " tells the first leader after \(minutes.en), not within \(limit.en)")
    }

    private func person(_ finding: RouteFinding) -> Phrase {
        let name = Phrase(finding.person.map(names.person) ?? "")
        switch finding.rule {
        case .noWay: return name + Phrase(zh: "没有可用的联系方式", en: " has no usable way to be reached")
        case .wayUntested:
            let limit = finding.limit ?? 0
            return name
                + (finding.measured.map {
                    Phrase(
                        zh: "的联系方式 \($0) 天前核验，要求 \(limit) 天内", en: ": numbers tried \($0) days ago, \(limit) allowed")
                }
                    ?? Phrase(
                        zh: "的联系方式没有核验记录，要求 \(limit) 天内核验过", en: ": numbers never tried, \(limit) days allowed"))
        default:
            let whole = finding.ladder.map(ladder) ?? Phrase(zh: "升级方案或兜底", en: "a ladder or the fallback")
            let others = finding.severity == .error && finding.ladder != nil
            return whole + step(finding) + Phrase(zh: "点名的", en: " names ") + name
                + (others
                    ? Phrase(zh: "请假或外出，且再无别人可告知", en: ", who is away, and nobody else")
                    : Phrase(zh: "请假或外出", en: ", who is away"))
        }
    }
}

extension ProofWording {
    package func kind(_ kind: IncidentKind) -> Phrase {
        let type = kind.type.map { "/\($0)" } ?? ""
        return kind.category.phrase + Phrase(type)
    }

    /// `各类事件` or the kinds, and the grades unless it is all of them.
    package func scope(_ kinds: [IncidentKind], _ grades: [Grade?]) -> Phrase {
        let isEvery = Category.allCases.allSatisfy { kinds.contains(IncidentKind(category: $0, type: nil)) }
        let what = isEvery ? Phrase(zh: "各类事件", en: "all kinds") : kinds.map(kind).joined()
        guard !grades.isEmpty, grades.count <= Grade.allCases.count else { return what }
        let words = grades.map { $0?.phrase ?? Phrase(zh: "未定级", en: "ungraded") }
        return what + Phrase(zh: "，", en: "; ") + words.joined()
    }

    /// The last line: what was proved, and what was not.
    package static func closing(_ report: RoutingProofReport) -> Phrase {
        let errors = report.errors.count
        let warnings = report.findings.count - errors
        return Phrase(
            zh:
                "错误 \(errors) 个，警告 \(warnings) 个；推演升级路线 \(report.routes.count) 条。路线通畅 ≠ 有人应答：本次推演只证明纸面上找得到人，不证明电话有人接。",
            en:
                "errors: \(errors), warnings: \(warnings); \(report.routes.count) routes. 路线通畅 ≠ 有人应答: this proves the paper, not that anybody answers."
        )
    }
}
