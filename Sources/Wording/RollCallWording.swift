import Calendars
package import Incidents
import Rosters
package import Watchkeeping

/// Says spot checks (查岗): whom to call, what was found.
package struct RollCallWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    package func title(_ call: RollCall) -> Phrase {
        let how =
            call.draw.map {
                Phrase(
                    zh: "，从 \($0.from) 个在岗岗位中抽取 \(call.posts.count) 个，种子 \($0.seed)",
                    en: ", \(call.posts.count) of \($0.from) posts drawn with seed \($0.seed)")
            } ?? Phrase(zh: "，\(call.posts.count) 个岗位", en: ", posts: \(call.posts.count)")
        return Phrase(
            zh: "查岗 \(call.number)  \(zone.civil(call.startedAt))  查岗人 \(names.person(call.by))",
            en: "Roll call \(call.number)  \(zone.civil(call.startedAt))  by \(names.person(call.by))") + how
    }

    /// `应急管理局 值班员`.
    package func post(_ post: CalledPost) -> Phrase { Phrase("\(names.unit(post.unit)) \(names.post(post.post))") }

    /// Who must be there, with mobile numbers: landline first.
    package func numbers(_ post: CalledPost) -> Phrase {
        let landline = names.phones(.phone(post.unit)).first
        let people = post.people.map { id in
            ([names.person(id)] + names.phones(.person(id)).prefix(1)).joined(separator: " ")
        }
        let phone =
            landline.map { Phrase(zh: "座机 \($0)", en: "landline \($0)") } ?? Phrase(zh: "无座机", en: "no landline")
        return phone + Phrase(zh: "；当班 ", en: "; on duty ")
            + people.map { Phrase($0) }.joined()
    }

    package func people(_ post: CalledPost) -> Phrase { post.people.map { Phrase(names.person($0)) }.joined() }

    package func result(_ result: RollCallResult, at post: CalledPost) -> Phrase {
        let from = post.hasLandline ? Phrase(zh: "座机", en: "the landline") : Phrase(zh: "手机或办公电话", en: "any phone")
        return switch result {
        case .waitsForCallBack(let until):
            Phrase(
                zh: "手机已接通，应于 \(zone.short(until)) 前用\(from.zh)回拨",
                en: "mobile answered, must call back from \(from.en) by \(zone.short(until))")
        case .notReached:
            post.hasLandline
                ? Phrase(zh: "座机、手机均未找到本人", en: "reached neither by landline nor by mobile")
                : Phrase(zh: "手机未接通", en: "the mobile was not answered")
        case .noCallBack:
            Phrase(
                zh: "手机接通后 5 分钟内未用\(from.zh)回拨",
                en: "mobile answered, no call back from \(from.en) within 5 min")
        case .calledBackLate(let minutes):
            Phrase(zh: "回拨超时：\(minutes) 分钟后才用\(from.zh)回拨", en: "called back late, after \(minutes) min")
        case .notCalled, .present, .waitsForMobile, .answeredByColleague, .answeredByOther: found(result)
        }
    }

    private func found(_ result: RollCallResult) -> Phrase {
        switch result {
        case .notCalled: Phrase(zh: "未拨打", en: "not called")
        case .present(let person):
            Phrase(zh: "在岗，\(names.person(person))接听", en: "present, \(names.person(person)) answered")
        case .waitsForMobile: Phrase(zh: "座机未接通，待拨手机", en: "landline not answered, try the mobile")
        case .answeredByColleague(let person, post: let other):
            Phrase(
                zh: "座机由\(names.post(other)) \(names.person(person))接听（在班，非本岗），待拨手机",
                en: "landline answered by \(names.person(person)), \(names.post(other)) on duty: try the mobile")
        case .answeredByOther(let name):
            Phrase(zh: "非当班人员接听：\(person(name))", en: "answered by somebody not on duty: \(person(name))")
        case .waitsForCallBack, .notReached, .noCallBack, .calledBackLate: Phrase("")
        }
    }

    /// An id that the place knows is said by name.
    private func person(_ word: String) -> String { names.person(PersonID(word)) }

    package func attempt(_ attempt: RollCallTry) -> Phrase {
        let answerer: Phrase =
            switch attempt.answeredBy {
            case .onDuty(let id): Phrase(zh: "，\(names.person(id))接听", en: " by \(names.person(id))")
            case .colleague(let id, post: let post):
                Phrase(
                    zh: "，\(names.post(post)) \(names.person(id))接听",
                    en: " by \(names.person(id)), \(names.post(post)) on duty")
            case .other(let name): Phrase(zh: "，\(person(name))接听（非当班）", en: " by \(person(name)) (not on duty)")
            case nil: Phrase("")
            }
        return attempt.way.phrase + Phrase(zh: "：", en: ": ") + attempt.outcome.phrase + answerer
    }

    /// What was tried to reach a post, in order: `座机：无人接听 08:01；手机：接通，王芳接听 08:02`; empty before the first try.
    package func attempts(_ tries: [RollCallTry]) -> Phrase {
        tries.map { attempt($0) + Phrase(" \(clock($0.at))") }.joined(zh: "；", en: "; ")
    }

    private func clock(_ instant: Instant) -> String { zone.clockTime(of: instant).description }

    /// How many were found, missed and not called; those that are still being looked for only where there are any.
    package func counts(_ results: [RollCallResult]) -> Phrase {
        let present = results.count { if case .present = $0 { true } else { false } }
        let missed = results.count(where: \.isMiss)
        let uncalled = results.count { $0 == .notCalled }
        let others = results.count - present - missed - uncalled
        let open = others > 0 ? Phrase(zh: "，待续 \(others)", en: ", being called \(others)") : Phrase("")
        return Phrase(
            zh: "到位 \(present)，异常 \(missed)，未查 \(uncalled)",
            en: "present \(present), misses \(missed), not called \(uncalled)") + open
    }

    /// Whom a miss was told to.
    package func told(_ miss: RollCallMiss, to recipients: [Recipient]) -> Phrase {
        guard !recipients.isEmpty else {
            return post(miss.post)
                + Phrase(zh: " 的异常没有可告知的人，请人工报告上级。", en: ": nobody is left to tell of the miss, report it by hand.")
        }
        let whom = recipients.map(names.recipient).joined()
        return post(miss.post) + Phrase(zh: " 的异常告知：", en: ": the miss is told to ") + whom
            + Phrase(zh: "。", en: ".")
    }

    package func miss(_ miss: RollCallMiss) -> [Phrase] {
        [
            Phrase(zh: "查岗发现异常：", en: "Roll call: ") + post(miss.post) + Phrase(zh: "（应在岗：", en: " (must be there: ")
                + people(miss.post) + Phrase(zh: "），", en: "): ") + result(miss.result, at: miss.post),
            Phrase(
                zh: "第 \(miss.call) 次查岗，查岗人 \(names.person(miss.by))。请立即核实在岗情况。",
                en: "Roll call \(miss.call) by \(names.person(miss.by)). Please find out at once."),
        ]
    }
}

extension RollCallWay {
    package var phrase: Phrase {
        switch self {
        case .landline: Phrase(zh: "座机", en: "landline")
        case .mobile: Phrase(zh: "手机", en: "mobile")
        case .callBack: Phrase(zh: "回拨", en: "call back")
        }
    }
}
