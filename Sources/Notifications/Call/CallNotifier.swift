import Calendars
import Incidents
import Wording

/// The channel that is a person: it prints whom to dial, and `duty called` records what came of it.
struct CallNotifier: Notifier {
    let print: @Sendable (String) throws -> Void

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        do { try print(Self.text(for: notice)) } catch { return .failedForNow(.notPrinted, retryAfter: nil) }
        return .accepted
    }

    /// `call 李建国 10000000101、0000-5550110 【演练】`, and under it, indented, what to say.
    static func text(for notice: Notice) -> String {
        let phones = notice.phones
        let drill = notice.isDrill ? Phrase(zh: " 【演练】", en: " [DRILL]") : Phrase(zh: "", en: "")
        let head = Phrase(
            zh: "call \(notice.recipientName) \(phones.isEmpty ? "（无号码）" : phones.joined(separator: "、"))\(drill.zh)",
            en:
                "call \(notice.recipientName) \(phones.isEmpty ? "(no number)" : phones.joined(separator: ", "))\(drill.en)"
        )
        let lines = notice.text.printable(onOneLine: false).split(separator: "\n").map { "    " + $0 }
        return ([head.text(in: notice.language).printable(onOneLine: true)] + lines).joined(separator: "\n")
    }
}
