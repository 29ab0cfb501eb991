import Calendars
package import Rosters

/// Says changes of the roster in force: 替班, 调班, 请假.
package struct ChangeWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    /// `应急管理局 值班员 10-01 08:30–10-02 08:30`.
    package func slot(_ slot: DutySlot) -> Phrase {
        place(slot, during: slot.interval)
    }

    private func place(_ slot: DutySlot, during interval: Interval) -> Phrase {
        Phrase("\(names.unit(slot.unit)) \(names.post(slot.post)) \(zone.span(interval))")
    }

    package func text(_ change: RosterChange) -> Phrase {
        switch change {
        case .relief(let slot, let part, let substitute):
            let (zh, en) = (names.person(substitute), names.person(slot.person))
            return Phrase(zh: "替班：\(zh) 替 \(en)，", en: "relief: \(zh) for \(en), ") + place(slot, during: part)
        case .swap(let first, let second):
            return Phrase(
                zh: "调班：\(names.person(first.person)) 与 \(names.person(second.person)) 互换，",
                en: "swap: \(names.person(first.person)) with \(names.person(second.person)), ")
                + slot(first) + Phrase(" ⇄ ") + slot(second)
        case .absence(let person, let interval, let standIn):
            let instead = standIn.map {
                Phrase(zh: "，由 \(names.person($0)) 代行职责", en: ", \(names.person($0)) stands in")
            }
            return Phrase(zh: "请假外出：\(names.person(person)) ", en: "away: \(names.person(person)) ")
                + Phrase(zone.span(interval)) + (instead ?? Phrase(""))
        }
    }

    /// One line: number, what, who asked and why, what became of it, and whether a newer version overtook it.
    package func line(_ change: RecordedChange, isLapsed: Bool = false) -> Phrase {
        let request = change.request
        let asked = Phrase(
            zh: "；\(names.person(request.askedBy)) 申请（\(request.reason)）",
            en: "; asked by \(names.person(request.askedBy)) (\(request.reason))")
        let decided = change.decisions.map { Phrase(zh: "，", en: ", ") + decision($0, askedBy: request.askedBy) }
        return decided.reduce(Phrase("\(request.number)  ") + text(request.change) + asked, +)
            + (change.decisions.isEmpty ? Phrase(zh: "，待批准", en: ", waits for approval") : Phrase(""))
            + (isLapsed ? Phrase(zh: "；", en: "; ") + Self.lapsed : Phrase(""))
    }

    private static let lapsed = Phrase(
        zh: "新版值班表已另行安排，此项变动不再起作用", en: "without effect: a newer version names others there")

    /// What a new version made of changes that were approved before it.
    package static func lapsed(_ changes: [ChangeNumber]) -> Phrase {
        let list = changes.map(\.description)
        return Phrase(
            zh: "以下已批准的变动因新版另行安排而不再起作用：\(list.joined(separator: "、"))",
            en: "approved changes without effect now, since this version names others there: "
                + list.joined(separator: ", "))
    }

    /// Absences of the same person beside a new one.
    package static func overlapping(_ changes: [ChangeNumber]) -> Phrase {
        let list = changes.map(\.description)
        return Phrase(
            zh: "注意：与已登记的请假 \(list.joined(separator: "、")) 时间重叠。",
            en: "Note: it overlaps absences that are recorded already: \(list.joined(separator: ", ")).")
    }

    /// Who asked and refuses it has withdrawn it.
    package func decision(_ decision: ChangeDecision, askedBy asker: PersonID? = nil) -> Phrase {
        let by = names.person(decision.by)
        let verdict =
            switch decision.verdict {
            case .approved: Phrase(zh: "\(by) 批准", en: "approved by \(by)")
            case .refused where decision.by == asker: Phrase(zh: "\(by) 撤回", en: "withdrawn by \(by)")
            case .refused: Phrase(zh: "\(by) 不批准", en: "refused by \(by)")
            case .undone: Phrase(zh: "\(by) 撤销", en: "undone by \(by)")
            }
        let reason = decision.reason.map { Phrase(zh: "（\($0)）", en: " (\($0))") } ?? Phrase("")
        return verdict + reason
    }

    /// `替孙丽，李建国批准`.
    package func standIn(_ standIn: StandIn) -> Phrase {
        let (person, by) = (names.person(standIn.person), names.person(standIn.approvedBy))
        return Phrase(
            zh: "替\(person)，\(by)批准，\(standIn.change)", en: "for \(person), approved by \(by), \(standIn.change)")
    }

    /// `张卫东 代行 李建国 职责（郑怀远批准，c3）`.
    package func deputy(_ deputy: Deputy) -> Phrase {
        let (person, absent) = (names.person(deputy.person), names.person(deputy.standIn.person))
        let (by, number) = (names.person(deputy.standIn.approvedBy), deputy.standIn.change)
        return Phrase(
            zh: "\(person) 代行 \(absent) 职责 \(zone.span(deputy.interval))（\(by)批准，\(number)）",
            en: "\(person) stands in for \(absent) \(zone.span(deputy.interval)) (approved by \(by), \(number))")
    }

    package func cause(_ cause: DutiesChange.Cause) -> Phrase {
        switch cause {
        case .change(let number, let kind, let by):
            kind.phrase
                + Phrase(zh: " \(number)，\(names.person(by))批准", en: " \(number), approved by \(names.person(by))")
        case .undone(let number, let by):
            Phrase(zh: "变动 \(number) 由\(names.person(by))撤销", en: "change \(number) undone by \(names.person(by))")
        case .version(let period, let version):
            Phrase(zh: "\(period) 第 \(version) 版值班表发布", en: "version \(version) of \(period) was published")
        }
    }

    /// `增加：…` and `减少：…`, a line each, to the person.
    package func lines(_ change: DutiesChange) -> [Phrase] {
        change.gained.map { Phrase(zh: "增加：", en: "you stand: ") + slot($0) }
            + change.lost.map { Phrase(zh: "减少：", en: "you no longer stand: ") + slot($0) }
    }

    /// The same about the person, to others.
    package func listed(_ change: DutiesChange) -> [Phrase] {
        change.gained.map { Phrase(zh: "增加：", en: "gains: ") + slot($0) }
            + change.lost.map { Phrase(zh: "减少：", en: "loses: ") + slot($0) }
    }

    /// `注意：顾怀瑾 02-17 …无人代行职责`: the deputy is away then.
    package func orphaned(_ deputy: Deputy) -> Phrase {
        let (person, absent) = (names.person(deputy.person), names.person(deputy.standIn.person))
        let (span, number) = (zone.span(deputy.interval), deputy.standIn.change)
        return Phrase(
            zh: "注意：代行 \(absent) 职责的正是 \(person)（\(number)），\(span) 将无人代行；要另行指定，请撤销 \(number) 后重新登记。",
            en: "Note: \(person) stands in for \(absent) (\(number)); nobody does \(span). "
                + "To name another, undo \(number) and record it again.")
    }
}

extension RosterChange.Kind {
    package var phrase: Phrase {
        switch self {
        case .relief: Phrase(zh: "替班", en: "relief")
        case .swap: Phrase(zh: "调班", en: "swap")
        case .absence: Phrase(zh: "请假外出", en: "absence")
        }
    }
}
