import Incidents
import Rosters

/// Reads plan cards (预案卡): a Markdown page each, with a title, the kind that it is for, and up to three lists.
enum CardReader {
    private enum Section: Hashable {
        case questions
        case actions
        case tellAlso
    }

    private static let sections = WordTable<Section>([
        (.questions, ["ask first", "先问", "首问"]),
        (.actions, ["do first", "先做", "先期处置"]),
        (.tellAlso, ["also tell", "还要告知", "同时告知"]),
    ])
    private static let kindWords = ["for", "适用"]

    /// Two cards for one kind are a diagnostic of the second.
    static func read(_ sources: [SourceFile]) -> ([PlanCard], [Diagnostic]) {
        var cards: [PlanCard] = []
        var diagnostics: [Diagnostic] = []
        for source in sources {
            var log = DiagnosticList(file: source.path)
            if let card = card(source, &log) {
                if cards.contains(where: { $0.kind == card.kind }) {
                    log.add(.duplicate(.card, card.title, firstLine: 1), at: .start)
                } else {
                    cards.append(card)
                }
            }
            diagnostics += log.sorted
        }
        return (cards, diagnostics)
    }

    private static func card(_ source: SourceFile, _ log: inout DiagnosticList) -> PlanCard? {
        guard let text = source.text(&log) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { trimmed($0) }
        guard let title = lines.first, title.hasPrefix("# "), !trimmed(title.dropFirst(2)).isEmpty else {
            log.add(.cardTitle, at: .start)
            return nil
        }
        var kind: IncidentKind?
        var items: [Section: [String]] = [:]
        var section: Section?
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let site = Site(line: index + 1)
            if line.hasPrefix("## ") {
                section = sections.value(String(line.dropFirst(3)))
                if section == nil { log.add(.cardSection(String(line.dropFirst(3))), at: site) }
            } else if let words = kindText(line), section == nil, items.isEmpty {
                kind = ValueWords.incidentKind(words)
                if kind == nil { log.add(.unexpected(found: words, expected: .incidentKind), at: site) }
            } else if line.hasPrefix("- "), let section {
                items[section, default: []].append(trimmed(line.dropFirst(2)))
            } else {
                log.add(.cardLine(line), at: site)
            }
        }
        if kind == nil, log.sorted.isEmpty { log.add(.cardKind, at: .start) }
        if items.isEmpty, log.sorted.isEmpty { log.add(.cardEmpty, at: .start) }
        guard let kind else { return nil }
        return PlanCard(
            kind: kind, title: trimmed(title.dropFirst(2)), questions: items[.questions] ?? [],
            actions: items[.actions] ?? [], tellAlso: items[.tellAlso] ?? [])
    }

    /// What stands after `适用：` or `for:`.
    private static func kindText(_ line: String) -> String? {
        let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, kindWords.contains(trimmed(parts[0]).lowercased()) else { return nil }
        return trimmed(parts[1])
    }
}
