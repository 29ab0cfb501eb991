import Calendars
package import Rosters
package import Watchkeeping

extension MatterDraft {
    /// A late handover goes to the leader on duty of the unit, else to its duty phone and the fallback.
    package static func late(_ handover: LateHandover) -> MatterDraft {
        MatterDraft(.handoverLate(handover), unit: handover.unit, tell: [.tier(.leader)])
    }

    /// A miss of a spot check goes upward, and to the leader whose people were looked for; never to who was missed.
    ///
    /// Above a unit that reports to no other are its overall leaders.
    package static func missed(_ miss: RollCallMiss, in place: Place?) -> MatterDraft {
        let unit = miss.post.unit
        let isTop = place.map { $0.unit(unit) != nil && $0.parent(of: unit) == nil } ?? false
        return MatterDraft(
            .rollCallMissed(miss), unit: unit, tell: [.tier(.leader)],
            upward: [isTop ? .tier(.overallLeader) : .unitAbove], except: miss.post.people)
    }

    /// Missing reports: each unit that owes one is reminded, and whoever takes them hears of all that are missing.
    package static func missing(_ dues: [NilReportDue], rule: NilReportRule, in place: Place?) -> [MatterDraft] {
        let reminders = dues.map {
            MatterDraft(.nilReportsMissing([$0]), unit: $0.unit, tell: [.tier(.dutyOfficer), .tier(.leader)])
        }
        let receivers = Dictionary(grouping: dues) { rule.to ?? place?.parent(of: $0.unit) ?? $0.unit }
        let lists = receivers.sorted { $0.key < $1.key }.compactMap { receiver, dues -> MatterDraft? in
            // A unit without one above is its own reminder.
            let others = dues.filter { $0.unit != receiver }
            guard !others.isEmpty else { return nil }
            return MatterDraft(.nilReportsMissing(others), unit: receiver, tell: [.tier(.dutyOfficer)])
        }
        return reminders + lists
    }
}

extension Incident {
    /// What of an incident goes from shift to shift: itself, its running clocks, its open tasks.
    package var pendingWork: [PendingWork] {
        let number = number.description
        let clocks = clocks.filter(\.isRunning).map {
            PendingWork(kind: .clock, incident: number, text: $0.deadline.to, due: $0.deadline.due)
        }
        let tasks = tasks.filter(\.isOpen).map {
            PendingWork(kind: .task, incident: number, text: $0.measure, due: $0.due, owner: $0.owner)
        }
        let isOpen = escalation.phase != .closed
        return (isOpen ? [PendingWork(kind: .incident, incident: number, text: facts.what)] : []) + clocks + tasks
    }
}
