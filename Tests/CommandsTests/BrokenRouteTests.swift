import Foundation
import Testing

@Suite("A broken link of the chain is found, and refused")
struct BrokenRouteTests {
    private static let secondStep = "{tell: [tier:overall-leader, unit-above, field-leader, phone:county-office]"

    @Test(
        "Each broken link that a policy may hold is found by its rule",
        arguments: [
            ("leader_within: 10", "leader_within: 1", "leader-late"),
            (secondStep, "{tell: [\"post:town-leader\"]", "post-unstaffed"),
            ("type: 危险化学品}", "type: 核泄漏}", "type-unhandled"),
        ])
    func planted(old: String, new: String, rule: String) async throws {
        let scratch = try Scratch()
        let period = try scratch.copyRosters() + "/qinghe/2026-spring-festival-mended"
        try scratch.edit("rosters/qinghe/policy.yaml", old, new)
        let run = try await CommandRun.duty(["prove", "--json", period])
        #expect(run.exitCode == 1)
        let errors = try run.object().list("findings").filter { $0.text("severity") == "error" }
        #expect(errors.contains { $0.text("rule") == rule }, "\(Set(errors.compactMap { $0.text("rule") }))")
    }

    @Test("A policy whose ladder nobody can climb, without a fallback, tells nobody: the gravest finding")
    func nobody() async throws {
        let place = try SmallPlace()
        try place.scratch.edit("small/policy.yaml", "fallback: [person:p001, phone:emergency-office]", "fallback: []")
        try place.scratch.edit("small/policy.yaml", "{tell: [tier:leader, handling]", "{tell: [tier:overall-leader]")
        let run = try await CommandRun.duty(["prove", "--json", place.period])
        #expect(run.exitCode == 1)
        let first = try #require(try run.object().list("findings").first)
        #expect(first.text("severity") == "error")
        #expect(first.text("rule") == "nobody-told")
    }

    @Test("A broken link refuses the publication until somebody entitled accepts it by name and reason")
    func publishing() async throws {
        let place = try SmallPlace()
        let environment = ["DUTY_DB": place.scratch.path("duty.db")]
        let named =
            "  named: {match: {category: accident, type: 核泄漏}, steps: [{tell: [tier:leader, handling], need: any, wait: 5}]}"
        try place.scratch.edit("small/policy.yaml", "ladders:", "ladders:\n" + named)
        let refused = try await CommandRun.duty(["publish", "--json", place.period], environment: environment)
        #expect(refused.exitCode == 1)
        let findings = try refused.object().list("findings")
        #expect(findings.compactMap { $0.text("rule") } == ["type-unhandled"])
        let id = try #require(findings.first?.text("id"))
        func accept(by person: String) async throws -> CommandRun {
            try await CommandRun.duty(
                ["publish", "--json", place.period, "--accept", id, "--by", person, "--reason", "mended tomorrow"],
                environment: environment)
        }
        #expect(try await accept(by: "p002").exitCode == 1)
        let accepted = try await accept(by: "p001")
        #expect(accepted.exitCode == 0, "\(accepted.stderr)")
        #expect(try accepted.object()["accepted"] as? [String] == [id])
        #expect(try await CommandRun.duty(["ledger", "verify"], environment: environment).exitCode == 0)
    }

    @Test("A county of one unit, written as the design shows it, is proven without an error and published")
    func smallPlace() async throws {
        let place = try SmallPlace()
        let proof = try await CommandRun.duty(["prove", "--json", place.period])
        #expect(proof.exitCode == 0, "\(proof.stderr)")
        #expect(try proof.object().list("findings").allSatisfy { $0.text("severity") == "warning" })
        #expect(try !proof.object().list("routes").isEmpty)
        let published = try await CommandRun.duty(
            ["publish", "--json", place.period], environment: ["DUTY_DB": place.scratch.path("duty.db")])
        #expect(published.exitCode == 0, "\(published.stderr)")
        #expect(try published.object()["published"] as? Bool == true)
    }
}
