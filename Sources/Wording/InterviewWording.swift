package import Incidents

/// The questions of `report` and `follow-up` at a terminal, in the order in which a caller speaks.
package enum InterviewWording {
    package static let hint = Phrase(
        zh: "逐项提问：未掌握的直接回车；情况紧急，按 Ctrl-D 不再提问，立即登记并告知。",
        en: "Question by question: Enter where unknown; in a hurry, Ctrl-D ends the questions and records at once.")
    package static let what = Phrase(zh: "发生了什么事", en: "What happened")
    package static let happened = ask("什么时候发生的（如 2026-02-17T03:05）", "When did it happen (like 2026-02-17T03:05)")
    package static let place = Phrase(zh: "在什么地方", en: "Where")
    package static let category = ask(
        "类别（自然灾害、事故灾难、公共卫生、社会安全）", "Category (nature, accident, health, security)")
    package static let type = ask("类型（如 危险化学品、暴雨洪涝）", "Type")
    package static let dead = ask("死亡几人", "How many dead")
    package static let missing = ask("失踪（下落不明）几人", "How many missing")
    package static let serious = ask("重伤几人（含急性中毒）", "How many seriously injured (incl. poisoned)")
    package static let slight = ask("轻伤几人", "How many slightly injured")
    package static let loss = ask("直接经济损失多少元", "Direct loss in yuan")
    package static let source = ask("信息来源（如 群众来电、企业报告、舆情）", "Source (a call, the firm, public opinion)")
    package static let callerUnit = ask("报告人单位", "The caller's unit")
    package static let callerName = ask("报告人姓名", "The caller's name")
    package static let callerPost = ask("报告人职务", "The caller's post")
    package static let callerPhone = ask("报告人电话", "The caller's phone")

    package static func question(_ element: ReportElement) -> Phrase {
        switch element {
        case .cause: ask("起因", "What caused it")
        case .course: ask("事情经过", "How it went on")
        case .scene: ask("现场情况", "What it looks like there")
        case .scope: ask("影响范围（人员、道路、供水供电等）", "What and who is affected")
        case .trend: ask("发展趋势", "How it may go on")
        case .measures: ask("已采取哪些措施", "What has been done")
        case .leaders: ask("哪些领导已到现场", "Which leaders are there")
        case .planned: ask("下一步拟采取的措施", "What will be done next")
        case .advice: ask("有什么建议或请求", "What is advised or asked for")
        case .firm: ask("事发单位概况", "What firm or unit is it")
        case .alreadyTold: ask("已经告诉过谁、什么时候", "Who has been told already, and when")
        }
    }

    private static func ask(_ zh: String, _ en: String) -> Phrase {
        Phrase(zh: zh + "（未掌握直接回车）", en: en + " (Enter if unknown)")
    }
}
