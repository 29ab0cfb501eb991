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
        now instant: Instant
    ) {
        self.incident = incident
        self.entries = entries
        self.names = names
        self.zone = zone
        self.style = style
        self.isDrill = isDrill
        now = instant
    }

    /// The facts as they were first reported, whatever is known now.
    package var first: Phrase {
        let known = before(followUp: 1) ?? incident
        return page(
            Phrase(zh: "首报", en: "first report"), of: known, by: known.facts.recordedBy,
            FirstReport(text: self, known: known).body)
    }

    /// A follow-up by its number, or the latest; nil where there is none.
    package func followUp(_ ordinal: Int? = nil) -> Phrase? {
        let wanted = ordinal ?? followUps.last { !$0.isFinal }?.ordinal ?? followUps.last?.ordinal
        guard let followUp = followUps.first(where: { $0.ordinal == wanted }),
            let known = before(followUp: followUp.ordinal)
        else { return nil }
        let number = Phrase(zh: "续报\(chineseNumeral(followUp.ordinal))", en: "follow-up \(followUp.ordinal)")
        return page(
            number, of: before(followUp: followUp.ordinal + 1) ?? incident, by: followUp.by,
            FollowUpReport(text: self, known: known, followUp: followUp).body)
    }

    /// First report, follow-ups, handling, present state and next steps in one; a draft until a final report is recorded.
    package var final: Phrase {
        let mark =
            incident.hasFinalReport
            ? Phrase(zh: "终报", en: "final report") : Phrase(zh: "终报稿，尚未登记终报", en: "final report, DRAFT")
        let writer = followUps.last { $0.isFinal }.map(\.by) ?? incident.facts.recordedBy
        return page(mark, of: incident, by: writer, FinalReport(text: self).body)
    }

    var followUps: [Record.FollowUp] {
        entries.compactMap { if case .followedUp(let followUp) = $0.record { followUp } else { nil } }
    }

    /// The incident as it was known before a follow-up; as it is now where there is none of that number.
    func before(followUp ordinal: Int) -> Incident? {
        let index = entries.firstIndex {
            if case .followedUp(let followUp) = $0.record { followUp.ordinal == ordinal } else { false }
        }
        return Incident(ledger: Array(entries[..<(index ?? entries.endIndex)]), policy: incident.policy)
    }

    // MARK: - Frame

    private func title(_ report: Phrase, of facts: IncidentFacts) -> Phrase {
        unit(facts.unit)
            + Phrase(
                zh: "关于\(facts.place)\(facts.what)的情况报告（\(report.zh)）",
                en: ": \(facts.what), \(facts.place) (\(report.en))")
    }

    private func page(_ report: Phrase, of known: Incident, by writer: PersonID?, _ body: [Phrase]) -> Phrase {
        let mark =
            isDrill ? [Phrase(zh: "【演练】演练演练，并非真实事件", en: "[DRILL] This is an exercise, not a real incident")] : []
        let number = Phrase(zh: "编号：\(incident.number)", en: "No. \(incident.number)")
        let sender = Phrase(zh: "报送单位：", en: "From: ") + unit(known.facts.unit)
        return
            (mark + [title(report, of: known.facts), number, sender] + receivers(known.facts.unit) + [Phrase("")]
            + body + [Phrase("")] + signOff(known.facts.unit, by: writer))
            .joined(zh: "\n", en: "\n")
    }

    /// Whoever a limit names, each once.
    private func receivers(_ sender: UnitID?) -> [Phrase] {
        let to = incident.clocks.map { receiver($0.deadline.to, above: sender) }
            .uniqued()
            .filter { $0 != unit(sender) }
        return to.isEmpty ? [] : [Phrase(zh: "主送：", en: "To: ") + to.joined()]
    }

    /// The level above by its name, where the place knows it.
    func receiver(_ word: String, above sender: UnitID?) -> Phrase {
        guard word == ReportClock.superior else {
            return names.place?.unit(UnitID(word)) == nil ? Phrase(word) : unit(UnitID(word))
        }
        let above = sender.flatMap { names.place?.parent(of: $0) }
        return above.map { unit($0) } ?? Phrase(zh: "上级", en: "the level above")
    }

    private func signOff(_ sender: UnitID?, by writer: PersonID?) -> [Phrase] {
        let blank = "＿＿＿＿"
        let writer = writer.map { names.person($0) } ?? blank
        let phone = sender.flatMap { names.phones(.phone($0)).first } ?? blank
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

    /// A heading and what stands under it.
    typealias Section = (heading: Phrase, text: Phrase)

    /// Official prose has no blanks between numbers and characters.
    static func unspaced(_ phrase: Phrase) -> Phrase { Phrase(zh: phrase.zh.filter { $0 != " " }, en: phrase.en) }

    /// A unit by its short or its full name; neither the place's name nor its 县 stands twice.
    func unit(_ id: UnitID?) -> Phrase {
        guard let id else { return Phrase(zh: "值班室", en: "The duty room") }
        let name = names.unit(id)
        let place = names.place?.name ?? ""
        if style == .short || name.hasPrefix(place) { return Phrase(name) }
        let overlap = place.last == name.first ? 1 : 0
        return Phrase(place + name.dropFirst(overlap))
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
    static func numbered(_ sections: [Section]) -> [Phrase] {
        sections.enumerated().map { index, section in
            Phrase(zh: "\(chineseNumeral(index + 1))、", en: "\(index + 1). ") + section.heading
                + Phrase(zh: "：", en: ": ") + section.text
        }
    }
}
