/// What happened in the daily work of duty rooms: an entry of the ledger, by ids.
package enum WatchEntry: Hashable, Sendable, Codable {
    case handoverBegun(HandoverBeginning)
    case handoverSigned(HandoverSignature)
    case itemOpened(OpenItem)
    case itemClosed(ItemClosing)
    case logged(LogEntry)
    case rollCallStarted(RollCall)
    case rollCallTried(RollCallTry)
    case nilReported(NilReport)
    case checkedOff(CheckOff)
    case contactTested(ContactTest)

    /// The word by which the ledger's rows are told apart.
    package var kind: String {
        switch self {
        case .handoverBegun: "handover-begun"
        case .handoverSigned: "handover-signed"
        case .itemOpened: "item-opened"
        case .itemClosed: "item-closed"
        case .logged: "logged"
        case .rollCallStarted: "roll-call-started"
        case .rollCallTried: "roll-call-tried"
        case .nilReported: "nil-reported"
        case .checkedOff: "checked-off"
        case .contactTested: "contact-tested"
        }
    }
}

/// What of the daily work falls due by the clock.
package enum WatchKind: String, Hashable, Sendable, Codable, CaseIterable {
    case handover
    case nilReport = "nil-report"
    case rollCall = "roll-call"
}
