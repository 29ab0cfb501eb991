/// One run of an engine; a lease names it, so that a claim that was lost is noticed.
package struct EngineID: Hashable, Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// A new id of a process, from the system's random numbers.
    package static func random(process: Int32) -> EngineID {
        EngineID(text: "\(process)-\(Random.hex(bytes: 8))")
    }

    /// The process that runs the engine; nil for an id of another kind.
    package var process: Int32? { text.split(separator: "-").first.flatMap { Int32($0) } }
}
