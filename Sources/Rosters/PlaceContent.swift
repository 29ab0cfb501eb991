package import Calendars

/// What a ``Place`` holds; never changes once made.
package final class PlaceContent: Sendable {
    package let key: String
    package let name: String
    package let zone: Zone
    package let ranks: [String]
    package let shifts: [ShiftPattern]
    package let posts: [Post]
    package let units: [Unit]
    package let people: [Person]
    package let absences: [Absence]
    package let rules: RuleSettings
    package let changes: ChangeSettings
    package let plan: PlanSettings
    let lookup: PlaceLookup

    init(
        key: String, name: String, zone: Zone, ranks: [String], shifts: [ShiftPattern], posts: [Post], units: [Unit],
        people: [Person], absences: [Absence], rules: RuleSettings, changes: ChangeSettings, plan: PlanSettings,
        lookup: PlaceLookup
    ) {
        self.key = key
        self.name = name
        self.zone = zone
        self.ranks = ranks
        self.shifts = shifts
        self.posts = posts
        self.units = units
        self.people = people
        self.absences = absences
        self.rules = rules
        self.changes = changes
        self.plan = plan
        self.lookup = lookup
    }
}
