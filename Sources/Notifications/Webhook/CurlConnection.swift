import CCurl
import Foundation

/// One of libcurl's handles with the connections that it keeps alive; belongs to the thread that made it.
final class CurlConnection {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
    /// An answer's body up to here is taken in and dropped, so that the connection can serve again; bytes.
    private static let bodyLimit = 65_536

    private let handle: UnsafeMutableRawPointer
    private var reply = WebhookReply()
    private var bodySize = 0

    init?() {
        guard Self.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    /// Returns when the exchange is over; the answer is given as soon as the status and headers are there.
    func send(_ job: WebhookJob) {
        guard !job.reply.isGiven else { return }
        reply = job.reply
        bodySize = 0
        curl_easy_reset(handle)
        let headers = Self.list(of: job.post.headers)
        defer { curl_slist_free_all(headers) }
        prepare(job.post, headers)
        guard let body = job.post.body else { return perform() }
        body.withUnsafeBytes { bytes in
            curl_set_number(handle, CURLOPT_POSTFIELDSIZE, bytes.count)
            curl_set_object(handle, CURLOPT_POSTFIELDS, bytes.baseAddress)
            perform()
        }
    }

    private func perform() {
        let code = curl_easy_perform(handle)
        reply.give(Self.answer(to: code))
    }

    private func prepare(_ post: WebhookPost, _ headers: UnsafeMutablePointer<curl_slist>?) {
        curl_set_text(handle, CURLOPT_URL, post.url.absoluteString)
        curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        curl_set_text(handle, CURLOPT_CUSTOMREQUEST, post.method)
        curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
        curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        // Signals belong to the program, which ignores those of closed pipes.
        curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        // A name server that does not answer must not outlast the timeout either.
        curl_set_number(handle, CURLOPT_QUICK_EXIT, 1)
        curl_set_number(handle, CURLOPT_TIMEOUT_MS, max(1, Int(post.timeout / .milliseconds(1))))
        let me = Unmanaged.passUnretained(self).toOpaque()
        curl_set_object(handle, CURLOPT_HEADERDATA, me)
        curl_set_object(handle, CURLOPT_WRITEDATA, me)
        curl_set_reader(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, me in
            me.map { CurlConnection.at($0).takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) }
            return size * count
        }
        curl_set_reader(handle, CURLOPT_WRITEFUNCTION) { _, size, count, me in
            me.map { CurlConnection.at($0).takeBody(size * count) } ?? 0
        }
    }

    private static func at(_ pointer: UnsafeMutableRawPointer) -> CurlConnection {
        Unmanaged<CurlConnection>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// The empty line ends the headers; those of an interim answer (1xx) are not the answer's.
    private func takeHeader(_ line: UnsafeRawBufferPointer) {
        guard line.elementsEqual("\r\n".utf8) || line.elementsEqual("\n".utf8) else { return }
        let status = curl_get_status(handle)
        if status >= 200 { reply.give(.answered(status: status, retryAfter: header("Retry-After"))) }
    }

    /// How many bytes were taken; fewer than there are ends the exchange.
    private func takeBody(_ size: Int) -> Int {
        bodySize += size
        return bodySize <= Self.bodyLimit ? size : 0
    }

    private func header(_ name: String) -> String? {
        var found: UnsafeMutablePointer<curl_header>?
        guard curl_easy_header(handle, name, 0, UInt32(CURLH_HEADER), -1, &found) == CURLHE_OK else { return nil }
        return found.flatMap { String(validatingCString: $0.pointee.value) }
    }

    private static func list(of headers: [String: String]) -> UnsafeMutablePointer<curl_slist>? {
        // Without a name's value libcurl leaves out what it would add by itself.
        let lines: [String] = headers.map { "\($0.key): \($0.value)" } + ["Expect:", "Accept:"]
        return lines.reduce(nil) { (list, line: String) in curl_slist_append(list, line) ?? list }
    }

    private static func answer(to code: CURLcode) -> WebhookAnswer {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_COULDNT_CONNECT: .failed("cannot connect to host")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .failed("cannot find host")
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: .failed("connection lost")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            .failed("no secure connection")
        case CURLE_OK: .failed("no answer")
        default: .failed("connection failed (\(code.rawValue))")
        }
    }
}
