import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("JSON is written as Foundation's encoder writes it")
struct JSONWriterTests {
    @Test("Whatever the value, the bytes are those of the general encoder", arguments: 0..<200)
    func sameBytes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        try expectSameBytes(Self.value(depth: 0, &random))
    }

    private func expectSameBytes(_ value: JSON) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(try value.line() == String(decoding: encoder.encode(Encoded(value)), as: UTF8.self))
        encoder.outputFormatting.insert(.prettyPrinted)
        #expect(try value.rendered() == String(decoding: encoder.encode(Encoded(value)), as: UTF8.self))
    }

    @Test(
        "A list that all cores write is the same bytes, alone, within others and in a line",
        arguments: [1_999, 2_000, 7_001])
    func longLists(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        let list = JSON.list((0..<count).map { _ in Self.value(depth: 3, &random) })
        for value in [list, .object(["a": .list([list, .list([])]), "b": .null])] {
            try expectSameBytes(value)
        }
    }

    @Test("Long lists within each other, objects in a long list and an object of many members are the same bytes")
    func nestedLongLists() throws {
        let long = JSON.list((0..<2_001).map { .number($0) })
        let lists = JSON.list((0..<2_000).map { $0 == 7 ? long : .list([]) })
        let objects = JSON.list((0..<2_000).map { .object(["n": .number($0), "list": .list([.object([:])])]) })
        let members = JSON.Members((0..<2_001).map { ("k\(10_000 + $0)", JSON.object(["n": .number($0)])) })
        for value in [lists, .object(["a": .object(["b": objects])]), .object(members), .list([lists, objects])] {
            try expectSameBytes(value)
        }
    }

    @Test("Every character of a text is escaped as there")
    func characters() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        for code in [UInt32](0..<0x300) + [0x2028, 0x2029, 0xFEFF, 0xFFFD, 0x20000, 0x1F600] {
            let text = Unicode.Scalar(code).map { "a\(Character($0))b" } ?? ""
            #expect(try JSON.text(text).line() == String(decoding: encoder.encode(text), as: UTF8.self))
        }
    }

    @Test("Members keep one value for each key")
    func members() {
        var members: JSON.Members = ["a": .number(1), "b": .null]
        members["a"] = .number(2)
        members.merge(["b": .flag(true), "c": .text("x")])
        #expect(JSON.object(members).line() == #"{"a":2,"b":true,"c":"x"}"#)
        members["c"] = nil
        #expect(JSON.object(members.filled(with: ["a": .null, "d": .null])).line() == #"{"a":2,"b":true,"d":null}"#)
    }

    private static func value(depth: Int, _ random: inout SplitMix64) -> JSON {
        switch Int.random(in: 0..<(depth < 4 ? 8 : 4), using: &random) {
        case 0: .null
        case 1: .text(text(&random))
        case 2: .number(Int.random(in: -1_000_000...1_000_000, using: &random))
        case 3: .flag(Bool.random(using: &random))
        case 4, 5: .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1, &random) })
        default:
            .object(
                JSON.Members(
                    (0..<Int.random(in: 0...4, using: &random)).map { _ in
                        (text(&random), value(depth: depth + 1, &random))
                    }))
        }
    }

    private static func text(_ random: inout SplitMix64) -> String {
        let letters = ["a", "b", "Z", "_", "1", "/", "\"", "\\", "\n", "\t", "\u{1}", "李", "é", "🙂", " "]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }.joined()
    }
}

/// The same value for the general encoder.
private struct Encoded: Encodable {
    let value: JSON

    init(_ value: JSON) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let list): try container.encode(list.map(Encoded.init))
        case .object(let members):
            try container.encode(
                Dictionary(members.sorted.map { ($0.key, Encoded($0.value)) }) { first, _ in first })
        }
    }
}
