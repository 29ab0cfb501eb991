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
        var files: [IncidentKind: String] = [:]
        var diagnostics: [Diagnostic] = []
        for source in sources {
            var log = DiagnosticList(file: source.path)
            if let page = page(source, &log), let card = page.card(&log) {
                if let first = files[card.kind] {
                    log.add(.cardTwice(card.title, first: first), at: page.kindSite)
                } else {
                    files[card.kind] = source.path
                    cards.append(card)
                }
            }
            diagnostics += log.sorted
        }
        return (cards, diagnostics)
    }

    /// What was found on a page so far.
    private struct Page {
        let title: String
        var kind: IncidentKind?
        /// Where the line with the kind stands, whether or not it could be read.
        var kindSite = Site.start
        var hasKind = false
        var section: Section?
        var hasSections = false
        var items: [Section: [String]] = [:]

        /// Nil, and a diagnostic, where the page is for no kind or says nothing.
        func card(_ log: inout DiagnosticList) -> PlanCard? {
            if !hasKind { log.add(.cardKind, at: .start) }
            if items.isEmpty { log.add(.cardEmpty, at: .start) }
            guard let kind, !items.isEmpty else { return nil }
            return PlanCard(
                kind: kind, title: title, questions: items[.questions] ?? [], actions: items[.actions] ?? [],
                tellAlso: items[.tellAlso] ?? [])
        }
    }

    private static func page(_ source: SourceFile, _ log: inout DiagnosticList) -> Page? {
        guard let text = source.text(&log) else { return nil }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd).map { trimmed($0) }
        guard let first = lines.first, first.hasPrefix("# ") else {
            log.add(.cardTitle, at: .start)
            return nil
        }
        var page = Page(title: trimmed(first.dropFirst(2)))
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            read(line, at: Site(line: index + 1), into: &page, &log)
        }
        return page
    }

    private static func read(_ line: String, at site: Site, into page: inout Page, _ log: inout DiagnosticList) {
        if line.hasPrefix("## ") {
            page.hasSections = true
            let name = trimmed(line.dropFirst(3))
            page.section = sections.value(name)
            if page.section == nil { log.add(.cardSection(name), at: site) }
        } else if let words = kindText(line), !page.hasSections {
            readKind(words, at: site, into: &page, &log)
        } else if line.hasPrefix("- "), let section = page.section {
            page.items[section, default: []].append(trimmed(line.dropFirst(2)))
        } else if !line.hasPrefix("- ") || !page.hasSections {
            // The items of an unknown section are no second mistake.
            log.add(.cardLine(line), at: site)
        }
    }

    private static func readKind(
        _ words: String, at site: Site, into page: inout Page, _ log: inout DiagnosticList
    ) {
        if page.hasKind {
            log.add(.duplicateKey("适用", firstLine: page.kindSite.line), at: site)
            return
        }
        page.hasKind = true
        page.kindSite = site
        page.kind = ValueWords.incidentKind(words)
        if page.kind == nil { log.add(.unexpected(found: words, expected: .incidentKind), at: site) }
    }

    /// What stands after `适用：` or `for:`.
    private static func kindText(_ line: String) -> String? {
        let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        guard parts.count == 2, kindWords.contains(trimmed(parts[0]).lowercased()) else { return nil }
        return trimmed(parts[1])
    }
}
