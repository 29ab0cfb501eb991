import Calendars
import Rosters
import TestSupport
import Testing

@testable import Incidents

@Suite("The proof agrees with the machine")
struct AgreementTests {
    @Test("Every minute of 1,000 random small worlds: the same steps at the same times tell the same people")
    func everyMinute() throws {
        var compared = 0
        for seed in 1...1000 {
            var world = RandomWorld(seed: UInt64(seed), minutes: 5...30)
            let proof = Proof(&world)
            proof.expectSummedUp()
            for minute in 0..<proof.window.wholeMinutes {
                try proof.compare(at: proof.window.start + .minutes(minute))
                compared += 1
            }
        }
        #expect(compared > 12_000)
    }

    @Test("Around every change and at random minutes of 600 worlds of up to three days")
    func aroundChanges() throws {
        for seed in 1001...1600 {
            var world = RandomWorld(seed: UInt64(seed), minutes: 600...4320)
            let proof = Proof(&world)
            proof.expectSummedUp()
            let edges = proof.runs.map(\.reports.start)
            let chosen = world.instants(4, of: edges)
            for edge in chosen { for shift in [-60, 0, 60] as [Int] { try proof.compare(at: edge + .seconds(shift)) } }
        }
    }
}

extension RandomWorld {
    func instants(_ count: Int, of edges: [Instant]) -> [Instant] {
        var random = self.random
        return (0..<count).map { _ in
            random.chance(70)
                ? random.pick(edges) : book.window.start + .minutes(random.number(0...book.window.wholeMinutes))
        }
    }
}

/// The proof of one road, a random one of its world.
struct Proof {
    let world: RandomWorld
    let facts: IncidentFacts
    let grade: Grade?
    let runs: [RouteRun]
    let context: ProofContext

    var window: Interval { world.book.window }

    init(_ world: inout RandomWorld) {
        var random = world.random
        let context = ProofContext(world.book, policy: world.policy)
        let index = random.number(0...context.place.units.count - 1)
        let kind = random.pick(context.kinds.all)
        let grade = random.pick(RouteKinds.grades)
        let roads = UnitRoads(Ordinal(index), in: context)
        var classes = RouteClasses(context)
        let members = classes.classes(of: context.place.units[index].id)
        let facts = context.facts(of: kind, in: context.place.units[index].id)
        let signature = members.first { $0.members[kind]?.contains(grade) == true }
        self.runs = signature.map { roads.road(of: $0).runs } ?? []
        self.world = world
        self.facts = facts
        self.grade = grade
        self.context = context
    }

    /// What the runs gather while they are climbed is what their steps say afterwards.
    func expectSummedUp() {
        let unit = facts.unit ?? "nowhere"
        for run in runs {
            #expect(RunFacts(run) == RunFacts(countedIn: run, of: unit, in: context.place))
            #expect(run.firstTold == run.steps.first(where: { !$0.reach.isEmpty })?.delay)
        }
    }

    func compare(at report: Instant) throws {
        guard window.contains(report) else { return }
        let machine = try MachineRun(world, facts: facts, grade: grade, at: report, end: window.end)
        let run = try #require(runs.first { $0.reports.contains(report) })
        let steps = run.steps.map { step in
            MachineRun.Step(
                round: step.round, number: step.number, after: step.delay.instant(after: report) - report,
                recipients: step.reach.recipients)
        }
        #expect(steps == machine.steps, "seed at \(report.seconds - window.start.seconds) s")
        #expect(run.firstLeader.map { $0.instant(after: report) - report } == machine.firstLeader)
        #expect(run.steps.contains { $0.round == 1 && $0.reach.leavesUnit } == machine.leavesUnit)
    }
}
