/// What libFuzzer is given: the first byte names the reader, the rest is what it reads.
package struct FuzzInput: Hashable, Sendable {
    package let reader: FuzzedReader
    package let bytes: [UInt8]

    package init(_ reader: FuzzedReader, _ bytes: [UInt8]) {
        self.reader = reader
        self.bytes = bytes
    }

    /// Any first byte names a reader; nil for no byte at all.
    package init?(encoded: some Collection<UInt8>) {
        guard let first = encoded.first else { return nil }
        let readers = FuzzedReader.allCases
        self.init(readers[Int(first) % readers.count], Array(encoded.dropFirst()))
    }

    package var encoded: [UInt8] { [UInt8(FuzzedReader.allCases.firstIndex(of: reader) ?? 0)] + bytes }
}

extension Examples {
    /// Something to begin with for every reader, by a name that tells which.
    package var corpus: [(name: String, input: FuzzInput)] {
        FuzzedReader.allCases.flatMap { reader in
            seeds(of: reader).enumerated().map { ("\(reader)-\($0)", FuzzInput(reader, $1)) }
        }
    }
}
