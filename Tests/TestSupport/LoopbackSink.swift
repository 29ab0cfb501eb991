package import FlyingFox
import FlyingSocks
package import Foundation

/// An HTTP server on 127.0.0.1 that records every request and gives the answers it was told to give.
package actor LoopbackSink {
    package struct Request: Sendable {
        package let method: String
        package let path: String
        package let headers: HTTPHeaders
        package let body: Data

        /// The value of a header whatever its case; nil where it is absent.
        package func header(_ name: String) -> String? { headers[HTTPHeader(name)] }
    }

    package enum Answer: Sendable {
        case status(Int, headers: [String: String] = [:], body: Data = Data())
        /// Takes the request and stays silent until the sink stops.
        case never
        /// 200, once requests for so many different paths have come.
        case together(paths: Int)
    }

    /// In the order of arrival.
    package private(set) var requests: [Request] = []
    /// The port of 127.0.0.1; 0 until the sink has started.
    package private(set) var port: UInt16 = 0
    private var answers: [Answer]
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var server: HTTPServer?
    private var running: Task<Void, any Error>?

    /// Gives the answers in order and goes on with the last one; 200 without any.
    package init(answers: [Answer] = []) {
        self.answers = answers
    }

    /// Runs a sink for the length of a test.
    package static func with<Value: Sendable>(
        answers: [Answer] = [], _ body: @Sendable (LoopbackSink) async throws -> Value
    ) async throws -> Value {
        let sink = LoopbackSink(answers: answers)
        try await sink.start()
        do {
            let value = try await body(sink)
            await sink.stop()
            return value
        } catch {
            await sink.stop()
            throw error
        }
    }

    package func start() async throws {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 300, logger: .disabled,
            handler: ClosureHTTPHandler { [weak self] in
                let body = try await $0.bodyData
                return try await self?.answer($0, body: body) ?? HTTPResponse(statusCode: .serviceUnavailable)
            })
        self.server = server
        running = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        if case .ip4(_, let port)? = await server.listeningAddress { self.port = port }
    }

    package func stop() async {
        await server?.stop()
        running?.cancel()
        server = nil
    }

    /// `http://127.0.0.1:PORT` and the path.
    package func address(_ path: String = "/hook") -> String { "http://127.0.0.1:\(port)\(path)" }

    private func answer(_ request: HTTPRequest, body: Data) async throws -> HTTPResponse {
        requests.append(
            Request(method: request.method.rawValue, path: request.path, headers: request.headers, body: body))
        let answer = answers.first ?? .status(200)
        if answers.count > 1 { answers.removeFirst() }
        switch answer {
        case .together(let count):
            if Set(requests.map(\.path)).count >= count {
                for continuation in waiting { continuation.resume() }
                waiting = []
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
            return HTTPResponse(statusCode: .ok)
        case .never:
            for await _ in AsyncStream<Never>.makeStream().stream {}  // ends only when the request is cancelled
            return HTTPResponse(statusCode: .ok)
        case .status(let code, let headers, let body):
            let named = headers.map { (HTTPHeader($0.key), $0.value) }
            return HTTPResponse(
                statusCode: HTTPStatusCode(code, phrase: "Scripted"),
                headers: HTTPHeaders(Dictionary(uniqueKeysWithValues: named)), body: body)
        }
    }
}
