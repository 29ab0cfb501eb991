import Calendars
import Incidents
import Rosters
import TestSupport

extension RandomWorld {
    /// Any event, likely or not, and the time at which it comes: early, on time or late.
    mutating func event(for incident: Incident, outbox: [Message], now: Instant) -> (IncidentEvent, Instant) {
        let soon = now + .seconds(random.number(0...400))
        if let back = wayBack(for: incident) { return (back, soon) }
        let due = max(now, incident.nextDueAt ?? now)
        switch random.number(1...100) {
        case 1...36: return (.due, due)
        case 37...42: return (.due, due + .seconds(random.number(1...7200)))
        case 43...45: return (.due, soon)
        case 46...60: return (wayFailed(outbox), soon)
        case 61...65: return (.called(recipient(in: incident), random.pick(CallOutcome.allCases)), soon)
        case 66...75: return (.acknowledged(by: person(in: incident)), soon)
        case 76...79: return (.declined(by: person(in: incident), reason: "外出"), soon)
        case 80...81: return (.closed(by: person(in: incident), reason: "处置完毕"), soon)
        case 82...88: return (.followedUp(draft(at: soon, for: incident)), soon)
        case 89...91: return (.reportedUp(report(at: soon)), soon)
        case 92...96: return (task(in: incident, at: soon), soon)
        default: return (merging(in: incident), soon)
        }
    }

    /// What is closed or part of another does not stay so for the whole walk.
    private mutating func wayBack(for incident: Incident) -> IncidentEvent? {
        guard incident.escalation.phase == .closed, random.chance(25) else { return nil }
        let person = random.pick(Self.people)
        return incident.mergedInto == nil ? .reopened(by: person, reason: "复燃") : .split(by: person, reason: "另一事件")
    }

    private mutating func wayFailed(_ outbox: [Message]) -> IncidentEvent {
        guard !outbox.isEmpty, random.chance(95) else { return .wayFailed(MessageID(text: "unknown")) }
        let recent = outbox.suffix(6).map(\.id)
        return .wayFailed(random.pick(random.chance(90) ? recent : outbox.map(\.id)))
    }

    private mutating func recipient(in incident: Incident) -> Recipient {
        let told = incident.escalation.told + incident.notices
        return told.isEmpty || random.chance(20) ? .person(random.pick(Self.people)) : random.pick(told).recipient
    }

    /// Somebody who was told, or anybody.
    private mutating func person(in incident: Incident) -> PersonID {
        if random.chance(60), case .person(let id) = recipient(in: incident) { return id }
        return random.pick(Self.people)
    }

    private mutating func draft(at now: Instant, for incident: Incident) -> FollowUpDraft {
        var update = FactsUpdate(what: "续报")
        if random.chance(40) {
            update.casualties.dead = (incident.facts.casualties.dead ?? 0) + random.number(0...8)
        }
        if random.chance(15) { update.unit = random.pick(["office", "mine", "town-a", "nowhere"]) }
        if random.chance(20) { update.category = random.pick(Category.allCases) }
        if random.chance(20) { update.type = random.pick(Self.types) }
        if random.chance(20) { update.happenedAt = now + .minutes(-random.number(0...120)) }
        if random.chance(20) { update.verifiedAt = now }
        if random.chance(10) { update.warningLevel = random.pick(WarningLevel.allCases) }
        let chosen = ChosenGrade(grade: random.pick(Grade.allCases), reason: "研判", by: "p2")
        return FollowUpDraft(
            update: update, chosen: random.chance(15) ? chosen : nil, by: "p2",
            receivedAt: random.chance(5) ? now + .minutes(60 * 24 * 40) : now, isFinal: random.chance(10))
    }

    private mutating func report(at now: Instant) -> UpwardReport {
        UpwardReport(
            to: random.pick(["superior", "county", "province"]), over: random.pick([.any, .phone, .written]),
            at: now + .minutes(-random.number(0...10)), by: "p2")
    }

    private mutating func task(in incident: Incident, at now: Instant) -> IncidentEvent {
        let person = random.pick(Self.people)
        let id = random.number(1...max(1, incident.tasks.count))
        switch random.number(1...3) {
        case 1:
            return .taskGiven(
                TaskOrder(
                    givenBy: person, owner: random.pick(Self.people), measure: "堵漏",
                    due: now + .minutes(random.number(-5...90))))
        case 2: return .taskDone(id, by: person, result: "已堵漏")
        default: return .taskClosed(id, by: person, result: "现场核实")
        }
    }

    private mutating func merging(in incident: Incident) -> IncidentEvent {
        let person = random.pick(Self.people)
        let other = IncidentNumber(year: 2026, sequence: random.number(1...4))
        switch random.number(1...4) {
        case 1: return .merged(into: other, by: person, reason: "同一事件")
        case 2: return .absorbed(other, by: person)
        case 3: return .released(incident.merged.first ?? other, by: person)
        default: return .split(by: person, reason: "另一事件")
        }
    }
}
