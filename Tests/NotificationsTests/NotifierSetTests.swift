import Calendars
import Incidents
import Rosters
import Testing
import Wording

@testable import Notifications

@Suite("The channels of a place")
struct NotifierSetTests {
    @Test(
        "fail for good and name the variable when the address is unset or no http address",
        arguments: [
            nil, "", "not an address", "ftp://127.0.0.1/hook", "file:///etc/passwd", "http://", "//127.0.0.1/hook",
        ])
    func needsAnAddress(address: String?) async {
        let notifiers = makeNotifiers([.hook()], address: address)
        let attempt = await notifiers.deliver(makeNotice(over: .hook()), at: nightOfOctober3)
        #expect(attempt == .failedForGood(.notConfigured(variable: "DUTY_HOOK_URL")))
        #expect(notifiers.unconfigured == ["hook": "DUTY_HOOK_URL"])
    }

    @Test("fail for good when a named secret is unset or empty, rather than send unsigned", arguments: [nil, ""])
    func needsTheNamedSecret(secret: String?) async {
        let channel = ChannelDefinition.hook(secret: "DUTY_HOOK_SECRET")
        let notifiers = makeNotifiers([channel, .call], address: "http://127.0.0.1:9/hook", secret: secret)
        let attempt = await notifiers.deliver(makeNotice(over: channel), at: nightOfOctober3)
        #expect(attempt == .failedForGood(.notConfigured(variable: "DUTY_HOOK_SECRET")))
        #expect(notifiers.unconfigured == ["hook": "DUTY_HOOK_SECRET"])
    }

    @Test("a call prints the name and the numbers, the text under it, and is accepted")
    func callPrintsWhomAndWhat() async {
        let printout = Printout()
        let notifiers = makeNotifiers([.call], printout: printout)
        #expect(await notifiers.deliver(makeNotice(text: "第一行\n第二行"), at: nightOfOctober3) == .accepted)
        #expect(await notifiers.deliver(makeNotice(phones: [], language: .en), at: nightOfOctober3) == .accepted)
        #expect(
            printout.lines == [
                "call 李建国 13800000001、0000-5550111\n    第一行\n    第二行",
                "call 李建国 (no number)\n    chlorine leak at Qinghe chemical park",
            ])
    }

    @Test("a terminal prints the text, without anything that could steer it")
    func terminalPrintsTheText() async {
        let printout = Printout()
        let channel = ChannelDefinition(name: "desk", kind: .terminal)
        let text = "氯气\u{1B}[2J泄漏\r\n\u{202E}第二行\u{85}"
        let attempt = await makeNotifiers([channel], printout: printout)
            .deliver(makeNotice(over: channel, text: text), at: nightOfOctober3)
        #expect(attempt == .accepted)
        #expect(printout.lines == ["氯气 [2J泄漏 \n第二行 "])
    }

    @Test("a drill is marked on every channel, once")
    func drillsAreMarked() async {
        let printout = Printout()
        let notifiers = makeNotifiers([.call], printout: printout)
        _ = await notifiers.deliver(makeNotice(text: "泄漏", isDrill: true, phones: ["1"]), at: nightOfOctober3)
        _ = await notifiers.deliver(makeNotice(text: "【演练】泄漏", isDrill: true, phones: ["1"]), at: nightOfOctober3)
        #expect(printout.lines == ["call 李建国 1 【演练】\n    【演练】泄漏", "call 李建国 1 【演练】\n    【演练】泄漏"])
    }
}
