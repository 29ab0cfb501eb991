package import Calendars
package import Rosters

/// A post that is called, and who must be there then.
package struct CalledPost: Hashable, Sendable, Codable {
    package let unit: UnitID
    package let post: PostKey
    package let people: [PersonID]
    /// False where the unit has none: then the mobile is called first, and the call back may come from any phone.
    package let hasLandline: Bool

    package init(unit: UnitID, post: PostKey, people: [PersonID], hasLandline: Bool = true) {
        self.unit = unit
        self.post = post
        self.people = people
        self.hasLandline = hasLandline
    }

    /// The ways to find somebody there, in their order.
    package var ways: [RollCallWay] { RollCallWay.allCases.filter { $0 != .landline || hasLandline } }
}

extension CalledPost {
    /// Records of before units without a landline could be called say nothing of it.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            unit: try values.decode(UnitID.self, forKey: .unit), post: try values.decode(PostKey.self, forKey: .post),
            people: try values.decode([PersonID].self, forKey: .people),
            hasLandline: try values.decodeIfPresent(Bool.self, forKey: .hasLandline) ?? true)
    }
}

/// A spot check (查岗): posts listed or drawn from the duty board of its instant.
package struct RollCall: Hashable, Sendable, Codable {
    /// From 1, per database.
    package let number: Int
    package let startedAt: Instant
    package let by: PersonID
    /// In the order in which they are called.
    package let posts: [CalledPost]
    /// How many posts it was drawn from, and the seed that draws the same again; nil where all were listed.
    package let draw: Draw?

    package struct Draw: Hashable, Sendable, Codable {
        package let from: Int
        package let seed: Int

        package init(from: Int, seed: Int) {
            self.from = from
            self.seed = seed
        }
    }

    package init(number: Int, startedAt: Instant, by: PersonID, posts: [CalledPost], draw: Draw?) {
        self.number = number
        self.startedAt = startedAt
        self.by = by
        self.posts = posts
        self.draw = draw
    }

    /// Lists the on-site posts of a unit or of all, or draws so many of them with a seed.
    package static func start(
        number: Int, on board: DutyBoard, unit: UnitID? = nil, post: PostKey? = nil, drawing count: Int? = nil,
        seed: Int = 0, by person: PersonID
    ) throws(WatchConflict) -> RollCall {
        let staffed = board.rosteredPosts(unit: unit, post: post).filter { $0.post.isOnSite(in: board.place) }
        let posts = staffed.map {
            CalledPost(
                unit: $0.unit, post: $0.post, people: $0.people, hasLandline: board.hasLandline($0.unit))
        }
        guard !posts.isEmpty else { throw .nobodyOnDuty }
        guard let count else {
            return RollCall(number: number, startedAt: board.at, by: person, posts: posts, draw: nil)
        }
        var lots = Lots(seed: seed)
        return RollCall(
            number: number, startedAt: board.at, by: person, posts: lots.draw(count, of: posts),
            draw: Draw(from: posts.count, seed: seed))
    }

    package func post(unit: UnitID, _ post: PostKey) -> CalledPost? {
        posts.first { $0.unit == unit && $0.post == post }
    }
}

extension DutyBoard {
    /// A unit that the place does not know is called as others are.
    fileprivate func hasLandline(_ unit: UnitID) -> Bool {
        place.flatMap { place in place.unit(unit).map { !place[$0].dutyPhone.isEmpty } } ?? true
    }
}

extension PostKey {
    /// Posts of leaders who may lead by phone are not looked for at their desk.
    fileprivate func isOnSite(in place: Place?) -> Bool {
        place.flatMap { place in place.post(self).map { place[$0].isOnSite } } ?? true
    }
}
