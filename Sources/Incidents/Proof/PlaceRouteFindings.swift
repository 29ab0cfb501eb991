import Calendars
import Rosters

extension ProofContext {
    /// Types that the policy names, and categories, that no post handles while their ladder asks for one that does.
    func kindFindings(_ classes: inout RouteClasses) -> [RouteFinding] {
        guard let top = place.topUnit else { return [] }
        var profiles: Set<[Bool]> = []
        let asking = place.units.indices.filter { isRequired(Ordinal($0)) }.flatMap { index in
            let unit = place.units[index].id
            return profiles.insert(classes.profile(of: unit)).inserted ? classes.classes(of: unit) : []
        }
        return kinds.all.compactMap { kind in
            guard kind.type == nil || kinds.named.contains(kind), !place.posts.contains(where: { $0.isFor(kind) }),
                let severity = severity(
                    .typeUnhandled, usually: kind.type == nil ? .warning : RouteRule.typeUnhandled.usualSeverity),
                let asked = asking.first(where: { $0.kinds.contains(kind) && $0.asksForHandling })
            else { return nil }
            var finding = RouteFinding(rule: .typeUnhandled, severity: severity, interval: window)
            finding.kinds = [kind]
            finding.ladder = asked.plan.ladder.name
            finding.remedies = handlingRemedies(in: top, kind: kind)
            return finding
        }
    }

    /// Posts of few units that somebody stands at throughout the window and that could handle the kind.
    private func handlingRemedies(in unit: Ordinal<Unit>, kind: IncidentKind) -> [RouteRemedy] {
        let roads = UnitRoads(unit, in: self)
        var keepers: [Ordinal<Post>: Int] = [:]
        for post in place.units.flatMap(\.posts) { keepers[post, default: 0] += 1 }
        let rare = place.posts.filter { post in
            place.post(post.key).map { keepers[$0, default: 0] <= RouteRemedySearch.most } == true
        }
        let posts = rare.filter { $0.tier == .keyPost } + rare.filter { $0.tier == .dutyOfficer }
        return posts.lazy.compactMap { post -> RouteRemedy? in
            let timeline = roads.timeline(of: [.post(post.key)], for: kind)
            return timeline.reachThroughout(self.window).map { RouteRemedy(.handle(post.key), tells: $0) }
        }.prefix(RouteRemedySearch.most).map { $0 }
    }

    /// Posts whose people are borrowed around in a ring, so that nobody staffs them in the end.
    func ringFindings() -> [RouteFinding] {
        var seen: Set<[UnitID]> = []
        return place.units.indices.flatMap { index in
            place.units[index].posts.compactMap { post -> RouteFinding? in
                let ring = ring(from: Ordinal(index), post)
                guard !ring.isEmpty, ring.contains(where: isRequired), seen.insert(ids(ring).sorted()).inserted,
                    let severity = severity(.unitCycle, usually: RouteRule.unitCycle.usualSeverity)
                else { return nil }
                var finding = RouteFinding(
                    rule: .unitCycle, severity: severity, unit: place.units[index].id, interval: window)
                finding.post = place[post].key
                finding.ring = ids(ring)
                finding.remedies = [RouteRemedy(.staff(place.units[index].id, place[post].key))]
                return finding
            }
        }
    }

    private func ids(_ units: [Ordinal<Unit>]) -> [UnitID] { units.map { place[$0].id } }

    /// The lenders one after the other, where they come back to the first; empty where they do not.
    private func ring(from unit: Ordinal<Unit>, _ post: Ordinal<Post>) -> [Ordinal<Unit>] {
        var ring = [unit]
        var post = post
        while let key = place[post].from, let lender = place.unit(key), lender != ring.last {
            let posts = place[lender].posts
            guard let next = posts.contains(post) ? post : posts.first(where: { place[$0].tier == place[post].tier })
            else { return [] }
            if lender == unit { return ring }
            guard !ring.contains(lender) else { return [] }
            ring.append(lender)
            post = next
        }
        return []
    }
}
