/// Something that did not hold: errors found, a conflict, a broken ledger.
package enum Refusal: Trouble, Hashable {
    /// `allowed` are the people of the period's `accept_by`.
    case publishRefused(errors: Int, allowed: [String])
    case mayNotAccept(String, allowed: [String])
    case conflict(incident: String, cause: Phrase, verb: Phrase)
    /// There is no follow-up report of that number.
    case noFollowUp(String)
    case nobodyOnDuty
    case ledgerBroken(Phrase)
    case drillExists(String)
    case clockBackwards(now: String, asked: String)
    case changedMeanwhile
    /// Nil: the version that was to be replaced does not exist.
    case replacedMeanwhile(version: Int?, at: String)
    case change(Phrase)
    /// A change that the rules forbid; the findings stand above.
    case changeRefused(findings: Int)
    /// A record of the daily work that what stands does not allow.
    case notRecorded(Phrase)

    package var exitCode: Int32 { 1 }

    package var phrase: Phrase {
        switch self {
        case .publishRefused(let errors, let allowed):
            Phrase(
                zh: "不予发布：尚有 \(errors) 个错误。请整改后再发布；确需保留的，由\(Self.list(allowed).zh)写明理由、同意保留："
                    + "--accept 问题编号 --by 人员 --reason 理由",
                en: "not published; errors standing: \(errors). Mend them, or have each accepted with a reason by "
                    + "\(Self.list(allowed).en): --accept ID --by PERSON --reason TEXT")
        case .mayNotAccept(let person, let allowed):
            Phrase(
                zh: "\(person)无权同意保留问题；有权的是：\(Self.list(allowed).zh)",
                en: "\(person) may not accept findings; who may: \(Self.list(allowed).en)")
        case .conflict(let incident, let cause, let verb):
            Phrase(
                zh: "事件 \(incident) \(cause.zh)，不能\(verb.zh)",
                en: "incident \(incident): \(cause.en); cannot \(verb.en)")
        case .noFollowUp(let incident):
            Phrase(zh: "事件 \(incident) 没有这次续报", en: "incident \(incident) has no such follow-up report")
        case .nobodyOnDuty: Phrase(zh: "该时刻无人当班", en: "nobody is on duty")
        case .ledgerBroken(let how): Phrase(zh: "台账不完整：", en: "the ledger is broken: ") + how
        case .notRecorded(let why): why
        case .drillExists(let path): Phrase(zh: "\(path) 已是一个演练库", en: "\(path) is a drill database already")
        case .changedMeanwhile:
            Phrase(
                zh: "值班表刚被他人变动，未作任何修改：请查看后重新申请",
                en: "somebody else changed the roster just now; nothing was changed: look, then ask again")
        case .replacedMeanwhile(nil, _):
            Phrase(zh: "该时期尚未发布过任何版本，未发布", en: "no version of this period was ever published; not published")
        case .replacedMeanwhile(let version?, let at):
            Phrase(
                zh: "他人已于 \(at) 发布第 \(version) 版，未发布：请核对后用 --replaces \(version) 重新发布",
                en: "version \(version) was published meanwhile (\(at)); not published: compare, then "
                    + "--replaces \(version)")
        case .change(let why): why
        case .changeRefused(let findings):
            Phrase(
                zh: "不予办理：此项变动将造成 \(findings) 个错误（见上），值班表未变",
                en: "refused: the change would bring the errors above (\(findings)); the roster stays as it is")
        case .clockBackwards(let now, let asked):
            Phrase(
                zh: "演练时钟只能向前拨：现为 \(now)，要求拨到 \(asked)",
                en: "a drill's clock only goes forward: now \(now), asked \(asked)")
        }
    }

    private static func list(_ allowed: [String]) -> Phrase {
        guard !allowed.isEmpty else { return Phrase(zh: "（period.yaml 未写 accept_by）", en: "(nobody: no accept_by)") }
        return Phrase(
            zh: allowed.joined(separator: "、") + "（accept_by）", en: allowed.joined(separator: ", ") + " (accept_by)")
    }
}
