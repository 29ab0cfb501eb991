import Foundation

/// The disk's own rate: one 4 KiB page written over and synchronised, again and again.
enum DiskSync {
    static func rate(in folder: String, count: Int) throws -> Double {
        let path = folder + "/fsync.probe"
        let file = open(path, O_CREAT | O_RDWR, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4096)
        let start = ContinuousClock.now
        for _ in 0..<count {
            guard pwrite(file, page, page.count, 0) == page.count, fdatasync(file) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        }
        return Double(count) / start.seconds
    }
}

extension ContinuousClock.Instant {
    /// Seconds since.
    var seconds: Double {
        let passed = duration(to: .now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    }
}
