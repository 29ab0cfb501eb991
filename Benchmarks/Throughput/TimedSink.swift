import FlyingFox
import FlyingSocks
import Foundation

/// A webhook on the loopback that notes when each incident was heard of first.
actor TimedSink {
    private(set) var first: [String: ContinuousClock.Instant] = [:]
    private(set) var total = 0
    private var port: UInt16 = 0

    var count: Int { first.count }
    var url: String { "http://127.0.0.1:\(port)/" }

    static func with<Value>(_ body: (TimedSink) async throws -> Value) async throws -> Value {
        let sink = TimedSink()
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 60, logger: .disabled,
            handler: ClosureHTTPHandler { request in
                let id = request.headers[HTTPHeader("Duty-Message-Id")] ?? ""
                await sink.heard(String(id.prefix { $0 != "/" }))
                return HTTPResponse(statusCode: .ok)
            })
        let running = Task { try await server.run() }
        defer { running.cancel() }
        try await server.waitUntilListening()
        await sink.listens(on: await server.listeningAddress)
        return try await body(sink)
    }

    private func heard(_ incident: String) {
        total += 1
        first[incident] = first[incident] ?? .now
    }

    private func listens(on address: Socket.Address?) {
        if case .ip4(_, let port)? = address { self.port = port }
    }
}
