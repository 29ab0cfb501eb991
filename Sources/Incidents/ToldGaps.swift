import Calendars
package import Rosters

/// Which gaps each recipient was told of, and not yet that somebody stands there again.
package struct ToldGaps: Sendable {
    /// In the order in which they heard of a gap first.
    private var recipients: [Recipient] = []
    private var open: [Recipient: [PostGap]] = [:]

    /// `matters` are in the order in which they were raised.
    package init(_ matters: [Matter]) {
        for matter in matters {
            let heard = matter.told.map(\.recipient).uniqued()
            switch matter.subject {
            case .gapsOpened(let news):
                for recipient in heard { add(news.gaps, to: recipient) }
            case .gapsClosed(let news):
                for recipient in heard { remove(news.gaps.filter(\.isFilled), from: recipient) }
            default: continue
            }
        }
    }

    private mutating func add(_ gaps: [PostGap], to recipient: Recipient) {
        if open[recipient] == nil { recipients.append(recipient) }
        open[recipient, default: []] += gaps
    }

    private mutating func remove(_ gaps: [PostGap], from recipient: Recipient) {
        open[recipient] = open[recipient]?.flatMap { known in
            known.interval.subtracting(gaps.filter(known.isSamePost).map(\.interval)).map(known.during)
        }
    }

    /// Whoever heard of gaps that are closed now, with what each heard of; those who heard of the same together.
    package func hearers(of closed: [PostGap]) -> [(recipients: [Recipient], gaps: [PostGap])] {
        var groups: [(recipients: [Recipient], gaps: [PostGap])] = []
        for recipient in recipients {
            let known = open[recipient] ?? []
            let heard = closed.flatMap { gap in
                known.filter(gap.isSamePost).map(\.interval).clipped(to: gap.interval).union().map(gap.during)
            }
            guard !heard.isEmpty else { continue }
            if let same = groups.firstIndex(where: { $0.gaps == heard }) {
                groups[same].recipients.append(recipient)
            } else {
                groups.append((recipients: [recipient], gaps: heard))
            }
        }
        return groups
    }
}
