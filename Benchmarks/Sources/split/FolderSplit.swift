import Glibc

/// Reads files one after another into one buffer and splits each.
struct FolderSplit {
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)
    private var cells = Cells()
    private(set) var files = 0
    private(set) var bytes = 0
    private(set) var cellCount = 0
    var lines: Int { cells.lines }

    mutating func read(_ path: String) {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return }
        defer { close(file) }
        var count = 0
        while true {
            if count == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
            let got = buffer.withUnsafeMutableBytes { all in
                let rest = UnsafeMutableRawBufferPointer(rebasing: all[count...])
                return Glibc.read(file, rest.baseAddress, rest.count)
            }
            if got <= 0 { break }
            count += got
        }
        buffer.withUnsafeBufferPointer { cells.split(UnsafeBufferPointer(rebasing: $0[..<count])) }
        files += 1
        bytes += count
        cellCount += cells.starts.count
    }

    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
