/// Two people of whom a rule speaks; the order does not matter.
package struct PersonPair: Hashable, Sendable, Codable {
    package let first: PersonID
    package let second: PersonID

    package init(_ one: PersonID, _ other: PersonID) {
        self.first = min(one, other)
        self.second = max(one, other)
    }

    /// The other of the two; nil for somebody else.
    package func partner(of person: PersonID) -> PersonID? {
        if person == first { return second }
        return person == second ? first : nil
    }
}

/// The pairs that `place.yaml` names under `apart` and `not_away`.
package struct PersonPairs: Hashable, Sendable, Codable {
    /// Never on duty at the same time (正副职, a couple).
    package var apart: [PersonPair]
    /// Never away at the same time.
    package var notAway: [PersonPair]

    package init(apart: [PersonPair] = [], notAway: [PersonPair] = []) {
        self.apart = apart
        self.notAway = notAway
    }
}
