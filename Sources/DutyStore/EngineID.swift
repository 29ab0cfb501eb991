/// One run of an engine; a lease names it, so that a claim that was lost is noticed.
package struct EngineID: Hashable, Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    /// A new id from the system's random numbers; `host` is whatever numbers the processes.
    package static func random(host: String, process: Int32) -> EngineID {
        EngineID(text: "\(host)/\(process)/\(Random.hex(bytes: 8))")
    }

    /// Whose process runs the engine; nil for an id of another kind.
    package var home: (host: String, process: Int32)? {
        let parts = text.split(separator: "/")
        guard parts.count == 3, let process = Int32(parts[1]) else { return nil }
        return (String(parts[0]), process)
    }
}
