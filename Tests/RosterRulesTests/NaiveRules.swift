import Calendars
import Rosters

/// The other rules, each as its sentence says it.
extension NaiveChecker {
    func ruleFindings() -> [NaiveFinding] {
        postFindings() + doubleBooked() + rest() + dutyLength()
            + period.requires.flatMap { unitFindings($0) } + people() + sharedNumbers() + weekdays() + provisional()
            + changeFindings() + limitFindings()
    }

    private var ownStands: [NaiveStand] { stands.filter(\.isOwn) }

    /// qualified, eligible, on-leave.
    private func postFindings() -> [NaiveFinding] {
        place.units.indices.flatMap { unit in
            place.posts.indices.flatMap { post in
                let here = ownStands.filter { $0.unit == unit && $0.post == post }
                guard !here.isEmpty else { return [NaiveFinding]() }
                let rank = neededRank(unit, post)
                return here.flatMap { standFindings($0, rank: rank) }
            }
        }
    }

    private func standFindings(_ stand: NaiveStand, rank: Int?) -> [NaiveFinding] {
        let (person, post) = (place.people[stand.person], place.posts[stand.post])
        func finding(_ rule: RuleName, _ span: NaiveSpan) -> NaiveFinding {
            NaiveFinding(rule: rule, unit: stand.unit, post: stand.post, span: span, people: [stand.person])
        }
        var findings: [NaiveFinding] = []
        let isTooLow = rank.map { (person.rank?.level ?? -1) < $0 } ?? false
        if isTooLow || !Set(post.qualifications).isSubset(of: person.qualifications) {
            findings.append(finding(.qualified, stand.span))
        }
        let isNever = [.temporary, .guardStaff, .doorkeeper].contains(person.employment)
        let isOfAnother = !post.employment.isEmpty && !post.employment.contains { $0 == person.employment }
        if isNever || isOfAnother { findings.append(finding(.eligible, stand.span)) }
        for absence in place.absences where absence.person.index == stand.person {
            let away = NaiveSpan(absence.interval)
            let both = NaiveSpan(from: max(away.from, stand.span.from), to: min(away.to, stand.span.to))
            if both.length > 0 { findings.append(finding(.onLeave, both)) }
        }
        return findings
    }

    /// The highest rank that any period asks for within this period's window; else the post's own.
    private func neededRank(_ unit: Int, _ post: Int) -> Int? {
        let (window, demands) = (window(unit), demands(unit, post))
        guard !demands.isEmpty else { return place.posts[post].rank?.level }
        let bearing = demands.enumerated().filter { index, demand in
            index == 0 || (window.from..<max(window.from, window.to)).contains { demand.count(at: $0) > 0 }
        }
        return bearing.compactMap(\.element.rank).max()
    }

    private func isOnSite(_ post: Int) -> Bool { place.posts[post].isOnSite }

    /// Every two stands of one person that share a minute; the finding stands at the later one of this period.
    private func doubleBooked() -> [NaiveFinding] {
        let ordered = stands.sorted {
            ($0.span.from, $0.span.to, $0.unit, $0.post) < ($1.span.from, $1.span.to, $1.unit, $1.post)
        }
        return ordered.indices.flatMap { later in
            ordered.indices.prefix(later).compactMap { earlier in
                let (first, second) = (ordered[earlier], ordered[later])
                let isSamePost = first.unit == second.unit && first.post == second.post
                let both = NaiveSpan(
                    from: max(first.span.from, second.span.from), to: min(first.span.to, second.span.to))
                guard first.person == second.person, both.length > 0, first.isOwn || second.isOwn,
                    !(isSamePost && first.isOwn != second.isOwn), isOnSite(first.post) == isOnSite(second.post)
                else { return nil }
                let stand = second.isOwn ? second : first
                return NaiveFinding(
                    rule: .doubleBooked, unit: stand.unit, post: stand.post, span: both, needed: 2, have: 1,
                    people: [stand.person])
            }
        }
    }

    /// Too short a pause between a duty and the one that ended last before it.
    private func rest() -> [NaiveFinding] {
        guard let hours = place.rules[.rest].hours else { return [] }
        let duties = duties()
        return duties.flatMap { duty in
            let before = duties.filter {
                $0.person == duty.person && isOnSite($0.post) == isOnSite(duty.post) && $0 != duty
                    && $0.span.to <= duty.span.from
            }
            let last = before.map(\.span.to).max() ?? Int.min / 2
            let bears = duty.isOwn || before.contains { $0.span.to == last && $0.isOwn }
            guard duty.span.from - last < hours * 60, bears else { return [NaiveFinding]() }
            return [
                NaiveFinding(
                    rule: .rest, unit: duty.unit, post: duty.post, span: NaiveSpan(from: last, to: duty.span.from),
                    needed: hours * 60, have: duty.span.from - last, people: [duty.person])
            ]
        }
    }

    private func dutyLength() -> [NaiveFinding] {
        let limit = (place.rules[.dutyLength].hours ?? 24) * 60
        return duties().filter { $0.isOwn && $0.span.length > limit }.map {
            NaiveFinding(
                rule: .dutyLength, unit: $0.unit, post: $0.post, span: $0.span, needed: limit, have: $0.span.length,
                people: [$0.person])
        }
    }

    struct NaiveDuty: Equatable {
        let person: Int
        let unit: Int
        let post: Int
        var span: NaiveSpan
        var isOwn: Bool

        func touches(_ other: NaiveDuty) -> Bool {
            person == other.person && unit == other.unit && post == other.post && span.from <= other.span.to
                && other.span.from <= span.to
        }
    }

    /// Joins touching stands of one person at one post until nothing is left to join.
    func duties() -> [NaiveDuty] {
        var duties: [NaiveDuty] = []
        for stand in stands {
            var duty = NaiveDuty(
                person: stand.person, unit: stand.unit, post: stand.post, span: stand.span, isOwn: stand.isOwn)
            while let index = duties.firstIndex(where: { $0.touches(duty) }) {
                let known = duties.remove(at: index)
                duty.span.from = min(duty.span.from, known.span.from)
                duty.span.to = max(duty.span.to, known.span.to)
                duty.isOwn = duty.isOwn || known.isOwn
            }
            duties.append(duty)
        }
        return duties
    }

    /// roster-missing, roster-late, reachable by duty phone, cover-reduced.
    private func unitFindings(_ requirement: UnitRequirement) -> [NaiveFinding] {
        let unit = requirement.unit.index
        let span = window(unit)
        var findings: [NaiveFinding] = []
        let hasFile = book.roster.tables.contains { $0.unit.index == unit }
        let receipt = period.received?[requirement.unit]
        if !hasFile || (period.received != nil && receipt == nil) {
            findings.append(NaiveFinding(rule: .rosterMissing, unit: unit, span: span, needed: 1, have: 0))
        }
        if let due = period.due, let receipt, receipt > due {
            findings.append(NaiveFinding(rule: .rosterLate, severity: .warning, unit: unit, span: span))
        }
        if place.units[unit].dutyPhone == "" {
            findings.append(
                NaiveFinding(rule: .reachable, severity: .warning, unit: unit, span: span, needed: 1, have: 0))
        }
        return findings + requirement.posts.compactMap { coverReduced($0, unit, span) }
    }

    private func coverReduced(_ requirement: PostRequirement, _ unit: Int, _ span: NaiveSpan) -> NaiveFinding? {
        let post = place.posts[requirement.post.index]
        guard period.kind != .ordinary, [.overallLeader, .leader, .keyPost].contains(post.tier) else { return nil }
        let source = requirement.cover == nil ? post.source : period.source
        let required = demands(unit, requirement.post.index)[0].asked.filter { $0 }.count
        guard source == nil, required < span.length else { return nil }
        return NaiveFinding(
            rule: .coverReduced, severity: .warning, unit: unit, post: requirement.post.index, span: span,
            needed: span.length, have: required)
    }
}
