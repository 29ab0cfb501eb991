import Calendars
import Incidents
import Rosters

/// Says posts that lack people, and posts that have them again.
struct GapWording {
    let names: Names
    let zone: Zone

    func opened(_ news: GapsOpened) -> [Phrase] {
        let (person, span) = (names.person(news.absent), zone.span(news.absence))
        return [
            Phrase(
                zh: "\(person) 请假外出（\(span)），以下岗位缺岗，请安排替班：",
                en: "\(person) is away (\(span)); these posts lack people, arrange a relief:")
        ] + news.gaps.map(gap)
    }

    func closed(_ news: GapsClosed) -> [Phrase] {
        let (filled, short) = (news.gaps.filter(\.isFilled), news.gaps.filter { !$0.isFilled })
        var lines = [cause(news)]
        if !filled.isEmpty {
            lines += [Phrase(zh: "以下岗位恢复值守：", en: "these are stood again:")] + filled.map(standing)
        }
        if !short.isEmpty {
            lines += [Phrase(zh: "以下岗位缺员减少，仍缺岗：", en: "these still lack people, fewer than before:")]
            lines += short.map(gap)
        }
        return lines
    }

    private func cause(_ news: GapsClosed) -> Phrase {
        if let absent = news.absent, let absence = news.absence {
            let (person, span) = (names.person(absent), zone.span(absence))
            return Phrase(
                zh: "\(person) 的请假已撤销（\(span)）。", en: "The absence of \(person) was undone (\(span)).")
        }
        let cause = news.cause.map(ChangeWording(names: names).cause) ?? Phrase("")
        return Phrase(zh: "缺岗有变化：", en: "Gaps changed: ") + cause
    }

    /// `应急管理局 值班员 02-17 08:30–17:30：应有 2 人，现有 1 人（孙丽）`; without numbers where none were recorded.
    private func gap(_ gap: PostGap) -> Phrase {
        guard let needed = gap.needed, let have = gap.have else { return place(gap) }
        return place(gap) + Phrase(zh: "：应有 \(needed) 人，现有 \(have) 人", en: ": \(have) of \(needed)") + people(gap)
    }

    private func standing(_ gap: PostGap) -> Phrase { place(gap) + people(gap) }

    private func place(_ gap: PostGap) -> Phrase {
        Phrase("\(names.unit(gap.unit)) \(names.post(gap.post)) \(zone.span(gap.interval))")
    }

    private func people(_ gap: PostGap) -> Phrase {
        guard let people = gap.people, !people.isEmpty else { return Phrase("") }
        let list = people.map { Phrase(names.person($0)) }.joined()
        return Phrase(zh: "（\(list.zh)）", en: " (\(list.en))")
    }
}
