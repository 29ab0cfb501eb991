import Calendars
package import Rosters

/// The event from which a reporting limit counts.
package enum ClockStart: String, Sendable, Codable, CaseIterable {
    case happened
    case learned
    case received
    case verified
}

/// How a report travels upward.
package enum ReportMedium: String, Sendable, Codable, CaseIterable {
    case any
    case phone
    case written
}

/// A limit by which an incident must be reported upward.
package struct ReportLimit: Hashable, Sendable, Codable {
    package let profile: String
    package let jurisdiction: String?
    package let categories: [Category]
    package let types: [String]
    package let grades: [Grade]
    package let to: String
    package let over: ReportMedium
    package let starts: ClockStart
    package let within: Duration
    package let source: String

    package init(
        profile: String, jurisdiction: String? = nil, categories: [Category] = [], types: [String] = [],
        grades: [Grade] = [], to: String, over: ReportMedium = .any, starts: ClockStart, within: Duration,
        source: String
    ) {
        self.profile = profile
        self.jurisdiction = jurisdiction
        self.categories = categories
        self.types = types
        self.grades = grades
        self.to = to
        self.over = over
        self.starts = starts
        self.within = within
        self.source = source
    }
}
