import Foundation
import RosterFiles

extension SourceFile {
    /// Reads a file with nothing between its bytes and ours; nil where it cannot be read.
    init?(reading path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var isWhole = true
        // One byte more than it should have, so that the end is seen.
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
            count = 0
            while count < buffer.count, let start = buffer.baseAddress {
                let got = read(file, start + count, buffer.count - count)
                if got == 0 { return }
                if got < 0, errno != EINTR { break }
                count += max(0, got)
            }
            isWhole = false
        }
        guard isWhole else { return nil }  // it failed, or it grew meanwhile
        self.init(path: path, bytes: bytes)
    }
}
