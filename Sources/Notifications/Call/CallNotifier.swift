package import Calendars
import Wording

/// The channel that is a person: it prints whom to dial, and `duty called` records what came of it.
struct CallNotifier: Notifier {
    let print: @Sendable (String) -> Void

    func deliver(_ notice: Notice, at now: Instant) async -> DeliveryAttempt {
        print(Self.line(for: notice))
        return .accepted
    }

    /// `呼叫 李建国 13800000000、0000-5550110：…`, always one line.
    static func line(for notice: Notice) -> String {
        let phones = notice.phones
        let line = Phrase(
            zh: "呼叫 \(notice.recipientName) \(phones.isEmpty ? "无号码" : phones.joined(separator: "、"))："
                + notice.text,
            en: "call \(notice.recipientName) \(phones.isEmpty ? "(no number)" : phones.joined(separator: ", ")): "
                + notice.text)
        return line.text(in: notice.language).printable(onOneLine: true)
    }
}
