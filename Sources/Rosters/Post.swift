package import Calendars

/// A duty that must be stood: its tier, how many people, what they need and when.
package struct Post: Hashable, Sendable, Codable {
    package let key: PostKey
    package let name: String
    package let tier: Tier
    /// How many different people must stand here at once.
    package let count: Int
    package let cover: Cover
    /// False for a leader who may lead by phone; such posts conflict only with one another.
    package let isOnSite: Bool
    package let rank: Rank?
    /// Empty: any employment that may stand duty at all.
    package let employment: [Employment]
    package let qualifications: [String]
    package let handles: [IncidentKind]
    /// The unit that lends the people of this post.
    package let from: UnitID?
    /// Whether people of other units than the post's own, or the lender's, may stand here; nil: they may not.
    package let pool: PostPool?
    /// The rule or notice that allows a lesser cover.
    package let source: String?
    /// 交接重叠: for so many minutes the incoming must stand beside the outgoing; nil asks for none.
    package let handoverMinutes: Int?

    package init(
        key: PostKey, name: String, tier: Tier, count: Int = 1, cover: Cover = .always, isOnSite: Bool = true,
        rank: Rank? = nil, employment: [Employment] = [], qualifications: [String] = [], handles: [IncidentKind] = [],
        from: UnitID? = nil, pool: PostPool? = nil, source: String? = nil, handoverMinutes: Int? = nil
    ) {
        self.key = key
        self.name = name
        self.tier = tier
        self.count = count
        self.cover = cover
        self.isOnSite = isOnSite
        self.rank = rank
        self.employment = employment
        self.qualifications = qualifications
        self.handles = handles
        self.from = from
        self.pool = pool
        self.source = source
        self.handoverMinutes = handoverMinutes
    }

    /// Whether the post handles an incident of a kind; an unknown category is handled nowhere.
    package func handles(category: Category?, type: String?) -> Bool {
        handles.contains { $0.covers(category: category, type: type) }
    }
}

/// From where a post draws its people beside its own unit.
package enum PostPool: String, Sendable, Codable {
    /// The unit and every unit under it: a county's duty room.
    case below
    /// Every unit of the place.
    case all
}

/// The four categories of 突发事件应对法 (2024), art. 2.
package enum Category: String, Sendable, Codable, CaseIterable {
    case nature
    case accident
    case health
    case security
}

/// A category and, where a post or ladder is meant for one only, a type: `accident/危险化学品`.
package struct IncidentKind: Hashable, Sendable, Codable {
    package let category: Category
    /// Nil means every type of the category.
    package let type: String?

    package init(category: Category, type: String?) {
        self.category = category
        self.type = type
    }

    package func covers(category: Category?, type: String?) -> Bool {
        category == self.category && (self.type == nil || self.type == type)
    }
}
