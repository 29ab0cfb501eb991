import Rosters

@testable import Incidents

/// What a run of a road says of its steps in sum.
struct RunFacts: Equatable {
    let lines: Int
    let isOneLine: Bool
    let climbsOut: Bool
    let leavesUnit: Bool
    let isHeld: Bool
    let isSound: Bool

    /// As the run says it.
    init(_ run: RouteRun) {
        self.lines = run.lines
        self.isOneLine = run.isOneLine
        self.climbsOut = run.climbsOut
        self.leavesUnit = run.leavesUnit
        self.isHeld = run.isHeld
        self.isSound = run.isSound
    }

    /// Counted anew from the steps, by the words of each of these.
    init(countedIn run: RouteRun, of unit: UnitID, in place: Place) {
        let telephones = { (steps: [StepRun]) in
            Set(steps.flatMap(\.reach.recipients).map { Self.telephone(of: $0, in: place) })
        }
        let isOutside = { (reach: Reach) in
            reach.named.contains { Self.home(of: $0.candidate, in: place) != unit }
        }
        let first: [StepRun] = run.steps.filter { $0.round == 1 && !$0.reach.isEmpty }
        self.lines = telephones(Array(run.steps)).count
        self.isOneLine = lines == 1 || first.count > 1 && telephones(first).count == 1
        self.climbsOut = first.contains { isOutside($0.reach) }
        self.leavesUnit = climbsOut || run.fallback.map(isOutside) == true
        self.isHeld = run.steps.contains { $0.delay.heldUntil != nil }
        self.isSound = run.steps.allSatisfy { $0.reach.isSound }
    }

    /// The digits to dial: the mobile, else the office phone, else nothing but the person.
    static func telephone(of recipient: Recipient, in place: Place) -> String {
        switch recipient {
        case .phone(let id): return place.units.first { $0.id == id }?.dutyPhone ?? id.text
        case .person(let id):
            guard let person = place.people.first(where: { $0.id == id }) else { return id.text }
            if !person.mobile.isEmpty { return person.mobile }
            return person.officePhone.isEmpty ? id.text : person.officePhone
        }
    }

    /// The unit for which somebody stands, else to which they belong.
    private static func home(of candidate: Candidate, in place: Place) -> UnitID? {
        switch candidate.recipient {
        case .phone(let id): return id
        case .person(let id):
            let person = place.people.first { $0.id == id }
            return candidate.unit ?? person.map { place[$0.unit].id }
        }
    }
}
