import Calendars
import Rosters

/// The rules about changes, handovers and amended notices, each as its sentence says it.
extension NaiveChecker {
    func changeFindings() -> [NaiveFinding] { outsiders() + handovers() + principals() + pairsAway() + amended() }

    private func outsiders() -> [NaiveFinding] {
        book.takeovers.filter { !$0.isOnRoster }.map {
            NaiveFinding(
                rule: .substitute, severity: $0.outsiderReason == nil ? .error : .warning, unit: $0.unit.index,
                post: $0.post.index, span: NaiveSpan($0.interval), people: [$0.substitute.index])
        }
    }

    private func handovers() -> [NaiveFinding] {
        period.requires.flatMap { requirement in
            requirement.posts.flatMap { handovers(requirement.unit.index, $0.post.index) }
        }
    }

    /// Somebody goes while cover goes on, and those who come meanwhile came less than so many minutes before.
    private func handovers(_ unit: Int, _ post: Int) -> [NaiveFinding] {
        guard let minutes = place.posts[post].handoverMinutes else { return [] }
        let here = standsServing(unit, post)
        func isAsked(_ minute: Int) -> Bool { demands(unit, post).contains { $0.count(at: minute) > 0 } }
        let window = window(unit)
        return here.filter(\.isOwn).compactMap { goer in
            let end = goer.span.to
            guard window.has(end), window.has(end - 1) else { return nil }
            let staying = here.filter { $0.span.has(end) }
            let comers = staying.filter { $0.span.from > goer.span.from }
            let first = comers.map(\.span.from).min() ?? Int.min / 2
            guard isAsked(end), isAsked(end - 1), !staying.contains(where: { $0.person == goer.person }),
                !comers.isEmpty, end - first < minutes
            else { return nil }
            let people = [goer.person] + comers.filter { $0.span.from == first }.map(\.person)
            return NaiveFinding(
                rule: .handoverOverlap, unit: goer.unit, post: goer.post,
                span: NaiveSpan(from: end - minutes, to: end), needed: minutes, have: end - first,
                people: Set(people).sorted())
        }
    }

    private var hull: NaiveSpan {
        let windows = period.requires.map { window($0.unit.index) }
        return NaiveSpan(from: windows.map(\.from).min() ?? 0, to: windows.map(\.to).max() ?? 0)
    }

    /// Every two principals of a unit, minute by minute over the whole window.
    private func principals() -> [NaiveFinding] {
        period.requires.flatMap { requirement in
            let unit = requirement.unit.index
            let people = place.units[unit].principals.compactMap { id in place.people.firstIndex { $0.id == id } }
            return people.indices.flatMap { later in
                people.indices.prefix(later).flatMap { together(people[$0], people[later], unit) }
            }
        }
    }

    private func pairsAway() -> [NaiveFinding] {
        place.rules.pairs.notAway.flatMap { pair -> [NaiveFinding] in
            let people = [pair.first, pair.second].compactMap { id in place.people.firstIndex { $0.id == id } }
            return people.count == 2 ? together(people[0], people[1], place.people[people[0]].unit.index) : []
        }
    }

    private func together(_ one: Int, _ other: Int, _ unit: Int) -> [NaiveFinding] {
        let away = place.absences.map(\.person.index)
        guard away.contains(one), away.contains(other) else { return [] }
        let both = (hull.from..<max(hull.from, hull.to)).filter { isAway(one, $0) && isAway(other, $0) }
        return runs(both).map {
            NaiveFinding(
                rule: .principalsAway, unit: unit, span: $0, needed: 1, have: 0, people: [one, other].sorted())
        }
    }

    private func isAway(_ person: Int, _ minute: Int) -> Bool {
        place.absences.contains { $0.person.index == person && NaiveSpan($0.interval).has(minute) }
    }

    func runs(_ minutes: [Int]) -> [NaiveSpan] {
        minutes.reduce(into: [NaiveSpan]()) { runs, minute in
            if let last = runs.last, last.to == minute {
                runs[runs.count - 1].to = minute + 1
            } else {
                runs.append(NaiveSpan(from: minute, to: minute + 1))
            }
        }
    }

    /// Another window, or a day of another kind in either window, by the version before.
    private func amended() -> [NaiveFinding] {
        book.calendar.superseded.compactMap { old in
            let now = hull
            let isMeant =
                if case .holiday(_, let year) = period.span { year == old.year } else {
                    (clock.day(of: now.from)...clock.day(of: now.to)).contains {
                        CivilDate(dayNumber: Int32($0)).year == old.year
                    }
                }
            let notices = book.calendar.notices.filter { $0.year != old.year } + [old]
            let before = NaiveDays(notices: notices, clock: clock)
            let windows = period.requires.map {
                before.window(of: formerPeriod(old), hours: place.units[$0.unit.index].hours)
            }
            let from = windows.map(\.from).min() ?? now.from
            let to = windows.map(\.to).max() ?? now.to
            let around = clock.day(of: min(from, now.from))...clock.day(of: max(to, now.to))
            let isSame = from == now.from && to == now.to && around.allSatisfy { before.kind($0) == days.kind($0) }
            guard isMeant, !isSame else { return nil }
            return NaiveFinding(rule: .calendarAmended, severity: .warning, span: now)
        }
    }

    private func formerPeriod(_ old: HolidayNotice) -> Period {
        guard case .holiday(let holiday, let year) = period.span,
            let former = old.holidays.first(where: { $0.name == holiday.name })
        else { return period }
        return Period(
            key: period.key, kind: period.kind, span: .holiday(former, year: year), requires: period.requires)
    }
}
