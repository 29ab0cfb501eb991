import Calendars
import Incidents
import Rosters
import Testing

@Suite("The watch finds what would stay silent")
struct WatchTests {
    private let now = Zone.shanghai.instant(parsing: "2026-10-01T12:00") ?? Instant(seconds: 0)
    private let number = IncidentNumber(year: 2026, sequence: 7)
    private let id = MessageID(text: "2026-0007/1/1/p001/call")

    /// An engine works for a day.
    private var sight: WatchSight {
        var sight = WatchSight()
        sight.workingSince = now - .minutes(1440)
        return sight
    }

    private func incident(_ phase: Escalation.Phase, next: Instant?, ask: Instant? = nil, due: Instant?) -> WatchSight {
        var sight = sight
        sight.incidents = [
            .init(number: number, phase: phase, nextStepAt: next, askAgainAt: ask, dueAt: due)
        ]
        return sight
    }

    private func message(isClaimed: Bool, due: Instant, tries: Int = 1, count: Int = 1) -> WatchSight {
        var sight = sight
        sight.messages = (0..<count).map { offset in
            .init(
                id: MessageID(text: "\(id.text)\(offset)"), isClaimed: isClaimed, dueAt: due - .seconds(offset),
                tries: tries)
        }
        return sight
    }

    @Test("All is well: whoever waits has a time that is near, and cycles are short")
    func well() {
        var sight = incident(.open, next: now + .minutes(5), due: now + .minutes(5))
        sight.incidents.append(
            .init(number: number, phase: .acknowledged, nextStepAt: nil, askAgainAt: now, dueAt: now))
        sight.messages = [.init(id: id, isClaimed: false, dueAt: now - .seconds(300), tries: Watch.tryLimit)]
        sight.cycles = EngineCycle.allCases.map { .init(cycle: $0, since: now - .seconds(60), limit: .seconds(60)) }
        #expect(Watch.faults(in: sight, at: now).isEmpty)
    }

    @Test("An open incident without a next time, and an acknowledged one that nobody would be asked about again")
    func withoutTime() {
        let soon = now + .minutes(5)
        #expect(Watch.faults(in: incident(.open, next: nil, due: soon), at: now) == [.noNextStep(number)])
        #expect(Watch.faults(in: incident(.open, next: soon, due: nil), at: now) == [.noNextStep(number)])
        #expect(Watch.faults(in: incident(.acknowledged, next: nil, due: soon), at: now) == [.noAskingAgain(number)])
        #expect(Watch.faults(in: incident(.closed, next: nil, due: nil), at: now).isEmpty)
    }

    @Test("A step that is overdue by more than a minute while an engine works, and never without one")
    func overdue() {
        let late = now - .seconds(61)
        var sight = incident(.open, next: late, due: late)
        #expect(Watch.faults(in: sight, at: now) == [.stepOverdue(number, due: late)])
        #expect(Watch.faults(in: sight, at: now - .seconds(1)).isEmpty)
        sight.workingSince = now - .seconds(60)
        #expect(Watch.faults(in: sight, at: now).isEmpty, "an engine that has just begun gets its minute")
        sight.workingSince = nil
        #expect(Watch.faults(in: sight, at: now).isEmpty)
    }

    @Test("Messages that are due, or claimed, for more than five minutes: one fault with the oldest and the count")
    func outbox() {
        let late = now - .seconds(301)
        let last = MessageID(text: "\(id.text)2")
        #expect(
            Watch.faults(in: message(isClaimed: true, due: late, count: 3), at: now)
                == [.leaseOver(last, since: late - .seconds(2), count: 3)])
        #expect(
            Watch.faults(in: message(isClaimed: false, due: late, count: 3), at: now)
                == [.deliveryOverdue(last, since: late - .seconds(2), count: 3)])
        #expect(Watch.faults(in: message(isClaimed: false, due: now - .seconds(300)), at: now).isEmpty)
        let tried = message(isClaimed: false, due: now, tries: Watch.tryLimit + 1)
        #expect(
            Watch.faults(in: tried, at: now)
                == [.tooManyTries(MessageID(text: "\(id.text)0"), tries: Watch.tryLimit + 1, count: 1)])
    }

    @Test("A cycle that has not finished in its time, each kind once, and rows that cannot be read")
    func others() {
        var sight = sight
        sight.cycles = [61, 90].map { .init(cycle: .steps, since: now - .seconds($0), limit: .seconds(60)) }
        sight.unreadable = [.init(table: "incident", key: "2026-0007")]
        #expect(
            Watch.faults(in: sight, at: now) == [
                .cycleUnfinished(.steps, since: now - .seconds(90)),
                .unreadable(table: "incident", key: "2026-0007"),
            ])
    }

    @Test("A fault is the same one however long it lasts and however many rows it touches, and no two share an id")
    func identity() {
        #expect(
            WatchFault.stepOverdue(number, due: now).id == WatchFault.stepOverdue(number, due: now - .minutes(1)).id)
        #expect(
            WatchFault.leaseOver(id, since: now, count: 1).id
                == WatchFault.leaseOver(MessageID(text: "x"), since: now, count: 9).id)
        let faults: [WatchFault] =
            [
                .noNextStep(number), .noAskingAgain(number), .stepOverdue(number, due: now),
                .leaseOver(id, since: now, count: 1), .deliveryOverdue(id, since: now, count: 1),
                .tooManyTries(id, tries: 11, count: 1), .unreadable(table: "incident", key: "2026-0007"),
                .unreadable(table: "message", key: "2026-0007"),
            ] + EngineCycle.allCases.map { .cycleUnfinished($0, since: now) }
        #expect(Set(faults.map(\.id)).count == faults.count)
    }
}
