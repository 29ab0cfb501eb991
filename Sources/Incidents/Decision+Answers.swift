import Calendars
import Rosters

extension Decision {
    /// Notes what came of dialling somebody; anything but an answer goes to the next way, then to the next person.
    mutating func called(_ recipient: Recipient, _ outcome: CallOutcome) {
        let waiting = (incident.escalation.told + incident.notices).filter {
            $0.recipient == recipient && $0.standing == .waiting
        }
        let isOpen = incident.escalation.phase == .open
        let told = waiting.last { ($0.notice == nil) == isOpen } ?? waiting.last
        let message = told.map { MessageID(incident: incident.number, told: $0) }
        note(.called(recipient: recipient, message: message, outcome: outcome))
        guard outcome != .answered, let message else { return }
        wayFailed(message)
        cancelUndelivered(because: .call(outcome)) { $0.id == message }
    }

    /// Stops the ladder when the need of a step is met; somebody who was not told stops it only where the policy says so.
    mutating func acknowledged(by person: PersonID) {
        let escalation = incident.escalation
        let isToldInPerson = escalation.toldOnLadder.contains { $0.recipient == .person(person) }
        let phones = isToldInPerson ? [] : phonesAnswered(by: person)
        let answers = [.person(person)] + phones.map(Recipient.phone)
        let wasTold = escalation.everTold.contains { answers.contains($0.recipient) }
        let wasWaitedFor = escalation.told.contains {
            answers.contains($0.recipient) && $0.step == escalation.stepsDone && $0.standing == .waiting
        }
        let stops = escalation.phase == .open && (isNobodyTold || isMet(by: answers))
        note(.acknowledged(by: person, wasTold: wasTold, stopsLadder: stops, phones: phones.isEmpty ? nil : phones))
        if stops {
            cancelUndelivered(because: .incidentAcknowledged) { $0.notice == nil }
        } else {
            cancelUndelivered(because: .recipientAnswered) { $0.notice == nil && answers.contains($0.recipient) }
            if escalation.phase == .open, wasWaitedFor { hurryIfNobodyIsWaitedFor() }
        }
    }

    /// The person's step goes on at once, and an acknowledgement that was the only one is taken back; whoever else was
    /// told may still acknowledge.
    mutating func declined(by person: PersonID, reason: String) {
        let escalation = incident.escalation
        let mine = Recipient.person(person)
        let wasTold = escalation.everTold.contains { $0.recipient == mine }
        note(
            .declined(
                by: person, reason: reason, wasTold: wasTold,
                hurries: isWaitedFor(mine) || isOnlyAnswer([mine] + phonesAnswered(by: person).map(Recipient.phone))))
        cancelUndelivered(because: .recipientAnswered) { $0.notice == nil && $0.recipient == mine }
    }

    private func isWaitedFor(_ recipient: Recipient) -> Bool {
        let escalation = incident.escalation
        return escalation.phase == .open
            && escalation.told.contains {
                $0.recipient == recipient && $0.step == escalation.stepsDone
                    && ($0.standing == .waiting || $0.standing == .acknowledged)
            }
    }

    /// Whether nobody else who was told has acknowledged.
    private func isOnlyAnswer(_ answers: [Recipient]) -> Bool {
        let acknowledged = incident.escalation.toldOnLadder.filter { $0.standing == .acknowledged }.map(\.recipient)
        return incident.escalation.phase == .acknowledged && !acknowledged.isEmpty
            && acknowledged.allSatisfy(answers.contains)
    }

    /// Nobody has been told yet, or the present ladder found nobody: then whoever comes answers for it.
    private var isNobodyTold: Bool {
        let escalation = incident.escalation
        return escalation.everTold.isEmpty || (escalation.isUnroutable && escalation.toldOnLadder.isEmpty)
    }

    /// The duty phones that were called and that the person answers for: those of a unit to which the person belongs or
    /// in which the person stands.
    private func phonesAnswered(by person: PersonID) -> [UnitID] {
        incident.escalation.everTold.reduce(into: []) { phones, told in
            guard case .phone(let unit) = told.recipient, !phones.contains(unit), isOf(unit, person) else { return }
            phones.append(unit)
        }
    }

    private func isOf(_ unit: UnitID, _ person: PersonID) -> Bool {
        guard let place = board.place, let ordinal = place.person(person) else { return board.place == nil }
        return place[place[ordinal].unit].id == unit
            || board.stands.contains { $0.unit == unit && $0.person == person }
    }

    /// Whether some step has its answers, counting those of earlier rounds on the same ladder. Where all are needed,
    /// these are the people whom the step itself names: phones and whoever a later round adds keep nothing open.
    private func isMet(by answers: [Recipient]) -> Bool {
        let steps = incident.plan.ladder.steps
        let onLadder = incident.escalation.toldOnLadder
        let isStranger = !onLadder.contains { answers.contains($0.recipient) }
        guard !isStranger || incident.policy.ackBy == .anyone else { return false }
        func hasAnswered(_ told: Told) -> Bool { told.standing == .acknowledged || answers.contains(told.recipient) }
        return Set(onLadder.map(\.step)).contains { number in
            let everybody = onLadder.filter { $0.step == number }
            guard number <= steps.count, steps[number - 1].need == .all else {
                return isStranger || everybody.contains(where: hasAnswered)
            }
            let present = incident.escalation.told.filter { $0.step == number }
            let group = present.isEmpty ? everybody : present
            let named = group.filter { $0.recipient.isPerson && steps[number - 1].tell.contains($0.target) }
            return named.isEmpty ? group.contains(where: hasAnswered) : named.allSatisfy(hasAnswered)
        }
    }
}
