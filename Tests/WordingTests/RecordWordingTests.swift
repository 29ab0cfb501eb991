import Calendars
import Incidents
import Rosters
import Testing
import Wording

@Suite("The ledger in words")
struct RecordWordingTests {
    private let wording = RecordWording(names: LeakNight.names)

    @Test("Every kind of entry has a text in both languages")
    func everyKind() {
        for record in Record.samples {
            let text = wording.text(record)
            #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(record)")
            #expect(text.en.contains { $0.isASCII && $0.isLetter }, "\(record)")
            #expect(!text.zh.contains("谎报") && !text.zh.contains("瞒报"))
        }
        #expect(Set(Record.samples.map(\.kind)) == Set(1...Record.kinds), "a sample of each kind")
    }

    @Test("People and units stand there by name, not by id")
    func names() {
        for record in Record.samples {
            let text = wording.text(record)
            for id in ["p1", "p2", "p3", "office"] {
                let words = text.en.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }
                #expect(!words.contains { $0 == id }, "\(id) in: \(text.en)")
            }
        }
    }

    @Test("A raised grade says from what to what, and that earlier acknowledgements no longer stand")
    func raised() throws {
        let night = try LeakNight.whole()
        let rerouted = night.entries.first { if case .rerouted = $0.record { true } else { false } }
        #expect(
            wording.text(try #require(rerouted).record).zh == "级别由一般升为较大：原签收不再有效，按“default”升级方案重新告知")
    }

    @Test("Who declined, why, and what came of it")
    func declined() {
        let text = wording.text(.declined(by: "p1", reason: "在外地出差", wasTold: true, hurries: true))
        #expect(text.zh == "李建国（应急管理局 副局长）不能承办：在外地出差；立即转下一步")
        let idle = wording.text(.declined(by: "p1", reason: "在外地出差", wasTold: false, hurries: false))
        #expect(idle.zh == "李建国（应急管理局 副局长）不能承办：在外地出差（不在告知名单内）；已登记")
    }

    @Test("A report upward says to whom, how, who confirmed it and which limits it stopped")
    func reportedUp() {
        let report = UpwardReport(
            to: "county", over: .written, at: LeakNight.at("05:24"), by: "p2", confirmedBy: "王芳")
        #expect(
            wording.text(.reportedUp(report, clocks: [2])).zh
                == "张卫东于 02-17 05:24 向县政府总值班室书面报告，王芳电话确认收到；停止时限 2")
        #expect(wording.text(.reportedUp(report, clocks: [])).zh.hasSuffix("；没有相应的时限"))
    }

    @Test("A limit's state: running, unknown start, in time, passed, late by so many minutes")
    func clocks() {
        let wording = ClockWording(zone: .shanghai, names: LeakNight.names)
        var clock = LeakNight().incident.clocks[0]
        #expect(wording.state(clock).zh == "计时中，尚未报告")
        clock.overrunAt = LeakNight.at("03:42")
        #expect(wording.state(clock).zh == "超时限，尚未报告")
        clock.report = UpwardReport(to: "superior", over: .phone, at: LeakNight.at("03:41"), by: "p2")
        #expect(wording.state(clock).zh == "已于 02-17 03:41 电话报告，时限内")
        clock.report = UpwardReport(to: "superior", over: .phone, at: LeakNight.at("03:54"), by: "p2")
        #expect(
            wording.state(clock)
                == Phrase(
                    zh: "已于 02-17 03:54 电话报告，超时限 12 分钟", en: "reported 02-17 03:54 by phone, late by 12 min"))
        let unknown = LeakNight.unknownStart
        #expect(wording.state(unknown).zh == "起算时间未掌握，尚未报告")
    }

    @Test("An incident's own page shows every element, 未掌握 where nobody knows it")
    func page() {
        let lines = IncidentWording(
            incident: LeakNight().incident, zone: .shanghai, names: LeakNight.names
        ).lines.map(\.zh)
        for element in ReportElement.allCases where LeakNight.facts.elements[element] == nil {
            #expect(lines.contains("\(element.phrase.zh)：未掌握"))
        }
        #expect(lines.contains("现场情况：现场有刺激性气味"))
        #expect(lines.contains("伤亡和损失：死亡 未掌握，下落不明 未掌握，重伤 未掌握，轻伤 未掌握，直接经济损失 未掌握"))
    }
}
