import Foundation
import Testing

@Suite("What is told of gaps that open and close")
struct GapNewsTests {
    /// On the 17th 李建国 leads the office from 08:30 on for a day, on the 18th 张卫东.
    private func desk() async throws -> DrillDesk { try await DrillDesk.atNight("2026-02-15T08:00") }

    private func absent(_ person: String, from: String, to: String, at desk: DrillDesk) async throws {
        try await desk.done(
            "absent", person, "--from", from, "--to", to, "--by", person, "--reason", "x", "--approved-by", "郑怀远")
    }

    /// The people who are told now of the leader's post with these words, and the stretches.
    private func told(_ words: String, _ desk: DrillDesk) async throws -> (people: Set<String>, lines: Set<String>) {
        var (people, lines): (Set<String>, Set<String>) = ([], [])
        var person = ""
        let printed = try await desk.done("dispatch", "--until-idle").stdout
        for line in printed.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line.hasPrefix("call ") { person = String(line.split(separator: " ")[1]) }
            guard line.hasPrefix("应急管理局 带班领导 "), line.contains(words) else { continue }
            people.insert(person)
            lines.insert(line)
        }
        return (people, lines)
    }

    @Test(
        "Of two absences that touch, each is told with the gap that it opens, and its undo with the gap that it closes")
    func touching() async throws {
        let desk = try await desk()
        try await absent("李建国", from: "2026-02-17", to: "2026-02-18", at: desk)
        let first = try await told(": 0 of 1", desk)
        #expect(first.lines == ["应急管理局 带班领导 02-17 08:30 → 02-18 08:30: 0 of 1"])
        try await absent("张卫东", from: "2026-02-18", to: "2026-02-18", at: desk)
        let second = try await told(": 0 of 1", desk)
        #expect(second.lines == ["应急管理局 带班领导 02-18 08:30–24:00: 0 of 1"])
        try await desk.done("change", "undo", "c1", "--by", "李建国", "--reason", "back")
        let closed = try await told("(李建国)", desk)
        #expect(closed.lines == ["应急管理局 带班领导 02-17 08:30 → 02-18 08:30 (李建国)"])
        #expect(!closed.people.isEmpty && closed.people == first.people)
    }

    @Test("Of two overlapping absences of one person, whoever heard of the gap hears of each part when it closes")
    func overlapping() async throws {
        let desk = try await desk()
        try await absent("李建国", from: "2026-02-17", to: "2026-02-17", at: desk)
        try await absent("李建国", from: "2026-02-17T12:00", to: "2026-02-18", at: desk)
        #expect(
            try await told(": 0 of 1", desk).lines == [
                "应急管理局 带班领导 02-17 08:30–24:00: 0 of 1", "应急管理局 带班领导 02-18 00:00–08:30: 0 of 1",
            ])
        try await desk.done("change", "undo", "c1", "--by", "李建国", "--reason", "sooner back")
        #expect(try await told("(李建国)", desk).lines == ["应急管理局 带班领导 02-17 08:30–12:00 (李建国)"])
        try await desk.done("change", "undo", "c2", "--by", "李建国", "--reason", "back")
        let last = try await told("(李建国)", desk)
        #expect(last.lines == ["应急管理局 带班领导 02-17 12:00 → 02-18 08:30 (李建国)"])
        #expect(last.people.contains("郑怀远"))
    }

    @Test(
        "A relief that fills a gap is told to whoever heard of the gap, with who stands there; the undo with the rest")
    func relieved() async throws {
        let desk = try await desk()
        try await absent("李建国", from: "2026-02-17", to: "2026-02-17", at: desk)
        let opened = try await told(": 0 of 1", desk)
        try await desk.done(
            "relieve", "李建国", "--with", "张卫东", "--at", "2026-02-17T10:00", "--by", "李建国", "--reason", "x",
            "--approved-by", "郑怀远")
        let relieved = try await told("(张卫东)", desk)
        #expect(relieved.lines == ["应急管理局 带班领导 02-17 08:30–17:30 (张卫东)"])
        #expect(!opened.people.isEmpty && relieved.people == opened.people, "\(relieved.people) \(opened.people)")
        try await desk.done("change", "undo", "c1", "--by", "李建国", "--reason", "back")
        let closed = try await told("(李建国)", desk)
        #expect(closed.lines == ["应急管理局 带班领导 02-17 17:30–24:00 (李建国)"])
        #expect(closed.people == opened.people)
    }

    @Test("A relief of a post that nobody missed tells only those whom it moves")
    func noGap() async throws {
        let desk = try await desk()
        try await desk.done(
            "relieve", "王芳", "--with", "周明", "--at", "2026-02-15", "--by", "王芳", "--reason", "x", "--approved-by",
            "郑怀远")
        let calls = try await desk.done("dispatch", "--until-idle").stdout.split(separator: "\n")
            .filter { $0.hasPrefix("call ") }
        #expect(calls.count == 2, "\(calls)")
    }
}
