/// Seats for which there are too few people by numbers alone (Hall), several of them.
package struct Shortage: Hashable, Sendable {
    /// The slots that compete for the same people.
    package var slots: [Int]
    package var people: [Int32]
    /// So many of their seats stay empty at least.
    package var missing: Int
    /// The slots that were let go of together to find the next contradiction.
    package var excused: [Fact]
}
