import Fuzzing

private let examples = Result { try Examples() }

/// libFuzzer's way in.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, let input = FuzzInput(encoded: UnsafeBufferPointer(start: start, count: count)) else { return -1 }
    guard case .success(let examples) = examples else { fatalError("no examples: \(examples)") }
    let faults = input.reader.read(input.bytes, beside: examples)
    guard faults.isEmpty else { fatalError("\(input.reader): \(faults)") }
    return 0
}
