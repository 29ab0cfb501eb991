import Calendars
import Incidents
import Rosters
import Testing
import Wording

@Suite("The text of 首报, 续报 and 终报")
struct ReportTextTests {
    @Test("A night's three reports, word for word, in both languages")
    func wholeTexts() throws {
        let report = try LeakNight.whole().report()
        let followUp = try #require(report.followUp(1))
        #expect(report.first == Phrase(zh: ReportsInChinese.first, en: ReportsInEnglish.first))
        #expect(followUp == Phrase(zh: ReportsInChinese.followUp, en: ReportsInEnglish.followUp))
        #expect(report.final == Phrase(zh: ReportsInChinese.final, en: ReportsInEnglish.final))
    }

    @Test("Full unit names put the place before sender and receiver, and its 县 stands once")
    func fullNames() throws {
        let full = try LeakNight.whole().report(.full).first.zh
        #expect(full.contains("清河县应急管理局关于清河化工园区氯气泄漏事故的情况报告（首报）"))
        #expect(full.contains("报送单位：清河县应急管理局\n主送：清河县政府总值班室\n"))
        #expect(full.contains("，清河县应急管理局接群众来电："))
        let replaced = full.replacing("清河县应急管理局", with: "应急管理局")
            .replacing("清河县政府总值班室", with: "县政府总值班室")
        #expect(replaced == ReportsInChinese.first)
    }

    @Test("The first report says what was known when it came in, whatever is known now")
    func firstStaysAsItWas() throws {
        var night = LeakNight()
        let before = night.report().first
        try night.happen(.followedUp(LeakNight.rising), at: "04:30")
        #expect(night.report().first == before)
    }

    @Test("A follow-up tells only what changed: an element reported again in the same words is not repeated")
    func onlyChanges() throws {
        var night = LeakNight()
        try night.happen(.followedUp(LeakNight.rising), at: "04:30")
        try night.happen(.followedUp(LeakNight.last), at: "09:00")
        let first = try #require(night.report().followUp(1)).zh
        #expect(first.contains("死亡由未掌握变为3人") && !first.contains("现场情况") && !first.contains("轻伤"))
        let second = try #require(night.report().followUp(2)).zh
        #expect(second.contains("下落不明由1人变为0人") && second.contains("起因：阀门老化破裂"))
        #expect(!second.contains("死亡") && !second.contains("级别由") && !second.contains("领导到位"))
    }

    @Test("A follow-up in which nothing changed says so")
    func nothingChanged() throws {
        var night = LeakNight()
        let draft = FollowUpDraft(
            update: FactsUpdate(elements: [.measures: "企业已停产"]), by: "p2", receivedAt: LeakNight.at("05:00"))
        try night.happen(.followedUp(draft), at: "05:00")
        #expect(try #require(night.report().followUp()).zh.contains("情况无变化"))
    }

    @Test(
        "The latest follow-up is the one that is asked for, its writer signs it, and where there is none there is no text"
    )
    func latest() throws {
        var night = LeakNight()
        #expect(night.report().followUp() == nil)
        let draft = FollowUpDraft(
            update: FactsUpdate(elements: [.trend: "趋于稳定"]), by: "p3", receivedAt: LeakNight.at("05:00"))
        try night.happen(.followedUp(LeakNight.rising), at: "04:30")
        try night.happen(.followedUp(draft), at: "05:01")
        let text = try #require(night.report().followUp()).zh
        #expect(text.contains("（续报二）") && text.contains("拟稿：孙丽") && night.report().followUp(3) == nil)
    }

    @Test("Every element that nobody knows is said to be 未掌握", arguments: ReportElement.allCases)
    func unknownElements(_ element: ReportElement) {
        guard element != .alreadyTold else { return }  // the caller's own affair, not sent upward
        var facts = LeakNight.facts
        facts.elements = Dictionary(uniqueKeysWithValues: ReportElement.allCases.map { ($0, "已知") })
        facts.elements[element] = nil
        (facts.casualties, facts.source) = (
            Casualties(dead: 0, missing: 0, serious: 0, slight: 0, lossYuan: 0), "来电"
        )
        let text = LeakNight(facts).report().first.zh
        let label = element == .firm ? "事发单位概况" : element.phrase.zh
        #expect(text.contains("\(label)：未掌握") && text.components(of: "未掌握") == 1)
    }

    @Test("Losses, time, kind, source: unknown is said, and nought is not unknown")
    func unknownFacts() {
        var facts = LeakNight.facts
        (facts.happenedAt, facts.category, facts.type, facts.source) = (nil, nil, nil, nil)
        facts.casualties = Casualties(dead: 0)
        let text = LeakNight(facts).report().first.zh
        for part in [
            "死亡0人", "下落不明人数未掌握", "重伤（含急性工业中毒）人数未掌握", "轻伤人数未掌握", "损失未掌握", "事发时间未掌握", "性质未掌握；级别：未定级", "接报时间：未掌握；",
        ] { #expect(text.contains(part)) }
    }

    @Test("A final text before the final report is a draft, names what was not reported and who still has a task")
    func draft() throws {
        var night = LeakNight()
        try night.happen(.taskGiven(LeakNight.order), at: "05:30")
        let text = night.report().final.zh
        #expect(text.contains("（终报稿，尚未登记终报）") && text.contains("待签收，仍在处置"))
        #expect(text.contains("电话报县政府总值班室：计时中，尚未报告") && text.contains("办理中"))
        #expect(try LeakNight.whole().report().final.zh.contains("（终报）"))
    }

    @Test("A drill's text says so on its first line, a real one nowhere")
    func drill() throws {
        let night = try LeakNight.whole()
        let drill = night.report(isDrill: true)
        for text in [drill.first, try #require(drill.followUp()), drill.final] {
            #expect(text.zh.hasPrefix("【演练】") && text.en.hasPrefix("[DRILL]"))
        }
        #expect(!night.report().final.zh.contains("演练"))
    }

    @Test("Whoever called is never named in a text that goes upward, nor is anybody accused")
    func personal() throws {
        var night = try LeakNight.whole()
        night.call(Caller(name: "赵来电", unit: "某某化工", post: "班长", phone: "10000000009"))
        let report = night.report()
        for text in [report.first, try #require(report.followUp()), report.final] {
            #expect(!text.zh.contains("赵来电") && !text.zh.contains("10000000009") && !text.zh.contains("某某化工"))
            #expect(!text.zh.contains("谎报") && !text.zh.contains("瞒报") && !text.zh.contains("迟报"))
        }
    }
}

extension String {
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
