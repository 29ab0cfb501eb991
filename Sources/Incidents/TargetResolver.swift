import Calendars
import Rosters

/// Somebody a target named, with the post at which they stand and their usable ways.
struct Candidate: Hashable {
    let recipient: Recipient
    let unit: UnitID?
    let post: PostKey?
    let target: Target
    let ways: [ChannelName]
    /// Nil: stands there now, or nowhere.
    var turn: HandoverTurn?

    /// The same but for the turn of a handover.
    func isSame(as other: Candidate) -> Bool {
        recipient == other.recipient && post == other.post && unit == other.unit && target == other.target
            && ways == other.ways
    }

    /// What is noted when a step of the ladder, or a notice, tells the candidate.
    func told(round: Int, step: Int, notice: NoticeSubject? = nil) -> Told {
        Told(
            recipient: recipient, round: round, step: step, unit: unit, post: post, target: target, ways: ways,
            notice: notice, turn: turn)
    }
}

/// Turns the targets of a step into people, as the duty board stands at the instant.
struct TargetResolver {
    /// The unit whose people are meant.
    let unit: UnitID?
    let category: Category?
    let type: String?
    /// Each person's ways in order.
    let ways: [ChannelDefinition]
    private let wayNames: [ChannelName]
    private static let few = 16
    private(set) var board: DutyBoard
    /// Learns how long the answers hold, where somebody asks for many instants.
    let horizon: AnswerHorizon?
    /// Whether a person is named for the office, which a deputy holds while the person is away.
    private var isOfficeMeant = false

    init(facts: IncidentFacts, ways: [ChannelDefinition], board: DutyBoard) {
        self.init(unit: facts.unit, category: facts.category, type: facts.type, ways: ways, board: board)
    }

    /// What is no incident has no category: nothing handles it, and no leader is in charge of it.
    init(
        unit: UnitID?, category: Category? = nil, type: String? = nil, ways: [ChannelDefinition], board: DutyBoard,
        horizon: AnswerHorizon? = nil
    ) {
        self.unit = unit
        self.category = category
        self.type = type
        self.ways = ways
        self.wayNames = ways.map(\.name)
        self.board = board
        self.horizon = horizon
    }

    /// Answers the same questions about another instant from now on.
    mutating func move(to instant: Instant) { board.move(to: instant) }

    /// The same questions, in which a person stands for the office: a ladder and a fallback name people so.
    var offices: TargetResolver {
        var other = self
        other.isOfficeMeant = true
        return other
    }

    /// Each recipient once, under the first target that names it; a miss for each target that names nobody.
    func resolve(_ targets: [Target]) -> (candidates: [Candidate], misses: [TargetMiss]) {
        collect(targets) { named(by: $0) }
    }

    /// Whoever stands at posts in the unit and in all units under it, where `resolve` looks for the nearest ones.
    func resolve(everywhere posts: [PostKey]) -> (candidates: [Candidate], misses: [TargetMiss]) {
        let units = board.place.flatMap { place in
            unit.flatMap(place.unit).map { ([$0] + place.unitsBelow($0)).map { place[$0].id } }
        }
        return collect(posts.map(Target.post)) { target in
            guard case .post(let post) = target else { return named(by: target) }
            let found = (units ?? []).flatMap { stands(unit: $0, post: post) }
            return found.isEmpty ? named(by: target) : .success(found.map { candidate($0, for: target) })
        }
    }

    private func collect(
        _ targets: [Target], _ named: (Target) -> Named
    ) -> (candidates: [Candidate], misses: [TargetMiss]) {
        var candidates: [Candidate] = []
        var misses: [TargetMiss] = []
        var known: Set<Recipient> = []
        for target in targets {
            switch named(target) {
            case .failure(let cause): misses.append(TargetMiss(target: target, cause: cause))
            case .success(let named):
                // Most targets name one.
                if candidates.isEmpty, named.count == 1, !named[0].ways.isEmpty {
                    candidates = named
                    continue
                }
                for candidate in named where !isKnown(candidate.recipient, candidates, &known) {
                    if candidate.ways.isEmpty, case .person(let id) = candidate.recipient {
                        misses.append(TargetMiss(target: target, cause: .noWay(id)))
                    } else {
                        candidates.append(candidate)
                    }
                }
            }
        }
        return (candidates, misses)
    }

    /// Whether a target named somebody before: a few are compared sooner than hashed; `known` holds those hashed.
    private func isKnown(_ recipient: Recipient, _ named: [Candidate], _ known: inout Set<Recipient>) -> Bool {
        guard named.count > Self.few else { return named.contains { $0.recipient == recipient } }
        for candidate in named[known.count...] { known.insert(candidate.recipient) }
        return known.contains(recipient)
    }

    enum Named {
        case success([Candidate])
        case failure(TargetMiss.Cause)
    }

    private func named(by target: Target) -> Named {
        switch target {
        case .tier(let tier): standing(in: unit, of: tier, for: target)
        case .post(let key): nearest(target, none: .nobodyOnDuty) { $0.key == key }
        case .handling:
            nearest(target, none: .noPostHandles) { [category, type] in $0.handles(category: category, type: type) }
        case .fieldLeader: fieldLeaders(target)
        case .person(let id):
            board.place?.person(id) == nil
                ? .failure(.noSuchPerson)
                : .success([candidate(holder(of: id), unit: nil, post: nil, for: target)])
        case .phone(let unit): phone(of: unit, for: target)
        case .unitAbove: unitAbove(target)
        }
    }

    /// Whoever stands in the unit at posts of a tier.
    private func standing(in unit: UnitID?, of tier: Tier, for target: Target) -> Named {
        guard let content = board.place?.content, let unit, let ordinal = board.place?.unit(unit) else {
            return .failure(.noSuchUnit)
        }
        var found: [Candidate] = []
        for post in content.units[ordinal.index].posts where content.posts[post.index].tier == tier {
            add(stands(unit: unit, post: content.posts[post.index].key), for: target, to: &found)
        }
        return found.isEmpty ? .failure(.nobodyOnDuty) : .success(found)
    }

    /// Whoever stands at posts of a kind in the unit, else in the units under it, else the same one level up.
    private func nearest(_ target: Target, none cause: TargetMiss.Cause, at isMeant: (Post) -> Bool) -> Named {
        guard let place = board.place, let unit, let ordinal = place.unit(unit) else {
            return .failure(.noSuchUnit)
        }
        let content = place.content
        let meant = content.posts.indices.filter { isMeant(content.posts[$0]) }.map { Ordinal<Post>($0) }
        var cause = cause
        var around = meant.isEmpty ? nil : ordinal
        while let here = around {
            for isBelow in [false, true] {
                var found: [Candidate] = []
                for unit in isBelow ? place.unitsBelow(here, keeping: meant) : [here] {
                    for post in content.units[unit.index].posts where meant.contains(post) {
                        cause = .nobodyOnDuty
                        add(
                            stands(unit: content.units[unit.index].id, post: content.posts[post.index].key),
                            for: target, to: &found)
                    }
                }
                if !found.isEmpty { return .success(found) }
            }
            around = content.units[here.index].parent
        }
        return .failure(cause)
    }

    /// The leaders in charge of the incident's kind: of the unit, else of the nearest one above that has any.
    private func fieldLeaders(_ target: Target) -> Named {
        guard let place = board.place, let unit, let ordinal = place.unit(unit) else {
            return .failure(.noSuchUnit)
        }
        var around: Ordinal<Unit>? = ordinal
        while let here = around {
            let leaders = place.leaders(of: here, category: category, type: type)
            if !leaders.isEmpty {
                return .success(leaders.map { candidate(holder(of: $0.id), unit: nil, post: nil, for: target) })
            }
            around = place.units[here.index].parent
        }
        return .failure(.noLeaderInCharge)
    }

    /// The person, or where the office is meant whoever stands in for it now.
    private func holder(of person: PersonID) -> Recipient {
        guard isOfficeMeant else { return .person(person) }
        horizon?.holds(until: board.nextDeputyChange(for: person))
        return .person(board.deputy(for: person) ?? person)
    }

    private func phone(of unit: UnitID, for target: Target) -> Named {
        guard let place = board.place, let ordinal = place.unit(unit) else { return .failure(.noSuchUnit) }
        guard !place.units[ordinal.index].dutyPhone.isEmpty else { return .failure(.noPhone) }
        return .success([candidate(.phone(unit), unit: unit, post: nil, for: target)])
    }

    /// The leaders on duty of the unit above, else its duty officers, else its duty phone.
    private func unitAbove(_ target: Target) -> Named {
        guard let place = board.place, let unit, let ordinal = place.unit(unit) else {
            return .failure(.noSuchUnit)
        }
        guard let parent = place.units[ordinal.index].parent else { return .failure(.noUnitAbove) }
        for tier in [Tier.leader, .dutyOfficer] {
            let found = standing(in: place.units[parent.index].id, of: tier, for: target)
            if case .success = found { return found }
        }
        return phone(of: place.units[parent.index].id, for: target)
    }

    private func stands(unit: UnitID, post: PostKey) -> [DutyStand] {
        horizon?.holds(until: board.nextChange(unit: unit, post: post))
        return board.tellable(unit: unit, post: post)
    }

    private func add(_ stands: [DutyStand], for target: Target, to found: inout [Candidate]) {
        // Only the first time: room for exactly so many, asked for unit after unit, copies all of them each time.
        if found.isEmpty { found.reserveCapacity(stands.count) }
        for index in stands.indices { found.append(candidate(stands[index], for: target)) }
    }

    private func candidate(_ stand: DutyStand, for target: Target) -> Candidate {
        var candidate = candidate(.person(stand.person), unit: stand.unit, post: stand.post, for: target)
        if !stand.interval.contains(board.at) {
            candidate.turn = stand.interval.start > board.at ? .incoming : .outgoing
        }
        return candidate
    }

    private func candidate(_ recipient: Recipient, unit: UnitID?, post: PostKey?, for target: Target) -> Candidate {
        Candidate(recipient: recipient, unit: unit, post: post, target: target, ways: ways(to: recipient))
    }

    /// A call needs a number to dial; a unit's duty phone can only be called.
    private func ways(to recipient: Recipient) -> [ChannelName] {
        switch recipient {
        case .phone:
            let calls = self.ways.filter { $0.kind == .call }
            return (calls.isEmpty ? [ChannelDefinition.call] : calls).map(\.name)
        case .person(let id):
            let person = board.place.flatMap { place in place.person(id).map { place[$0] } }
            return person?.canBeCalled == true ? wayNames : self.ways.filter { $0.kind != .call }.map(\.name)
        }
    }
}
