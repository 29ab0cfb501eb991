/// The cells of one file as ranges of its bytes.
struct Cells {
    private(set) var starts: [Int32] = []
    private(set) var ends: [Int32] = []
    private(set) var lines = 0

    mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        var start = 0
        var isQuoted = false
        for position in 0..<bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
            starts.append(Int32(start))
            ends.append(Int32(position))
            start = position + 1
            if byte == UInt8(ascii: "\n") { lines += 1 }
        }
    }
}
