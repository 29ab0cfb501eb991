package import Rosters

/// A rule: what it looks for, how bad it is unless the place says otherwise, and examples that are its tests.
package protocol Rule: Sendable {
    static var name: RuleName { get }
    /// The severity where `place.yaml` names none.
    static var severity: Severity { get }
    /// Rosters in which the rule finds nothing.
    static var good: [RuleExample] { get }
    /// Rosters in which the rule finds something.
    static var bad: [RuleExample] { get }

    /// Whether it looks at everybody of the place: it begins first, so that nobody waits for it at the end.
    static var isLong: Bool { get }

    /// Findings with the rule's own severity; ``Check`` applies the place's.
    static func findings(in context: CheckContext) -> [Finding]
}

extension Rule {
    package static var isLong: Bool { false }
}

/// A small roster for the manual and the tests, over the place of ``ExamplePlace``.
package struct RuleExample: Sendable {
    /// The text of `place.yaml`.
    package let place: String
    /// The text of `period.yaml`.
    package let period: String
    /// The text of `office.csv`; nil where the unit sent none.
    package let table: String?
    /// Approved changes of the published table.
    package let changes: [ApprovedChange]

    package init(
        place: String = ExamplePlace.place, period: String = ExamplePlace.period, _ table: String?,
        changes: [ApprovedChange] = []
    ) {
        self.place = place
        self.period = period
        self.table = table
        self.changes = changes
    }
}

/// Every rule, in the order of the manual.
package enum RuleBook {
    package static let rules: [any Rule.Type] = [
        LeaderRule.self, KeyPostRule.self, QualifiedRule.self, EligibleRule.self, DoubleBookedRule.self,
        RestRule.self, DutyLengthRule.self, OnLeaveRule.self, RosterMissingRule.self, RosterLateRule.self,
        ReachableRule.self, WeekdayRule.self, CalendarProvisionalRule.self, CoverReducedRule.self, SubstituteRule.self,
        HandoverOverlapRule.self, PrincipalsAwayRule.self, CalendarAmendedRule.self, MostDutiesRule.self,
        MostInWindowRule.self, MostConsecutiveRule.self, ApartRule.self, OutrankedRule.self,
    ]
}
