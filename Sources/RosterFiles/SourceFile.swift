/// The bytes of one file and the path by which diagnostics call it.
package struct SourceFile: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files of one place.
package struct PlaceSources: Sendable {
    package let place: SourceFile
    package let people: SourceFile?
    package let absences: SourceFile?
    package let policy: SourceFile?
    package let wishes: SourceFile?
    /// Duties of before the first published roster.
    package let history: SourceFile?
    /// Every `*.yaml` of the calendar folder.
    package let calendar: [SourceFile]
    /// Every `*.md` of the place's `cards` folder.
    package let cards: [SourceFile]
    /// `place`, where it is open already.
    let opened: OpenedFile?

    package init(
        place: SourceFile, people: SourceFile?, absences: SourceFile?, policy: SourceFile?, calendar: [SourceFile],
        cards: [SourceFile] = [], wishes: SourceFile? = nil, history: SourceFile? = nil, opened: OpenedFile? = nil
    ) {
        self.opened = opened
        self.wishes = wishes
        self.history = history
        self.place = place
        self.people = people
        self.absences = absences
        self.policy = policy
        self.calendar = calendar
        self.cards = cards
    }
}

/// The files of one period.
package struct PeriodSources: Sendable {
    package let period: SourceFile
    /// Every `*.csv` directly inside the period's folder.
    package let tables: [SourceFile]
    /// `period`, where it is open already.
    let opened: OpenedFile?

    package init(period: SourceFile, tables: [SourceFile], opened: OpenedFile? = nil) {
        self.opened = opened
        self.period = period
        self.tables = tables
    }
}

/// What a reader understood and what it could not accept.
package struct Reading<Value> {
    /// Best effort, so that later files can be read too; trust it only without diagnostics.
    package let value: Value?
    package let diagnostics: [Diagnostic]

    package init(value: Value?, diagnostics: [Diagnostic]) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Reading: Sendable where Value: Sendable {}
