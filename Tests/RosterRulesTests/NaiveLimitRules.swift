import Calendars
import Rosters

/// The rules about how much somebody stands, and with whom, each as its sentence says it.
extension NaiveChecker {
    func limitFindings() -> [NaiveFinding] {
        let people = place.people.indices
        return people.compactMap { mostDuties($0) } + people.flatMap { mostInWindow($0) }
            + people.flatMap { mostConsecutive($0) } + apart() + outranked()
    }

    private func mostDuties(_ person: Int) -> NaiveFinding? {
        let own = duties().filter { $0.person == person && $0.isOwn }.sorted(by: isBefore)
        guard let most = place.rules[.mostDuties].count, own.count > most, let last = own.last else { return nil }
        let span = NaiveSpan(from: own.map(\.span.from).min() ?? 0, to: own.map(\.span.to).max() ?? 0)
        return NaiveFinding(
            rule: .mostDuties, unit: last.unit, post: last.post, span: span, needed: most, have: own.count,
            people: [person])
    }

    private func isBefore(_ left: NaiveDuty, _ right: NaiveDuty) -> Bool {
        (left.span.from, left.span.to, left.unit, left.post) < (right.span.from, right.span.to, right.unit, right.post)
    }

    /// The date of the first of a duty's stands.
    private func day(_ duty: NaiveDuty) -> Int {
        let stands = stands.filter {
            $0.person == duty.person && $0.unit == duty.unit && $0.post == duty.post && $0.span.from == duty.span.from
        }
        return stands.min { $0.span.to < $1.span.to }?.day ?? 0
    }

    /// From each date on which a duty begins, unless it lies in a window that was too full already.
    private func mostInWindow(_ person: Int) -> [NaiveFinding] {
        let setting = place.rules[.mostInWindow]
        guard let most = setting.count, let length = setting.days else { return [] }
        let duties = duties().filter { $0.person == person }.sorted(by: isBefore).map { (day: day($0), duty: $0) }
        guard var date = duties.map(\.day).min(), let end = duties.map(\.day).max() else { return [] }
        var findings: [NaiveFinding] = []
        while date <= end {
            let inside = duties.filter { (date..<(date + length)).contains($0.day) }
            let last = inside.filter(\.duty.isOwn).map(\.day).max()
            let own = inside.filter { $0.duty.isOwn && $0.day == last }.last?.duty
            guard let own, inside.count > most, inside.contains(where: { $0.day == date }) else {
                date += 1
                continue
            }
            findings.append(
                NaiveFinding(
                    rule: .mostInWindow, unit: own.unit, post: own.post, span: wholeDays(date, date + length - 1),
                    needed: most, have: inside.count, people: [person]))
            date += length
        }
        return findings
    }

    private func wholeDays(_ first: Int, _ last: Int) -> NaiveSpan {
        NaiveSpan(from: clock.minute(day: first, clock: 0), to: clock.minute(day: last + 1, clock: 0))
    }

    /// Dates in a row are minutes in a row, counted in days.
    private func mostConsecutive(_ person: Int) -> [NaiveFinding] {
        guard let most = place.rules[.mostConsecutive].days else { return [] }
        let stands = stands.filter { $0.person == person }
        return runs(Set(stands.map(\.day)).sorted()).compactMap { run in
            let own = stands.filter { $0.isOwn && run.has($0.day) }.max {
                ($0.day, $0.span.from, $0.span.to, $0.unit, $0.post)
                    < ($1.day, $1.span.from, $1.span.to, $1.unit, $1.post)
            }
            guard let own, run.length > most else { return nil }
            return NaiveFinding(
                rule: .mostConsecutive, unit: own.unit, post: own.post, span: wholeDays(run.from, run.to - 1),
                needed: most, have: run.length, people: [person])
        }
    }

    /// Minute by minute, whether both are on duty and either of them by this period.
    private func apart() -> [NaiveFinding] {
        place.rules.pairs.apart.flatMap { pair -> [NaiveFinding] in
            let people = place.people.indices.filter { [pair.first, pair.second].contains(place.people[$0].id) }
            let theirs = stands.filter { people.contains($0.person) }
            let minutes = Set(theirs.flatMap { Array($0.span.from..<max($0.span.from, $0.span.to)) }).filter { minute in
                let present = theirs.filter { $0.span.has(minute) }
                return Set(present.map(\.person)).count == 2 && present.contains(where: \.isOwn)
            }
            return runs(minutes.sorted()).compactMap { run in
                let own = theirs.filter { $0.isOwn && max($0.span.from, run.from) < min($0.span.to, run.to) }
                let first = own.min {
                    ($0.span.from, $0.span.to, $0.unit, $0.post) < ($1.span.from, $1.span.to, $1.unit, $1.post)
                }
                return first.map {
                    NaiveFinding(
                        rule: .apart, unit: $0.unit, post: $0.post, span: run, needed: 1, have: 2, people: people)
                }
            }
        }
    }

    /// Everybody below a leader's rank is fine; no rank is below every rank.
    private func outranked() -> [NaiveFinding] {
        guard [.error, .warning].contains(place.rules[.outranked].level) else { return [] }
        func rank(_ stand: NaiveStand) -> Int { place.people[stand.person].rank?.level ?? -1 }
        return stands.filter { place.posts[$0.post].tier == .leader }.flatMap { leader in
            stands.compactMap { stand -> NaiveFinding? in
                let tier = place.posts[stand.post].tier
                let both = NaiveSpan(
                    from: max(stand.span.from, leader.span.from), to: min(stand.span.to, leader.span.to))
                guard stand.unit == leader.unit, tier != .leader, tier != .overallLeader, both.length > 0,
                    rank(stand) > rank(leader), stand.isOwn || leader.isOwn
                else { return nil }
                return NaiveFinding(
                    rule: .outranked, unit: stand.unit, post: stand.post, span: both,
                    people: Set([stand.person, leader.person]).sorted())
            }
        }
    }
}
