import Calendars
import Wording

/// The channel that is a person: it prints whom to dial, and `duty called` records what came of it.
struct CallNotifier: Notifier {
    let print: @Sendable (String) -> Void

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        print(Self.line(for: notice))
        return .accepted
    }

    /// `call 李建国 10000000101、0000-5550110：…`, always one line; the first word is the same in every language.
    static func line(for notice: Notice) -> String {
        let phones = notice.phones
        let line = Phrase(
            zh: "call \(notice.recipientName) \(phones.isEmpty ? "无号码" : phones.joined(separator: "、"))："
                + notice.text,
            en: "call \(notice.recipientName) \(phones.isEmpty ? "(no number)" : phones.joined(separator: ", ")): "
                + notice.text)
        return line.text(in: notice.language).printable(onOneLine: true)
    }
}
