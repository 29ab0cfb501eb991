/// Something that is asked of a plan and could be let go; what cannot (nobody is in two places) is no fact.
package enum Fact: Hashable, Sendable {
    /// The slot needs all its people.
    case slot(Int)
    /// A leave, by the caller's number.
    case leave(Int32)
    case pinned(slot: Int, person: Int32)
    /// Two people who are kept apart, the smaller number first.
    case apart(Int32, Int32)
    case rank
    case rest
    case dutyLength
    case most
    case window
    case consecutive
}

extension Fact: Comparable {
    private var order: (Int, Int, Int32) {
        switch self {
        case .slot(let slot): (0, slot, 0)
        case .leave(let leave): (1, Int(leave), 0)
        case .pinned(let slot, let person): (2, slot, person)
        case .apart(let one, let other): (3, Int(one), other)
        case .rank: (4, 0, 0)
        case .rest: (5, 0, 0)
        case .dutyLength: (6, 0, 0)
        case .most: (7, 0, 0)
        case .window: (8, 0, 0)
        case .consecutive: (9, 0, 0)
        }
    }

    package static func < (left: Fact, right: Fact) -> Bool { left.order < right.order }
}
