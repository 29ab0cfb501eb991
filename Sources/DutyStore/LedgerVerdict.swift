/// What reading the whole ledger showed.
package enum LedgerVerdict: Hashable, Sendable {
    case intact(count: Int)
    /// The first entry that is wrong.
    case broken(sequence: Int, LedgerBreak)
    /// The chain holds, but it is another one than the checkpoint saw: everything from some entry on was rewritten.
    case checkpointMismatch(sequence: Int, expected: String, found: String)
    /// The chain holds, but it is shorter than the checkpoint saw.
    case truncated(expected: Int, found: Int)
}

/// How an entry of the ledger is wrong.
package enum LedgerBreak: String, Hashable, Sendable, CaseIterable {
    /// The content is not what was hashed.
    case hashMismatch = "hash-mismatch"
    case missingEntry = "missing-entry"
    /// It follows another entry than the one before it.
    case wrongPredecessor = "wrong-predecessor"
    case unreadable
}

/// Walks the chain entry by entry; the first fault ends it.
struct LedgerWalk {
    private(set) var count = 0
    private(set) var hash = Ledger.genesis
    private(set) var fault: LedgerVerdict?
    private var hashAtCheckpoint: String?
    private let checkpoint: Checkpoint?

    init(against checkpoint: Checkpoint?) {
        self.checkpoint = checkpoint
        if checkpoint?.count == 0 { hashAtCheckpoint = Ledger.genesis }
    }

    mutating func read(_ row: LedgerRow) {
        guard fault == nil else { return }
        let expected = count + 1
        if let wrong = wrong(row, expected: expected) {
            fault = .broken(sequence: wrong == .missingEntry ? expected : row.seq, wrong)
            return
        }
        count = expected
        hash = row.hash
        if checkpoint?.count == count { hashAtCheckpoint = hash }
    }

    var verdict: LedgerVerdict {
        if let fault { return fault }
        guard let checkpoint else { return .intact(count: count) }
        guard let found = hashAtCheckpoint else { return .truncated(expected: checkpoint.count, found: count) }
        guard found == checkpoint.hash else {
            return .checkpointMismatch(sequence: checkpoint.count, expected: checkpoint.hash, found: found)
        }
        return .intact(count: count)
    }

    private func wrong(_ row: LedgerRow, expected: Int) -> LedgerBreak? {
        if row.seq != expected { return .missingEntry }
        if row.prevHash != hash { return .wrongPredecessor }
        if row.hash != row.expectedHash { return .hashMismatch }
        return row.entry == nil ? .unreadable : nil
    }
}
