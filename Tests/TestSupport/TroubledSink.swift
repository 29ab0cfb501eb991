package import Foundation
import Synchronization

/// A webhook that is in trouble: an HTTP server on 127.0.0.1 whose every answer is drawn from a seed.
///
/// It works on bare sockets, because it must do what no server framework lets one do: reset a connection, or take a
/// request and say nothing.
package final class TroubledSink: Sendable {
    package enum Mood: Hashable, Sendable, CaseIterable {
        case prompt
        /// 200, a while later.
        case slow
        /// 500.
        case failing
        /// 429 with Retry-After.
        case busy
        /// The connection is reset instead of an answer.
        case reset
        /// Nothing, until the other side gives up.
        case silent
    }

    /// One request as it came, and how it was met.
    package struct Delivery: Sendable {
        package let id: String
        package let body: Data
        package let mood: Mood
    }

    private struct State {
        var random: SplitMix64
        var isCalm = false
        /// The moods that have not come yet, the next one last.
        var turns = [Mood](Mood.allCases.reversed())
        var deliveries: [Delivery] = []
    }

    private let state: Mutex<State>
    private let raw: [UInt8]?
    private let listener: Int32
    /// The port of 127.0.0.1.
    package let port: UInt16

    /// Answers every request with these bytes, whatever they are, and closes the connection.
    package convenience init(answering bytes: [UInt8]) throws { try self.init(SplitMix64(seed: 0), bytes) }

    /// Each mood comes once, in turn; then half of the answers are prompt, and one in twenty-five is silence, since each
    /// silence takes a whole timeout.
    package convenience init(seed: UInt64) throws { try self.init(SplitMix64(seed: seed), nil) }

    private init(_ random: SplitMix64, _ bytes: [UInt8]?) throws {
        state = Mutex(State(random: random))
        raw = bytes
        (listener, port) = try Loopback.listen()
        Thread.detachNewThread { [weak self, listener] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                Thread.detachNewThread { [weak self] in
                    self?.serve(connection)
                    close(connection)
                }
            }
            close(listener)
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    package var address: String { "http://127.0.0.1:\(port)/hook" }

    /// In the order of arrival.
    package var deliveries: [Delivery] { state.withLock { $0.deliveries } }

    /// The trouble is over: from now on every answer is a prompt 200.
    package func calm() { state.withLock { $0.isCalm = true } }

    private func serve(_ connection: Int32) {
        guard let request = Loopback.request(from: connection) else { return }
        let mood = state.withLock { state in
            let mood: Mood = state.isCalm ? .prompt : state.turns.popLast() ?? Self.mood(&state.random)
            state.deliveries.append(Delivery(id: request.id, body: request.body, mood: mood))
            return mood
        }
        if let raw { return Loopback.put(raw, on: connection) }
        switch mood {
        case .prompt: Loopback.answer("200 OK", on: connection)
        case .slow:
            Loopback.awaitHangUp(connection, milliseconds: 200)
            Loopback.answer("200 OK", on: connection)
        case .failing: Loopback.answer("500 Internal Server Error", on: connection)
        case .busy: Loopback.answer("429 Too Many Requests\r\nRetry-After: 7", on: connection)
        case .reset: Loopback.reset(connection)
        case .silent: Loopback.awaitHangUp(connection, milliseconds: -1)
        }
    }

    private static func mood(_ random: inout SplitMix64) -> Mood {
        switch random.number(1...100) {
        case ...50: .prompt
        case ...65: .slow
        case ...78: .failing
        case ...88: .busy
        case ...96: .reset
        default: .silent
        }
    }
}

/// The sockets under the sink.
private enum Loopback {
    static func listen() throws -> (socket: Int32, port: UInt16) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bare in
                bind(listener, bare, length) == 0 && Foundation.listen(listener, 64) == 0
                    && getsockname(listener, bare, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    /// Nil where the other side was gone before its request was whole.
    static func request(from connection: Int32) -> (id: String, body: Data)? {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let blank = Data("\r\n\r\n".utf8)
        while true {
            if let end = received.range(of: blank) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = header("content-length", in: head).flatMap { Int($0) } ?? 0
                if received.count - end.upperBound >= length {
                    return (header("duty-message-id", in: head) ?? "", received[end.upperBound...])
                }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received.append(contentsOf: buffer[..<count])
        }
    }

    private static func header(_ name: String, in head: String) -> String? {
        for line in head.components(separatedBy: "\r\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name { return parts[1].trimmingCharacters(in: .whitespaces) }
        }
        return nil
    }

    static func answer(_ status: String, on connection: Int32) {
        put(Array("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8), on: connection)
    }

    static func put(_ bytes: [UInt8], on connection: Int32) {
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    static func reset(_ connection: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    }

    /// Waits until the other side is gone, at most so long; without end when negative.
    static func awaitHangUp(_ connection: Int32, milliseconds: Int32) {
        var descriptor = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)  // its end can be read
        _ = poll(&descriptor, 1, milliseconds)
    }
}
