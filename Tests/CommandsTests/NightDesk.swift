import Foundation
import Testing

/// What the main job's tests ask of a desk again and again.
extension DrillDesk {
    static let incident = "2026-0001"

    /// A desk on the first night of the festival, its mended roster in force; published once for all tests.
    static func atNight(_ time: String = "2026-02-17T03:12") async throws -> DrillDesk {
        let desk = try DrillDesk()
        for (name, data) in try await published.value {
            try data.write(to: desk.scratch.url.appendingPathComponent(name))
        }
        try await desk.clock(time)
        return desk
    }

    /// The files of a drill database in which the mended roster is in force.
    private static let published = Task { () -> [String: Data] in
        let desk = try DrillDesk()
        try await desk.begin(at: "2026-02-10T09:00")
        let folder = desk.scratch.url
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("drill.db") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
    }

    func clock(_ time: String) async throws {
        let run = try await duty("drill", "clock", "--to", time)
        #expect(run.exitCode == 0, "\(run.stderr)")
    }

    /// The drill's clock goes to this time of the first night, and everything that is due is done.
    @discardableResult
    func dispatch(until time: String) async throws -> CommandRun {
        try await clock("2026-02-17T" + time)
        return try await duty("dispatch", "--until-idle")
    }

    /// A verb that must be done.
    @discardableResult
    func done(_ arguments: String...) async throws -> CommandRun {
        let run = try await CommandRun.duty(arguments, environment: environment)
        #expect(run.exitCode == 0, "\(arguments): \(run.stderr)")
        return run
    }

    /// A verb that must end with this code and nothing on stdout.
    @discardableResult
    func refused(_ code: Int32, _ arguments: String...) async throws -> CommandRun {
        let run = try await CommandRun.duty(arguments, environment: environment)
        #expect(run.exitCode == code, "\(arguments): \(run.stdout)\(run.stderr)")
        #expect(run.stdout.isEmpty)
        #expect(!run.stderr.isEmpty)
        return run
    }

    func show(_ number: String = incident) async throws -> [String: Any] {
        try await duty("show", number, "--json").object()
    }

    /// The report's text as it is sent.
    func text(_ kind: String, _ language: String, of number: String = incident) async throws -> String {
        try await done("show", number, "--text", kind, "--lang", language).stdout
    }
}

extension [String: Any] {
    func text(_ key: String) -> String? { self[key] as? String }

    func list(_ key: String) throws -> [[String: Any]] { try #require(self[key] as? [[String: Any]], "\(key)") }

    /// Who was told, by whatever notice: the messages' people in their order.
    func people(_ key: String) throws -> [String] { try list(key).compactMap { $0["person"] as? String } }

    /// The limit with this number.
    func deadline(_ clock: Int) throws -> [String: Any] {
        try #require(try list("deadlines").first { $0["clock"] as? Int == clock }, "no limit \(clock)")
    }
}
