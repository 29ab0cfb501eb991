import Calendars
import Rosters

/// Finds what would mend a broken link, and tries each before it is proposed.
struct RouteRemedySearch {
    /// So many are proposed at most.
    static let most = 3

    let roads: UnitRoads
    let road: Road

    private var context: ProofContext { roads.context }
    private var unit: UnitID { context.place[roads.unit].id }
    private var parent: UnitID? { context.place[roads.unit].parent.map { context.place[$0].id } }

    /// What mends a finding whose step runs at these times.
    func remedies(of finding: RouteFinding, steps: Interval) -> [RouteRemedy] {
        switch finding.rule {
        case .stepEmpty, .postUnstaffed:
            adding(to: finding.step, besides: finding.targets, during: steps) { _ in true }
        case .nobodyTold:
            adding(to: nil, besides: road.plan.fallback, during: finding.interval) { _ in true }
                .filledUp(with: context.reachablePeople(of: roads.unit, during: finding.interval))
        case .oneNumber:
            adding(to: 1, besides: road.plan.ladder.steps.first?.tell ?? [], during: finding.interval) { reach in
                reach.named.contains { $0.line != finding.recipient.map { context.line(of: $0) } }
            }
        case .endsInside:
            adding(to: road.plan.ladder.steps.count, besides: [], during: finding.interval, where: \.leavesUnit)
        case .leaderLate:
            sooner(finding)
                + adding(
                    to: 1, besides: road.plan.ladder.steps.first?.tell ?? [], during: finding.interval,
                    where: \.hasLeader)
        case .personOnLeave:
            finding.person.map { context.standIns(for: $0, during: finding.interval) } ?? []
        case .typeUnhandled, .noWay, .wayUntested, .unitCycle: []
        }
    }

    /// Targets that, added to a step, do what is wanted at every moment at which the step runs.
    private func adding(
        to step: Int?, besides known: [Target], during steps: Interval, where isWanted: @escaping (Reach) -> Bool
    ) -> [RouteRemedy] {
        let tiers: [Target] = [.tier(.leader), .tier(.overallLeader), .tier(.dutyOfficer), .fieldLeader]
        let phones = [unit, parent].compactMap { $0.map(Target.phone) }
        let all = tiers + phones + [.unitAbove] + road.plan.fallback
        return all.enumerated().filter { !known.contains($1) && !all[..<$0].contains($1) }.map(\.element)
            .lazy.compactMap { target -> RouteRemedy? in
                let timeline = roads.timeline(of: [target], for: road.members.sample)
                guard let tells = timeline.reachThroughout(steps, where: isWanted) else { return nil }
                return RouteRemedy(.addTarget(target, step: step), tells: tells)
            }.prefix(Self.most).map { $0 }
    }

    /// Shorter waits before the step that tells the first leader, each still a minute at least.
    private func sooner(_ finding: RouteFinding) -> [RouteRemedy] {
        guard let late = finding.measured, let limit = finding.limit, late > 0,
            let slow = road.runs.first(where: { $0.firstLeader?.minutes == late }),
            let leader = slow.steps.first(where: { $0.reach.hasLeader }), leader.round == 1
        else { return [] }
        let steps = road.plan.ladder.steps
        let waits = steps.prefix(leader.number - 1).map { max(1, $0.wait.wholeMinutes * limit / late) }
        let quicker = zip(steps, waits).map { Step(tell: $0.tell, need: $0.need, wait: .minutes($1)) }
        let ladder = Ladder(
            name: road.plan.ladder.name, match: road.plan.ladder.match,
            steps: quicker + steps.dropFirst(waits.count))
        let runs = roads.runs(of: road, with: ladder, over: finding.interval)
        let isInTime = runs.allSatisfy { $0.firstLeader.map { $0.climbing <= Int64(limit) * 60 } ?? false }
        return isInTime ? [RouteRemedy(.shortenWaits(waits), tells: leader.reach.recipients)] : []
    }
}

extension [RouteRemedy] {
    fileprivate func filledUp(with others: [RouteRemedy]) -> [RouteRemedy] {
        Array((self + others).prefix(RouteRemedySearch.most))
    }
}

extension ProofContext {
    /// People of the same unit who are there and can be called throughout.
    func standIns(for person: PersonID, during interval: Interval) -> [RouteRemedy] {
        guard let ordinal = place.person(person) else { return [] }
        let peers = place.people(of: place[ordinal].unit).filter { $0 != ordinal }.map { place[$0] }
        let asHigh = peers.filter { ($0.rank?.level ?? -1) >= (place[ordinal].rank?.level ?? -1) }
        return available(asHigh, during: interval).map { RouteRemedy(.nameInstead($0.id), tells: [.person($0.id)]) }
    }

    /// People of a unit whom the fallback could name.
    func reachablePeople(of unit: Ordinal<Unit>, during interval: Interval) -> [RouteRemedy] {
        available(place.people(of: unit).map { place[$0] }, during: interval).map {
            RouteRemedy(.addTarget(.person($0.id), step: nil), tells: [.person($0.id)])
        }
    }

    private func available(_ people: [Person], during interval: Interval) -> [Person] {
        people.filter { person in
            !person.phones.isEmpty && !absences(of: .person(person.id)).contains { $0.overlaps(interval) }
        }.prefix(RouteRemedySearch.most).map { $0 }
    }
}
