import Calendars
import Foundation
import Incidents
import Rosters
import Synchronization
import Wording

@testable import Notifications

/// 2026-10-03 02:15 in Shanghai.
let nightOfOctober3 = Instant(seconds: 1_790_964_900)

extension ChannelDefinition {
    static func hook(secret: String? = nil, timeout: Duration = .seconds(60)) -> ChannelDefinition {
        ChannelDefinition(
            name: "hook", kind: .webhook(urlVariable: "DUTY_HOOK_URL", secretVariable: secret, timeout: timeout))
    }
}

/// A notice to 李建国 about a leak, as an engine would hand it over.
func makeNotice(
    over channel: ChannelDefinition = .call, id: String? = nil, text: String = "清河化工园氯气泄漏", isDrill: Bool = false,
    phones: [String] = ["13800000001", "0000-5550111"], language: Language = .zh, about subject: NoticeSubject? = nil
) -> Notice {
    let incident = IncidentNumber(year: 2026, sequence: 7)
    let message = Message(
        id: MessageID(text: id ?? "2026-0007/1/1/p001/\(channel.name)"), owner: .incident(incident), round: 1, step: 1,
        recipient: .person("p001"), unit: "emergency-office", post: "leader", target: .tier(.leader),
        channel: channel, createdAt: nightOfOctober3, answerBy: nightOfOctober3 + .minutes(5), state: .sending,
        attempts: 0, nextTryAt: nil, notice: subject)
    let facts = IncidentFacts(
        what: "氯气泄漏", place: "清河化工园", unit: "emergency-office", category: .accident, type: "危险化学品",
        happenedAt: nil, receivedAt: nightOfOctober3, recordedAt: nightOfOctober3,
        casualties: Casualties(dead: 0, serious: 3))
    let grading = Grading(
        computed: ComputedGrade(category: facts.category, type: facts.type, casualties: facts.casualties), chosen: nil)
    let payload = NoticePayload(
        message: message, recipientName: "李建国", facts: facts, grading: grading,
        texts: Phrase(zh: text, en: "chlorine leak at Qinghe chemical park"), isDrill: isDrill, zone: .shanghai)
    return Notice(message: message, recipientName: "李建国", phones: phones, language: language, payload: payload)
}

/// Everything printed through its closure.
final class Printout: Sendable {
    private let printed = Mutex<[String]>([])

    var lines: [String] { printed.withLock { $0 } }

    func print(_ line: String) { printed.withLock { $0.append(line) } }
}

/// A set with one variable for the address, and whatever else the environment holds.
func makeNotifiers(
    _ channels: [ChannelDefinition] = [], address: String? = nil, secret: String? = nil, printout: Printout = Printout()
) -> NotifierSet {
    var environment: [String: String] = [:]
    environment["DUTY_HOOK_URL"] = address
    environment["DUTY_HOOK_SECRET"] = secret
    return NotifierSet(channels, environment: environment) { printout.print($0) }
}
