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

    @Test("A limit that has passed says for how long, as of the signature where the sheet is signed")
    func passed() {
        let wording = HandoverWording(names: names)
        let lines = wording.sheet(Handover(change: change), WatchEntry.sheet, at: change.at + .minutes(535))
        #expect(lines.map(\.zh).contains("  2026-0007  报告时限已过，尚未报告：报上级，时限 02-17 09:00，已超时限 8 小时 25 分钟"))
        #expect(
            lines.map(\.en).contains(
                "  2026-0007  LIMIT PASSED, not reported: report to the level above, due 02-17 09:00, "
                    + "overdue by 8 h 25 min"))
        let done = Handover(change: change, signatures: [WatchEntry.outgoing, WatchEntry.incoming])
        let signed = wording.sheet(done, WatchEntry.sheet, at: change.at + .minutes(535)).map(\.zh)
        #expect(signed.contains("  2026-0007  报告时限在计时：报上级，时限 02-17 09:00"))
    }

    @Test("What was missing before is marked on the list, with the sheet that noted it")
    func missing() {
        let missing = MissingThing(thing: "值班手机", post: "officer", since: change.at, by: "p2")
        let sheet = HandoverSheet(work: [], items: [], things: ["值班室钥匙", "值班手机"], missing: [missing])
        let lines = HandoverWording(names: names).sheet(Handover(change: change), sheet, at: change.at)
        #expect(lines.map(\.zh).contains("  值班室钥匙"))
        #expect(lines.map(\.zh).contains("  值班手机（缺：见值班员 02-17 08:30 交接班单，张卫东签）"))
        #expect(
            lines.map(\.en).contains("  值班手机 (missing since the sheet of 值班员 02-17 08:30, signed by 张卫东)"))
    }

    @Test("An entry that corrects one and was corrected by another says both")
    func correctedTwice() {
        let log = DutyLog([
            WatchEntry.entry(1), WatchEntry.entry(2, corrects: 1), WatchEntry.entry(5, corrects: 2),
        ])
        let wording = DutyLogWording(names: names)
        let cells = log.entries.map { wording.cells($0, in: log)[2] }
        #expect(cells.map(\.zh) == ["水位 2.3 米（已更正，见 2）", "水位 2.3 米（更正 1）（已更正，见 5）", "水位 2.3 米（更正 2）"])
        #expect(cells[1].en == "水位 2.3 米 (corrects 1) (corrected by 5)")
    }

    @Test("How late a nil report was is said in hours; a number that never worked was never reached")
    func durations() {
        let at = WatchEntry.report.due
        let late = NilReport(unit: "office", due: at, by: "p3", at: at + .minutes(1470))
        let text = NilReportWording(names: names).report(late)
        #expect(text.zh.contains("晚 24 小时 30 分钟") && text.en.contains("24 h 30 min after its time"))
        func line(_ outcome: CallOutcome?) -> Phrase {
            let person = UntestedPerson(person: "p3", testedOn: nil, lastOutcome: outcome)
            return ReadinessWording(names: names).text(.wayUntested(person, days: 180))
        }
        #expect(line(.wrongNumber).zh == "孙丽 的联系方式未在 180 天内核验（从未接通，最近一次号码有误）")
        #expect(line(.wrongNumber).en.contains("(never reached; last try: "))
        #expect(line(nil).zh == "孙丽 的联系方式未在 180 天内核验（从未核验）")
    }

    @Test("What people are told says what to do, marked in a drill")
    func told() {
        func text(_ subject: MatterSubject, isDrill: Bool = false) -> Phrase {
            MatterWording(subject: subject, names: names, zone: .shanghai, isDrill: isDrill).text
        }
        let subjects = WatchEntry.subjects
        #expect(
            text(subjects[0], isDrill: true).zh
                == "【演练】应急管理局 换班已过 15 分钟，交接班尚未双方签完，交班人不得离岗：\n值班员 02-17 08:30，待交班人签字：张卫东")
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
