import Foundation
import RosterFiles
import TestSupport
import Testing

@Suite("The quick YAML reader answers only where it agrees with the full parser")
struct PlainYamlTests {
    /// Every YAML file of the repository's rosters.
    private static let files: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("rosters").path
        let all = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".yaml") }.sorted().map { root + "/" + $0 }
    }()

    private static let country = """
        # 虚构
        place: country
        name: 示例国    # comment
        hours: {office: [{from: 2026-01-01, open: "08:30", close: '17:30'}]}
        fallback: [person:a-01, phone:a, -x, a#b, ~, null]
        nested:
          list:
            - {a: 1, b: [], c: {}}
            - plain words here

          # a comment before a lesser indent
          deeper: {key : v, "quoted key": "x: y # z"}
        units:
          000000000: {name: 总值班室, parent: null, hours: office, posts: [leader, officer]}
          110000000: {name: 甲省, parent: 000000000, duty_phone: 0000-5550001, posts: [leader]}
        url: http://example.invalid/a?b=c
        """

    @Test("whole files: the same nodes, at the same places")
    func wholeFiles() throws {
        #expect(Self.files.count > 5)
        for path in Self.files {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            #expect(YamlAgreement(bytes).isSound, "\(path)")
        }
        #expect(YamlAgreement(Array(Self.country.utf8)).isQuick)
    }

    @Test("files with letters changed, added and taken away", arguments: UInt64(0)..<40)
    func mutations(seed: UInt64) throws {
        var random = SplitMix64(seed: seed &* 7919 + 13)
        let signs = Array("{}[]:,#\"'- \n?&*!|>%@`~=<\\\tab01中、".utf8)
        for _ in 0..<120 {
            var bytes = Array(Self.country.utf8)
            for _ in 0...random.below(3) {
                let position = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[position] = signs[random.below(signs.count)]
                case 1: bytes.insert(signs[random.below(signs.count)], at: position)
                default: bytes.remove(at: position)
                }
            }
            #expect(YamlAgreement(bytes).isSound, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
