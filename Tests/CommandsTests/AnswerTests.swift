import Foundation
import Testing

@Suite("Answers of those who were told, and of those who were not")
struct AnswerTests {
    private func reported() async throws -> DrillDesk {
        let desk = try await DrillDesk.atNight()
        _ = try await desk.report()
        return desk
    }

    @Test("Who declines is not waited for: the next step is told at once, and declining needs a reason")
    func decline() async throws {
        let desk = try await reported()
        try await desk.refused(2, "decline", "2026-0001", "--by", "p007", "--reason", " ")
        let run = try await desk.done("decline", "2026-0001", "--by", "p007", "--reason", "生病", "--lang", "zh")
        #expect(run.stdout.contains("俞振邦"))
        #expect(run.stdout.contains("生病"))
        let shown = try await desk.show()
        #expect(shown.text("state") == "open")
        #expect(shown["steps_done"] as? Int == 2)
        #expect(shown.text("next_step_at") == "2026-02-17T03:17:00+08:00")
        #expect(try shown.people("messages").contains("p003"))
    }

    @Test("An acknowledgement of somebody who was not told is recorded, and the ladder goes on")
    func stranger() async throws {
        let desk = try await reported()
        let run = try await desk.done("ack", "2026-0001", "--by", "p050")
        #expect(run.stdout.contains("was not among those told"))
        let shown = try await desk.show()
        #expect(shown.text("state") == "open")
        #expect(shown.text("next_step_at") == "2026-02-17T03:15:00+08:00")
        #expect(try await desk.dispatch(until: "03:15").stdout.contains("骆秋实"))
    }

    @Test("Whoever belongs to the unit whose duty phone was called answers for it")
    func phone() async throws {
        let desk = try await reported()
        try await desk.done("ack", "2026-0001", "--by", "p033")
        #expect(try await desk.show().text("state") == "open")
        try await desk.dispatch(until: "03:15")
        #expect(try await desk.show().people("telling").contains("phone:fire-brigade"))
        try await desk.done("ack", "2026-0001", "--by", "p033")
        #expect(try await desk.show().text("state") == "acknowledged")
    }

    @Test("A report upward is never in the future nor to nobody; one that no limit asks for is noted all the same")
    func upward() async throws {
        let desk = try await reported()
        func upward(_ code: Int32, _ options: String...) async throws -> CommandRun {
            let run = try await CommandRun.duty(
                ["reported", "2026-0001", "--by", "p012"] + options, environment: desk.environment)
            #expect(run.exitCode == code, "\(options): \(run.stderr)")
            return run
        }
        let future = try await upward(2, "--to", "superior", "--over", "phone", "--at", "2026-02-17T03:13")
        #expect(future.stderr.contains("future"))
        #expect(try await upward(2, "--to", "nowhere", "--over", "phone").stderr.contains("nowhere"))
        #expect(try await upward(2, "--to", "superior", "--over", "any").stderr.contains("written 书面"))
        #expect(try await upward(0, "--to", "hospital", "--over", "written").stderr.contains("no running limit"))
        let shown = try await desk.show()
        #expect(try shown.list("deadlines").allSatisfy { $0.text("state") == "running" })
        #expect(try shown.list("timeline").contains { $0.text("text")?.contains("县人民医院") == true })
        _ = try await upward(0, "--to", "应急管理局", "--over", "phone", "--at", "2026-02-17T03:12")
        #expect(try await desk.show().deadline(1).text("state") == "stopped")
        #expect(try await desk.show().deadline(2).text("state") == "running")
    }

    @Test("Half an hour without an entry after the acknowledgement asks again whoever is on duty; an entry answers it")
    func askedAgain() async throws {
        let desk = try await reported()
        try await desk.done("ack", "2026-0001", "--by", "p007")
        #expect(try await desk.show().text("ask_again_at") == "2026-02-17T03:42:00+08:00")
        #expect(try await desk.dispatch(until: "03:41").stdout.isEmpty)
        #expect(try await desk.dispatch(until: "03:42").stdout.contains("俞振邦"))
        var shown = try await desk.show()
        #expect(shown.text("state") == "open")
        #expect(shown["round"] as? Int == 2)
        try await desk.done("follow-up", "2026-0001", "--scene", "still smoking")
        shown = try await desk.show()
        #expect(shown.text("state") == "acknowledged")
        #expect(shown.text("ask_again_at") == "2026-02-17T04:12:00+08:00")
    }
}
