package import Calendars
package import Rosters

/// A leader's instruction (批示) or a task that came of the incident; it is closed by a second person (销号).
package struct DutyTask: Hashable, Sendable, Codable {
    /// What was done, by whom.
    package struct Completion: Hashable, Sendable, Codable {
        package let by: PersonID
        package let at: Instant
        package let result: String

        package init(by: PersonID, at: Instant, result: String) {
            self.by = by
            self.at = at
            self.result = result
        }
    }

    /// From 1, within its incident.
    package let id: Int
    /// The words of the instruction, where a leader gave it in writing (批示原文).
    package let instruction: String?
    package let givenBy: PersonID
    package let givenAt: Instant
    package let owner: PersonID
    package let measure: String
    package let due: Instant
    /// What is done until the measure is done (临时措施).
    package let interim: String?
    package var done: Completion?
    /// The second person who saw that it is done.
    package var closed: Completion?
    package var remindedAt: Instant?
    package var overdueAt: Instant?

    package init(
        id: Int, instruction: String? = nil, givenBy: PersonID, givenAt: Instant, owner: PersonID, measure: String,
        due: Instant, interim: String? = nil
    ) {
        self.id = id
        self.instruction = instruction
        self.givenBy = givenBy
        self.givenAt = givenAt
        self.owner = owner
        self.measure = measure
        self.due = due
        self.interim = interim
    }

    package var isOpen: Bool { closed == nil }
    /// Nobody is reminded of what is done and only waits to be closed.
    package var isPending: Bool { done == nil && closed == nil }
}
