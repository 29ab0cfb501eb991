import Foundation
import Fuzzing

private let examples = Result { try Examples(rosters: URL(fileURLWithPath: "rosters")) }

/// libFuzzer's way in: the first byte chooses the reader, the rest is what it reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 0 else { return -1 }
    guard case .success(let examples) = examples else { fatalError("no examples: \(examples)") }
    let readers = FuzzedReader.allCases
    let reader = readers[Int(start[0]) % readers.count]
    let faults = reader.read(Array(UnsafeBufferPointer(start: start + 1, count: count - 1)), beside: examples)
    guard faults.isEmpty else { fatalError("\(reader): \(faults)") }
    return 0
}
