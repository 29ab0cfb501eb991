import Foundation
import Testing

@Suite("Absences")
struct AbsenceTests {
    private static let away = [
        "absent", "李建国", "--from", "2026-02-17", "--to", "2026-02-17", "--by", "李建国", "--reason", "hospital",
    ]

    private func desk(_ time: String = "2026-02-13T09:00") async throws -> DrillDesk {
        try await DrillDesk.atNight(time)
    }

    private func run(_ desk: DrillDesk, _ arguments: [String]) async throws -> CommandRun {
        try await CommandRun.duty(arguments, environment: desk.environment)
    }

    @Test("A sick person's absence within a shift of their own is no second duty")
    func withinAShift() async throws {
        let desk = try await desk()
        let sick = try await desk.done(
            "absent", "俞振邦", "--from", "2026-02-16T14:00", "--to", "2026-02-16T20:00", "--by", "俞振邦", "--reason", "急病",
            "--approved-by", "p003")
        #expect(sick.stdout.contains("This opens gaps:"))
        try await desk.done(
            "relieve", "陈刚", "--with", "刘洋", "--at", "2026-02-16T13:00", "--from", "2026-02-16T12:00", "--to",
            "2026-02-16T14:00", "--by", "陈刚", "--reason", "doctor", "--approved-by", "逄锦秀")
    }

    @Test("The same leave is recorded once, however often it is asked for at once; one that goes beyond it is told")
    func once() async throws {
        let desk = try await desk()
        let leave = Self.away + ["--approved-by", "郑怀远"]
        async let first = run(desk, leave)
        async let second = run(desk, leave)
        async let third = run(desk, leave)
        let runs = try await [first, second, third]
        #expect(runs.map(\.exitCode).sorted() == [0, 1, 1], "\(runs.map(\.stderr))")
        #expect(runs.filter { $0.exitCode == 1 }.allSatisfy { $0.stderr.contains("already recorded as c1") })
        #expect(try await desk.done("change", "list", "--json").array().count == 1)
        let longer = try await desk.done(
            "absent", "李建国", "--from", "2026-02-17", "--to", "2026-02-18", "--by", "李建国", "--reason", "hospital")
        #expect(longer.stdout.contains("it overlaps absences that are recorded already: c1"))
    }

    @Test("When an absence is undone, whoever was told of its gaps is told that they are closed")
    func closed() async throws {
        let desk = try await desk()
        let left = try await run(desk, Self.away + ["--approved-by", "郑怀远"])
        #expect(left.exitCode == 0, "\(left.stderr)")
        func called() async throws -> (people: Set<Substring>, text: String) {
            let text = try await desk.done("dispatch", "--until-idle").stdout
            let calls = text.split(separator: "\n").filter { $0.hasPrefix("call ") }
            return (Set(calls.map { $0.split(separator: " ")[1] }), text)
        }
        let opened = try await called()
        #expect(opened.text.contains("arrange a relief"))
        try await desk.done("change", "undo", "c1", "--by", "郑怀远", "--reason", "back")
        let closed = try await called()
        #expect(closed.text.contains("The absence of 李建国 was undone") && closed.text.contains("these are stood again"))
        #expect(closed.text.contains("you stand: 应急管理局 带班领导 02-17 08:30"))
        #expect(!closed.people.isEmpty && closed.people == opened.people)
    }

    @Test("Who stands in for an office is told, who says it, and the ladder and the fallback tell the deputy")
    func deputy() async throws {
        let desk = try await desk("2026-02-17T03:00")
        try await desk.done(
            "absent", "顾怀瑾", "--from", "2026-02-17", "--to", "2026-02-17", "--by", "顾怀瑾", "--reason", "trip",
            "--stand-in", "邵明哲", "--approved-by", "骆秋实")
        let told = try await desk.done("dispatch", "--until-idle").stdout
        #expect(told.contains("call 邵明哲") && told.contains("You stand in for an office"))
        let who = try await desk.done("who")
        #expect(who.stdout.contains("邵明哲 stands in for 顾怀瑾") && who.stdout.contains("approved by 骆秋实, c1"))
        try await desk.clock("2026-02-17T03:12")
        _ = try await desk.report()
        for time in ["03:15", "03:20"] { try await desk.dispatch(until: time) }
        let people = try await desk.show().people("telling")
        #expect(people.contains("p005") && !people.contains("p002"), "\(people)")
        try await desk.done("change", "undo", "c1", "--by", "顾怀瑾", "--reason", "back")
        #expect(try await desk.done("dispatch", "--until-idle").stdout.contains("You stand in no more"))
        #expect(try await !desk.done("who").stdout.contains("stands in for 顾怀瑾"))
    }

    @Test("In force the routing proof finds whoever is away without a deputy, and not whoever has one")
    func provenDeputy() async throws {
        let desk = try await desk()
        let away = [
            "absent", "顾怀瑾", "--from", "2026-02-17", "--to", "2026-02-17", "--by", "顾怀瑾", "--reason", "trip",
            "--approved-by", "骆秋实",
        ]
        func namedInVain() async throws -> [String] {
            try await desk.duty("prove", "--in-force", "2026-spring-festival", "--json").object().list("findings")
                .filter { $0["rule"] as? String == "person-on-leave" }.flatMap { $0["people"] as? [String] ?? [] }
        }
        let before = try await namedInVain()
        #expect(try await run(desk, away).exitCode == 0)
        #expect(try await Set(namedInVain()).subtracting(before) == ["p002"])
        try await desk.done("change", "undo", "c1", "--by", "顾怀瑾", "--reason", "again, with a deputy")
        #expect(try await run(desk, away + ["--stand-in", "邵明哲"]).exitCode == 0)
        #expect(try await namedInVain() == before)
    }

    @Test("A deputy is another person, may stand duty, and is there all the time")
    func unfitDeputy() async throws {
        let desk = try await desk()
        try await desk.done(
            "absent", "邵明哲", "--from", "2026-02-18T10:00", "--to", "2026-02-18T12:00", "--by", "邵明哲", "--reason",
            "doctor", "--approved-by", "骆秋实")
        for (deputy, why) in [
            ("顾怀瑾", "顾怀瑾 cannot be their own deputy"),
            ("牛德顺", "牛德顺 (doorkeeper) may not stand duty and cannot be a deputy"),
            ("邵明哲", "邵明哲 is away (c1: 02-18 10:00–12:00) and cannot be a deputy"),
            ("p004", "and cannot be a deputy"),
        ] {
            let refused = try await desk.refused(
                1, "absent", "顾怀瑾", "--from", "2026-02-17", "--to", "2026-02-20", "--by", "顾怀瑾", "--reason", "trip",
                "--stand-in", deputy, "--approved-by", "骆秋实")
            #expect(refused.stderr.contains(why), "\(refused.stderr)")
        }
        #expect(try await desk.done("change", "list", "--json").array().count == 1)
    }

    @Test("A deputy may fall ill: it is recorded, and says for whom nobody stands in then")
    func deputyAway() async throws {
        let desk = try await desk()
        func away(_ person: String, _ more: String...) async throws -> CommandRun {
            let run = try await run(
                desk,
                ["absent", person, "--from", "2026-02-17", "--to", "2026-02-17", "--by", person, "--reason", "x"] + more
            )
            #expect(run.exitCode == 0, "\(run.stderr)")
            return run
        }
        _ = try await away("顾怀瑾", "--stand-in", "邵明哲", "--approved-by", "骆秋实")
        let note =
            "Note: 邵明哲 stands in for 顾怀瑾 (c1); nobody does 02-17 00:00–24:00. To name another, undo c1 and record it again."
        #expect(try await away("邵明哲").stdout.contains(note))
        #expect(
            try await desk.duty("who", "--at", "2026-02-17T12:00").stdout.contains("stands in for 顾怀瑾"),
            "asked for only")
        #expect(try await desk.done("change", "approve", "c2", "--by", "骆秋实").stdout.contains(note))
        #expect(try await !desk.duty("who", "--at", "2026-02-17T12:00").stdout.contains("stands in for 顾怀瑾"))
        try await desk.done("change", "undo", "c2", "--by", "邵明哲", "--reason", "back")
        #expect(try await away("邵明哲", "--json").object()["without_deputy"] as? [String] == ["p002"])
    }
}
