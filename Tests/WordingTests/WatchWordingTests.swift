import Calendars
import Incidents
import Rosters
import Testing
import Watchkeeping
import Wording

@Suite("The daily work in words")
struct WatchWordingTests {
    private let names = LeakNight.names
    private let change = WatchEntry.change

    @Test("Every kind of entry has a sample")
    func kinds() {
        #expect(
            Set(WatchEntry.samples.map(\.kind)) == [
                "handover-begun", "handover-signed", "item-opened", "item-closed", "logged", "roll-call-started",
                "roll-call-tried", "nil-reported", "checked-off", "contact-tested",
            ])
    }

    @Test("Entries of the ledger, in both languages")
    func entries() {
        let wording = WatchRecordWording(names: names)
        #expect(
            wording.text(.handoverSigned(WatchEntry.incoming))
                == Phrase(
                    zh: "交接班签字：应急管理局 值班员 02-17 08:30，接班人 孙丽 02-17 08:50（换班后 20 分钟）",
                    en: "handover signed: 应急管理局 值班员 02-17 08:30, incoming 孙丽 02-17 08:50 (20 min after the change)"))
        #expect(
            wording.text(.nilReported(WatchEntry.report))
                == Phrase(
                    zh: "应急管理局 02-17 08:30 前的零报告：平安无事（孙丽 02-17 08:40 报，晚 10 分钟）",
                    en: "nil report of 应急管理局 due 02-17 08:30: nothing happened (孙丽, 02-17 08:40, 10 min after its time)"
                ))
        #expect(
            wording.text(.rollCallTried(WatchEntry.attempt(.landline, .answered, .other("门卫")))).zh
                == "查岗 4：应急管理局 值班员，座机：接通，门卫接听（非当班）")
    }

    @Test("The sheet that both sides sign says all that is under way, and who must stay")
    func sheet() {
        let handover = Handover(change: change, signatures: [WatchEntry.outgoing])
        let lines = HandoverWording(names: names).sheet(
            handover, WatchEntry.sheet, at: change.at + .minutes(5))
        #expect(
            lines.map(\.zh) == [
                "交接班单  应急管理局 值班员 02-17 08:30", "交班人：张卫东", "接班人：孙丽", "在办事项：", "  2026-0007  事件未办结：液氨泄漏",
                "  2026-0007  报告时限在计时：报上级，时限 02-17 09:00", "  2026-0007  任务未销号：封存现场，责任人 周明，时限 02-17 10:00",
                "未办结事项：", "  #3  水位每小时一报（张卫东 02-17 08:30 记）", "钥匙、装备清点：", "  值班室钥匙", "",
                "交班人签字：张卫东 02-17 08:30；缺：值班手机；记录齐全", "接班人签字：________", "交接未完成，张卫东 不得离岗。",
            ])
        #expect(lines.map(\.en).last == "Not handed over: 张卫东 must stay at the post.")
        let done = Handover(change: change, signatures: [WatchEntry.outgoing, WatchEntry.incoming])
        let later = HandoverWording(names: names).sheet(
            done, HandoverSheet(work: [], items: [], things: []), at: change.at + .minutes(300))
        #expect(later.map(\.zh).contains("  #3  水位每小时一报（张卫东 02-17 08:30 记）"), "what was signed, not what is now")
    }

    @Test("What people are told says what to do, marked in a drill")
    func told() {
        func text(_ subject: MatterSubject, isDrill: Bool = false) -> Phrase {
            MatterWording(subject: subject, names: names, zone: .shanghai, isDrill: isDrill).text
        }
        let subjects = WatchEntry.subjects
        #expect(
            text(subjects[0], isDrill: true).zh
                == "【演练】应急管理局 换班已过 15 分钟，交接班尚未签字，交班人不得离岗：\n值班员 02-17 08:30，待交班人签字：张卫东")
        #expect(
            text(subjects[1]).zh
                == "查岗发现异常：应急管理局 值班员（应在岗：张卫东、孙丽），手机接通后 5 分钟内未用座机回拨\n第 4 次查岗，查岗人 李建国。请立即核实在岗情况。")
        #expect(text(subjects[2]).en.contains("duty nil-report --unit office --by PERSON --nothing"))
    }

    static let at = LeakNight.at("08:30")
    static let conflicts: [WatchConflict] = [
        .noChangeOver(unit: "office", post: "officer"), .notNamed("p4", .incoming, WatchEntry.change),
        .tooEarly(WatchEntry.change, from: at), .alreadyBegun(WatchEntry.change, by: "p2", at: at),
        .alreadySigned(WatchEntry.change, .outgoing, by: "p2", at: at), .outgoingFirst(WatchEntry.change),
        .unknownItem(9), .itemClosed(ItemClosing(item: 3, by: "p3", at: at, result: "x")), .notYetHappened(at),
        .unknownEntry(9), .alreadyCorrected(1, by: WatchEntry.entry(2, corrects: 1)), .nobodyOnDuty,
        .unknownRollCall(9),
        .notOnRollCall(4, unit: "office", post: "leader"), .wayTried(WatchEntry.attempt(.landline, .busy)),
        .wayTooSoon(.mobile, needs: .landline), .resultKnown(WatchEntry.post, .present("p2")),
        .nothingDue(unit: "office"), .nothingDue(unit: "office", at: WatchEntry.at),
        .unknownThing("无人机", listed: ["卫星电话"]), .noLandline(WatchEntry.post), .alreadyReported(WatchEntry.report),
        .alreadyReady(CheckOff(period: "春节", unit: "office", item: .equipment("车"), by: "p2", at: at)),
    ]

    @Test("Every refusal says why in both languages, by names", arguments: conflicts)
    func refusals(conflict: WatchConflict) {
        let phrase = conflict.phrase(names)
        #expect(phrase.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        #expect(phrase.en.contains { $0.isASCII && $0.isLetter })
        let words = phrase.en.split { !$0.isLetter && !$0.isNumber }
        #expect(!words.contains { ["p1", "p2", "p3", "p4", "office"].contains($0) }, "\(phrase.en)")
    }
}
