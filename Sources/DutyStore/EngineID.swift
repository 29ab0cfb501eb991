/// One run of an engine; a lease names it, so that a claim that was lost is noticed.
package struct EngineID: Hashable, Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// A new id from the system's random numbers.
    package static func random() -> EngineID {
        EngineID(text: Random.hex(bytes: 8))
    }
}
