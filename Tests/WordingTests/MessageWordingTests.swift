import Calendars
import Incidents
import Rosters
import Testing
import Wording

@Suite("What people on duty are told")
struct MessageWordingTests {
    private func text(_ message: Message, in night: LeakNight, isDrill: Bool = false) -> String {
        MessageWording(
            message: message, incident: night.incident, others: [.person("p1"), .person("p4")], names: LeakNight.names,
            zone: .shanghai, isDrill: isDrill, database: " --db drill.db"
        ).text.zh
    }

    @Test("A step's message: what, where, when, kind, losses, why you, who else, and the command that answers it")
    func step() throws {
        var night = LeakNight()
        try night.happen(.due, at: "03:12")
        #expect(
            text(try #require(night.messages.first), in: night, isDrill: true) == """
                【演练】事件 2026-0007：氯气泄漏事故
                地点：清河化工园区
                事发：2026-02-17 03:05，接报：2026-02-17 03:12
                类别：事故灾难 / 危险化学品，级别：一般（至少；国务院令第493号，死亡、重伤、直接经济损失未掌握）
                伤亡和损失：死亡 未掌握，下落不明 未掌握，重伤 未掌握，轻伤 未掌握，直接经济损失 未掌握
                告知理由：当班的带班领导（应急管理局 带班领导）
                同时告知：周明
                请于 2026-02-17 03:22 前签收，可回电 0000-5550110，或由值班员登记：duty ack 2026-0007 --by p1 --db drill.db
                """)
    }

    @Test("After a follow-up the message says which one, and with a plan card it brings the card")
    func followUpAndCard() throws {
        var policy = LeakNight.policy
        policy.cards = [
            PlanCard(
                kind: IncidentKind(category: .accident, type: "危险化学品"), title: "危化品泄漏", questions: ["何种物质"],
                actions: ["通知疏散"], tellAlso: ["消防救援大队"])
        ]
        var night = LeakNight(policy: policy)
        try night.happen(.followedUp(LeakNight.rising), at: "03:20")
        try night.happen(.due, at: "03:20")
        let text = text(try #require(night.messages.last { $0.notice == nil }), in: night)
        #expect(text.hasPrefix("事件 2026-0007：氯气泄漏事故（续报一后）\n"))
        #expect(text.contains("预案卡：危化品泄漏\n  先问：何种物质\n  先做：通知疏散\n  还要告知：消防救援大队\n"))
    }

    @Test("Limit notices say how the limit stands and the command that records the report")
    func clockNotice() throws {
        var night = LeakNight()
        try night.happen(.due, at: "03:12")
        try night.happen(.acknowledged(by: "p1"), at: "03:13")
        try night.happen(.due, at: "03:32")
        let warning = try #require(night.messages.first { $0.notice == .clockWarning(1) })
        let text = text(warning, in: night)
        #expect(text.hasPrefix("报告时限提醒：事件 2026-0007 氯气泄漏事故，清河化工园区\n02-17 03:42 前报上级（电话，"))
        #expect(text.hasSuffix("报告后登记：duty reported 2026-0007 --to superior --over phone --by 人员 --db drill.db"))
    }

    @Test("A task's notice names measure and limit, and the command that records it as done")
    func taskNotice() throws {
        var night = LeakNight()
        try night.happen(.taskGiven(LeakNight.order), at: "05:30")
        let given = try #require(night.messages.first { $0.notice == .taskGiven(1) })
        let text = text(given, in: night)
        #expect(text.contains("交办 孙丽：封存泄漏罐区，时限 02-17 08:00；临时措施：专人看守"))
        #expect(text.hasSuffix("duty task done 2026-0007 1 --by p3 --result 办理结果 --db drill.db"))
    }

    @Test("A warning's message has its time, area, measures and issuer instead of losses")
    func warning() throws {
        var facts = LeakNight.facts
        facts.warning = WarningNotice(
            kind: "暴雨", level: .orange, from: LeakNight.at("06:00"), until: nil, area: "全县", measures: "转移低洼处人员",
            issuer: "县气象台", issuedAt: LeakNight.at("03:00"))
        var night = LeakNight(facts)
        for _ in 1...3 { try night.happen(.due, at: "03:12") }
        let message = try #require(night.messages.first { $0.notice == nil })
        let text = text(message, in: night)
        #expect(text.contains("起止：2026-02-17 06:00 至 解除"))
        #expect(text.contains("可能影响范围：全县\n应采取措施：转移低洼处人员\n发布单位：县气象台"))
        #expect(!text.contains("伤亡和损失"))
    }
}
