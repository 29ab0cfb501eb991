/// To which unit a “where” belongs (属地管理).
package enum TerritoryMatch: Hashable, Sendable {
    case one(Ordinal<Unit>, name: String)
    /// Units that claim a name of the same length; nobody guesses between them.
    case several([Ordinal<Unit>], name: String)
    case none
}

extension Place {
    /// The unit whose longest place name or grid cell stands in the text.
    package func territory(of text: String) -> TerritoryMatch {
        let claims = units.indices.flatMap { index in
            units[index].territory.filter { Self.mentions($0, in: text) }.map { (unit: index, name: $0) }
        }
        guard let longest = claims.max(by: { $0.name.count < $1.name.count }) else { return .none }
        let best = claims.filter { $0.name.count == longest.name.count }
        let owners = best.map(\.unit).uniqued()
        guard owners.count == 1, let owner = owners.first else {
            return .several(owners.map { Ordinal($0) }, name: longest.name)
        }
        return .one(Ordinal(owner), name: longest.name)
    }

    /// `网格03` is not meant by `网格031`.
    private static func mentions(_ name: String, in text: String) -> Bool {
        guard !name.isEmpty else { return false }
        return text.ranges(of: name).contains { range in
            guard name.last?.isNumber == true, range.upperBound < text.endIndex else { return true }
            return !text[range.upperBound].isNumber
        }
    }
}
