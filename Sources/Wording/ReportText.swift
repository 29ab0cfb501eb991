package import Calendars
package import Incidents
import Rosters

/// How a report names its units.
package enum UnitStyle: String, Sendable, CaseIterable {
    /// 应急管理局.
    case short
    /// 清河县应急管理局.
    case full
}

/// The text of 首报, 续报一, 续报二… and 终报 as an office sends it: ready to paste or print, 未掌握 where unknown.
///
/// Contents: 国令493, art. 12, and the first-report elements of local rules; a 续报 tells only what changed. Whoever
/// called is never named in a text that goes upward, only the source of the information.
package struct ReportText: Sendable {
    let incident: Incident
    let entries: [LedgerEntry]
    let names: Names
    let zone: Zone
    let style: UnitStyle
    let isDrill: Bool
    let now: Instant

    package init(
        incident: Incident, entries: [LedgerEntry], names: Names, zone: Zone, style: UnitStyle, isDrill: Bool,
        now: Instant
    ) {
        self.incident = incident
        self.entries = entries
        self.names = names
        self.zone = zone
        self.style = style
        self.isDrill = isDrill
        self.now = now
    }

    /// The facts as they were first reported, whatever is known now.
    package var first: Phrase {
        let known = before(followUp: 1) ?? incident
        return page(title(Phrase(zh: "首报", en: "first report")), of: known, FirstReport(text: self, known: known).body)
    }

    /// A follow-up by its number, or the latest; nil where there is none.
    package func followUp(_ ordinal: Int? = nil) -> Phrase? {
        let wanted = ordinal ?? followUps.last { !$0.isFinal }?.ordinal ?? followUps.last?.ordinal
        guard let followUp = followUps.first(where: { $0.ordinal == wanted }),
            let known = before(followUp: followUp.ordinal)
        else { return nil }
        let number = Phrase(zh: "续报\(chineseNumeral(followUp.ordinal))", en: "follow-up \(followUp.ordinal)")
        return page(title(number), of: incident, FollowUpReport(text: self, known: known, followUp: followUp).body)
    }

    /// First report, follow-ups, handling, present state and next steps in one; a draft until a final report is recorded.
    package var final: Phrase {
        let mark =
            incident.hasFinalReport
            ? Phrase(zh: "终报", en: "final report") : Phrase(zh: "终报稿，尚未登记终报", en: "final report, DRAFT")
        return page(title(mark), of: incident, FinalReport(text: self).body)
    }

    var followUps: [Record.FollowUp] {
        entries.compactMap { if case .followedUp(let followUp) = $0.record { followUp } else { nil } }
    }

    /// The incident as it was known before a follow-up.
    private func before(followUp ordinal: Int) -> Incident? {
        let index = entries.firstIndex {
            if case .followedUp(let followUp) = $0.record { followUp.ordinal == ordinal } else { false }
        }
        return Incident(ledger: Array(entries[..<(index ?? entries.endIndex)]), policy: incident.policy)
    }

    // MARK: - Frame

    private func title(_ report: Phrase) -> Phrase {
        let what = incident.facts.place + incident.facts.what
        return unit(incident.facts.unit)
            + Phrase(
                zh: "关于\(what)的情况报告（\(report.zh)）",
                en: ": \(incident.facts.what), \(incident.facts.place) (\(report.en))")
    }

    private func page(_ title: Phrase, of known: Incident, _ body: [Phrase]) -> Phrase {
        let mark =
            isDrill ? [Phrase(zh: "【演练】演练演练，并非真实事件", en: "[DRILL] This is an exercise, not a real incident")] : []
        let number = Phrase(zh: "编号：\(incident.number)", en: "No. \(incident.number)")
        return (mark + [title, number] + receivers + [Phrase("")] + body + [Phrase("")] + signOff(known))
            .joined(zh: "\n", en: "\n")
    }

    private var receivers: [Phrase] {
        let to = incident.clocks.map(\.deadline.to).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let others = to.filter { $0 != incident.facts.unit?.text }
        guard !others.isEmpty else { return [] }
        let names = others.map { word in
            word == ReportClock.superior ? Phrase(zh: "上级", en: "the level above") : unit(UnitID(word))
        }
        return [Phrase(zh: "主送：", en: "To: ") + names.joined()]
    }

    private func signOff(_ known: Incident) -> [Phrase] {
        let blank = "＿＿＿＿"
        let writer = known.facts.recordedBy.map { names.person($0) } ?? blank
        let phone = known.facts.unit.flatMap { names.phones(.phone($0)).first } ?? blank
        return [
            Phrase(
                zh: "签发：\(blank)　审核：\(blank)　拟稿：\(writer)",
                en: "Signed off by: \(blank)  Checked by: \(blank)  Written by: \(writer)"),
            Phrase(zh: "联系电话：\(phone)　报送时间：", en: "Phone: \(phone)  Sent: ") + time(now)
                + Phrase(zh: "（盖章）", en: " (seal)"),
            Phrase(
                zh: "书面报送后电话确认：收件人\(blank)　时间\(blank)",
                en: "Confirmed by phone after sending: received by \(blank)  at \(blank)"),
        ]
    }

    // MARK: - Words

    /// A unit by its short or its full name; the place's name never stands twice.
    func unit(_ id: UnitID?) -> Phrase {
        guard let id else { return Phrase(zh: "值班室", en: "The duty room") }
        let name = names.unit(id)
        let place = names.place?.name ?? ""
        return Phrase(style == .short || name.hasPrefix(place) ? name : place + name)
    }

    /// `2026年2月17日03时12分`.
    func time(_ instant: Instant) -> Phrase {
        let date = zone.date(of: instant)
        let clock = zone.clockTime(of: instant).description.split(separator: ":")
        return Phrase(
            zh: "\(date.year)年\(date.month)月\(date.day)日\(clock[0])时\(clock[1])分", en: zone.civil(instant))
    }

    func element(_ element: ReportElement, of known: Incident) -> Phrase {
        known.facts.elements[element].map { Phrase($0) } ?? IncidentWording.unknown
    }

    /// A heading with its number, `一、` or `1.`, and what stands under it.
    static func numbered(_ sections: [(heading: Phrase, text: Phrase)]) -> [Phrase] {
        sections.enumerated().map { index, section in
            Phrase(zh: "\(chineseNumeral(index + 1))、", en: "\(index + 1). ") + section.heading
                + Phrase(zh: "：", en: ": ") + section.text
        }
    }
}
