import Calendars
import Rosters

extension Decision {
    /// Notes what came of dialling somebody; anything but an answer goes to the next way, then to the next person.
    mutating func called(_ recipient: Recipient, _ outcome: CallOutcome) {
        let waiting = (incident.escalation.told + incident.notices).filter {
            $0.recipient == recipient && $0.standing == .waiting
        }
        let told = waiting.last { $0.notice == nil } ?? waiting.last
        let message = told.map { MessageID(incident: incident.number, told: $0) }
        note(.called(recipient: recipient, message: message, outcome: outcome))
        guard outcome != .answered, let message else { return }
        wayFailed(message)
        cancelUndelivered(because: .call(outcome)) { $0.id == message }
    }

    /// Stops the ladder when the need of a step is met; somebody who was not told stops it only where the policy says so.
    mutating func acknowledged(by person: PersonID) {
        let phones = phonesAnswered(by: person)
        let wasTold = isTold(.person(person)) || !phones.isEmpty
        guard incident.escalation.phase == .open else {
            note(.acknowledged(by: person, wasTold: wasTold, stopsLadder: false, phones: nil))
            return
        }
        let answered = [.person(person)] + phones.map(Recipient.phone)
        let stops = isNobodyTold || isMet(by: answered, wasTold: wasTold)
        note(.acknowledged(by: person, wasTold: wasTold, stopsLadder: stops, phones: phones.isEmpty ? nil : phones))
        if stops {
            cancelUndelivered(because: .incidentAcknowledged) { $0.notice == nil }
        } else {
            cancelUndelivered(because: .recipientAnswered) { $0.notice == nil && $0.recipient == .person(person) }
        }
    }

    /// The person's step goes on at once; whoever else was told may still acknowledge.
    mutating func declined(by person: PersonID, reason: String) {
        let escalation = incident.escalation
        let wasTold = isTold(.person(person))
        let hurries =
            escalation.phase == .open
            && escalation.told.contains {
                $0.recipient == .person(person) && $0.step == escalation.stepsDone && $0.standing == .waiting
            }
        note(.declined(by: person, reason: reason, wasTold: wasTold, hurries: hurries))
        cancelUndelivered(because: .recipientAnswered) { $0.notice == nil && $0.recipient == .person(person) }
    }

    private var everTold: [Told] { incident.escalation.told + incident.escalation.earlier }

    /// Nobody could be told yet: then whoever comes answers for it.
    private var isNobodyTold: Bool { everTold.isEmpty }

    private func isTold(_ recipient: Recipient) -> Bool { everTold.contains { $0.recipient == recipient } }

    /// The duty phones that were called and that the person answers for: those of a unit to which the person belongs or
    /// in which the person stands.
    private func phonesAnswered(by person: PersonID) -> [UnitID] {
        everTold.reduce(into: []) { phones, told in
            guard case .phone(let unit) = told.recipient, !phones.contains(unit), isOf(unit, person) else { return }
            phones.append(unit)
        }
    }

    private func isOf(_ unit: UnitID, _ person: PersonID) -> Bool {
        guard let place = board.place, let ordinal = place.person(person) else { return board.place == nil }
        return place[place[ordinal].unit].id == unit
            || board.stands.contains { $0.unit == unit && $0.person == person }
    }

    /// Whether some step has its answers, counting those of earlier rounds on the same ladder.
    private func isMet(by answered: [Recipient], wasTold: Bool) -> Bool {
        let steps = incident.plan.steps(isWidened: incident.escalation.isWidened)
        let counts = wasTold || incident.policy.ackBy == .anyone
        guard counts else { return false }
        func hasAnswered(_ told: Told) -> Bool {
            told.standing == .acknowledged || answered.contains(told.recipient)
        }
        return Set(everTold.map(\.step)).contains { number in
            let need = number <= steps.count ? steps[number - 1].need : .any
            let both = everTold.filter { $0.step == number }
            if need == .any { return both.contains(where: hasAnswered) || !wasTold }
            let current = incident.escalation.told.filter { $0.step == number }
            let group = current.isEmpty ? both : current
            let people = group.filter(\.recipient.isPerson)
            return people.isEmpty ? group.contains(where: hasAnswered) : people.allSatisfy(hasAnswered)
        }
    }
}
