/// The id that planners write for a thing; two things of different types never share a key type.
package struct Key<Thing>: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

package typealias UnitID = Key<Unit>
package typealias PersonID = Key<Person>
package typealias PostKey = Key<Post>
package typealias ShiftKey = Key<ShiftPattern>

extension Key: Comparable {
    package static func < (left: Key, right: Key) -> Bool { left.text < right.text }
}

extension Key: CustomStringConvertible {
    package var description: String { text }
}

extension Key: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

extension Key: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The position of a thing in its place's table: what the country-sized loops use instead of keys.
package struct Ordinal<Thing>: Hashable, Comparable, Sendable {
    package let offset: Int32

    @inlinable
    package init(_ offset: Int) {
        self.offset = Int32(offset)
    }

    @inlinable package var index: Int { Int(offset) }

    @inlinable
    package static func == (left: Ordinal, right: Ordinal) -> Bool { left.offset == right.offset }

    @inlinable
    package static func < (left: Ordinal, right: Ordinal) -> Bool { left.offset < right.offset }

    @inlinable
    package func hash(into hasher: inout Hasher) { hasher.combine(offset) }
}

extension Ordinal: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(offset)
    }
}
