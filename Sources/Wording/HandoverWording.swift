package import Calendars
package import Rosters
package import Watchkeeping

/// Says handovers: the sheet that both sides sign, and who still has to.
package struct HandoverWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    /// `应急管理局 值班员 02-17 08:30`.
    package func title(_ change: ChangeOver) -> Phrase {
        Phrase("\(names.unit(change.unit)) \(names.post(change.post)) \(zone.short(change.at))")
    }

    package func people(_ people: [PersonID]) -> Phrase { people.map { Phrase(names.person($0)) }.joined() }

    /// One line: what changes hands, between whom, and how far it is.
    package func line(_ handover: Handover) -> Phrase {
        title(handover.change) + Phrase("  ") + people(handover.change.outgoing) + Phrase(" → ")
            + people(handover.change.incoming) + Phrase("  ") + state(handover)
    }

    package func state(_ handover: Handover) -> Phrase {
        switch handover.state {
        case .due: Phrase(zh: "未开始", en: "not begun")
        case .begun: Phrase(zh: "已开始，双方未签", en: "begun, neither has signed")
        case .signedByOutgoing: Phrase(zh: "交班人已签，待接班人签", en: "signed by the outgoing, waits for the incoming")
        case .done: Phrase(zh: "双方已签", en: "both have signed") + delay(handover.signature(.incoming))
        }
    }

    /// The whole sheet, ready to print.
    package func sheet(_ handover: Handover, _ now: HandoverSheet, at instant: Instant) -> [Phrase] {
        let sheet = handover.signature(.incoming)?.sheet ?? now
        let head = [
            Phrase(zh: "交接班单  ", en: "Handover  ") + title(handover.change),
            Phrase(zh: "交班人：", en: "Outgoing: ") + people(handover.change.outgoing),
            Phrase(zh: "接班人：", en: "Incoming: ") + people(handover.change.incoming),
        ]
        let seenAt = handover.signature(.incoming)?.at ?? instant
        let work = section(Phrase(zh: "在办事项", en: "Under way"), sheet.work.map { self.work($0, at: seenAt) })
        let items = section(Phrase(zh: "未办结事项", en: "Open items"), sheet.items.map(item))
        let things = section(Phrase(zh: "钥匙、装备清点", en: "Keys and equipment"), sheet.things.map { thing($0, in: sheet) })
        return head + work + items + things + [Phrase("")] + signatures(handover, at: instant)
    }

    private func section(_ title: Phrase, _ lines: [Phrase]) -> [Phrase] {
        guard !lines.isEmpty else { return [title + Phrase(zh: "：无", en: ": none")] }
        return [title + Phrase(zh: "：", en: ":")] + lines.map { Phrase("  ") + $0 }
    }

    /// A thing to be counted; one that was missing before says since which sheet.
    private func thing(_ name: String, in sheet: HandoverSheet) -> Phrase {
        guard let missing = sheet.missing.first(where: { $0.thing == name }) else { return Phrase(name) }
        let (post, since) = (names.post(missing.post), zone.short(missing.since))
        return Phrase(name)
            + Phrase(
                zh: "（缺：见\(post) \(since) 交接班单，\(names.person(missing.by))签）",
                en: " (missing since the sheet of \(post) \(since), signed by \(names.person(missing.by)))")
    }

    private func work(_ work: PendingWork, at now: Instant) -> Phrase {
        let due = work.due.map { Phrase(zh: "，时限 \(zone.short($0))", en: ", due \(zone.short($0))") } ?? Phrase("")
        let owner = work.owner.map { Phrase(zh: "，责任人 ", en: ", owner ") + Phrase(names.person($0)) } ?? Phrase("")
        let head = Phrase("\(work.incident)  ")
        switch work.kind {
        case .unreadable: return DeskWording.unreadable(incident: work.incident)
        case .incident: return head + Phrase(zh: "事件未办结：", en: "open incident: ") + Phrase(work.text)
        case .clock:
            let receiver = work.text == "superior" ? Phrase(zh: "上级", en: "the level above") : receiver(work.text)
            guard let late = work.due.map({ (now - $0).wholeMinutes }), late > 0 else {
                return head + Phrase(zh: "报告时限在计时：报", en: "limit running: report to ") + receiver + due
            }
            let passed = Phrase(zh: "报告时限已过，尚未报告：报", en: "LIMIT PASSED, not reported: report to ")
            return head + passed + receiver + due + Phrase(zh: "，已超时限 ", en: ", overdue by ") + minutesPhrase(late)
        case .task: return head + Phrase(zh: "任务未销号：", en: "open task: ") + Phrase(work.text) + owner + due
        }
    }

    private func receiver(_ text: String) -> Phrase { Phrase(names.unit(UnitID(text))) }

    package func item(_ item: OpenItem) -> Phrase {
        Phrase(
            zh: "#\(item.number)  \(item.text)（\(names.person(item.by)) \(zone.short(item.openedAt)) 记）",
            en: "#\(item.number)  \(item.text) (\(names.person(item.by)), \(zone.short(item.openedAt)))")
    }

    private func signatures(_ handover: Handover, at now: Instant) -> [Phrase] {
        let signed = HandoverSide.allCases.map { side in
            side.phrase + Phrase(zh: "签字：", en: " signed: ")
                + (handover.signature(side).map(signature) ?? Phrase("________"))
        }
        let held = handover.held(at: now)
        guard !held.isEmpty else { return signed }
        return signed + [
            Phrase(zh: "交接未完成，", en: "Not handed over: ") + people(held)
                + Phrase(zh: " 不得离岗。", en: " must stay at the post.")
        ]
    }

    package func signature(_ signature: HandoverSignature) -> Phrase {
        let notes = signature.notes.map { Phrase(zh: "；\($0)", en: "; \($0)") } ?? Phrase("")
        let missing =
            signature.missing.isEmpty
            ? Phrase("")
            : Phrase(zh: "；缺：", en: "; missing: ") + signature.missing.map { Phrase($0) }.joined()
        return Phrase("\(names.person(signature.by)) \(zone.short(signature.at))") + delay(signature) + missing + notes
    }

    /// `（迟 20 分钟）`; nothing in time.
    private func delay(_ signature: HandoverSignature?) -> Phrase {
        guard let minutes = signature?.delay.wholeMinutes, minutes > 0 else { return Phrase("") }
        return Phrase(zh: "（换班后 ", en: " (") + minutesPhrase(minutes) + Phrase(zh: "）", en: " after the change)")
    }

    package func late(_ late: LateHandover) -> [Phrase] {
        let after = minutesPhrase(late.minutes)
        let head = Phrase(
            zh: "\(names.unit(late.unit)) 换班已过 \(after.zh)，交接班尚未双方签完，交班人不得离岗：",
            en: "\(names.unit(late.unit)): \(after.en) after the change of shift the handover is not signed by both; "
                + "the outgoing must stay:")
        return [head]
            + late.posts.map { post in
                Phrase("\(names.post(post.change.post)) \(zone.short(post.change.at))")
                    + Phrase(zh: "，待", en: ", waits for the ") + post.waitsFor.phrase + Phrase(zh: "签字：", en: ": ")
                    + people(post.change.people(post.waitsFor))
            }
    }
}

extension HandoverSide {
    package var phrase: Phrase {
        switch self {
        case .outgoing: Phrase(zh: "交班人", en: "outgoing")
        case .incoming: Phrase(zh: "接班人", en: "incoming")
        }
    }
}
