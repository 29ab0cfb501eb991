package import Calendars

/// What a ``Place`` holds; never changes once made.
@usableFromInline
final class PlaceContent: Sendable {
    @usableFromInline let key: String
    @usableFromInline let name: String
    @usableFromInline let zone: Zone
    @usableFromInline let ranks: [String]
    @usableFromInline let shifts: [ShiftPattern]
    @usableFromInline let posts: [Post]
    @usableFromInline let units: [Unit]
    @usableFromInline let people: [Person]
    @usableFromInline let absences: [Absence]
    @usableFromInline let rules: RuleSettings
    @usableFromInline let changes: ChangeSettings
    let lookup: PlaceLookup

    init(
        key: String, name: String, zone: Zone, ranks: [String], shifts: [ShiftPattern], posts: [Post], units: [Unit],
        people: [Person], absences: [Absence], rules: RuleSettings, changes: ChangeSettings, lookup: PlaceLookup
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
        self.lookup = lookup
    }
}
