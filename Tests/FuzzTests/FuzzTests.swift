import Foundation
import Fuzzing
import TestSupport
import Testing

@Suite("Every reader against a hundred thousand spoiled inputs")
struct FuzzTests {
    /// 100,000 in all; `make fuzz` sets how many it wants.
    private static let cases = ProcessInfo.processInfo.environment["DUTY_FUZZ_CASES"].flatMap { Int($0) } ?? 100_000
    private static let shares = 2
    private static let isLong = ProcessInfo.processInfo.environment["DUTY_FUZZ_CASES"] != nil

    private static let examples = Result { try Examples() }

    @Test("libFuzzer begins with seeds for every reader, each of which comes back to its own")
    func corpus() throws {
        let examples = try Self.examples.get()
        #expect(Set(examples.corpus.map(\.input.reader)) == Set(FuzzedReader.allCases))
        for (name, input) in examples.corpus {
            #expect(FuzzInput(encoded: input.encoded) == input, "\(name)")
            #expect(input.reader.read(input.bytes, beside: examples).isEmpty, "\(name)")
        }
        guard let folder = ProcessInfo.processInfo.environment["DUTY_FUZZ_CORPUS"] else { return }
        for (name, input) in examples.corpus {
            try Data(input.encoded).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
        }
    }

    /// So many cases are a share of this reader.
    private static func count(_ reader: FuzzedReader) -> Int {
        cases * reader.weight / FuzzedReader.allCases.reduce(0) { $0 + $1.weight } / shares + 1
    }

    @Test(
        "no crash, no hang, and every rejection has its place and its words", arguments: FuzzedReader.allCases,
        0..<shares)
    func sound(reader: FuzzedReader, share: Int) throws {
        let examples = try Self.examples.get()
        let seeds = examples.seeds(of: reader)
        let (count, start) = (Self.count(reader), ContinuousClock.now)
        for number in 0..<count {
            var mutation = Mutation(seed: UInt64(number * Self.shares + share), donors: seeds)
            let seed = mutation.excerpt(of: seeds[mutation.below(seeds.count)], isYAML: reader.isYAML)
            let input = mutation.spoil(seed)
            let faults = reader.read(input, beside: examples)
            #expect(
                faults.isEmpty, "\(reader), case \(number): \(faults) for \(String(decoding: input, as: UTF8.self))")
            if !faults.isEmpty { return }
        }
        guard Self.isLong else { return }
        let line = "fuzz: \(reader) \(share): \(count) cases in \(start.duration(to: .now))\n"
        try FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
