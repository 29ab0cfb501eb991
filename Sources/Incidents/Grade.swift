package import Rosters

/// The grade of an event (事件分级); warning colours and response levels are other types.
package enum Grade: String, Sendable, Codable, CaseIterable, Comparable {
    /// 特别重大.
    case I
    /// 重大.
    case II
    /// 较大.
    case III
    /// 一般.
    case IV

    /// The worse grade is the smaller one.
    package static func < (left: Grade, right: Grade) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .I: 1
        case .II: 2
        case .III: 3
        case .IV: 4
        }
    }
}

/// One criterion of 国令493, art. 3.
package enum GradeCriterion: String, Sendable, Codable, CaseIterable {
    case dead
    case serious
    case loss

    func value(in casualties: Casualties) -> Int? {
        switch self {
        case .dead: casualties.dead
        case .serious: casualties.serious
        case .loss: casualties.lossYuan
        }
    }

    /// “以上” includes the number, “以下” does not.
    func grade(of value: Int) -> Grade {
        let bounds =
            switch self {
            case .dead: (30, 10, 3)
            case .serious: (100, 50, 10)
            case .loss: (100_000_000, 50_000_000, 10_000_000)
            }
        if value >= bounds.0 { return .I }
        if value >= bounds.1 { return .II }
        return value >= bounds.2 ? .III : .IV
    }
}

/// The grade that 国令493 gives, with what decided it.
package struct ComputedGrade: Hashable, Sendable, Codable {
    package let grade: Grade
    /// The criteria that reach this grade; empty while nothing is known.
    package let decidedBy: [GradeCriterion]
    /// While any is unknown the grade is provisional: at least this (至少).
    package let unknown: [GradeCriterion]

    package var isProvisional: Bool { !unknown.isEmpty }

    /// Types that art. 2 leaves to other rules.
    package static let excludedTypes: Set<String> = ["环境污染", "核设施", "国防科研生产"]

    /// Nil outside the rule's scope: production-safety accidents, art. 2.
    package init?(category: Category?, type: String?, casualties: Casualties) {
        guard category == .accident, !Self.excludedTypes.contains(type ?? "") else { return nil }
        let known = GradeCriterion.allCases.compactMap { criterion in
            criterion.value(in: casualties).map { (criterion, criterion.grade(of: $0)) }
        }
        let worst = known.map(\.1).min() ?? .IV
        self.grade = worst
        self.decidedBy = known.filter { $0.1 == worst }.map(\.0)
        self.unknown = GradeCriterion.allCases.filter { $0.value(in: casualties) == nil }
    }
}

/// A grade that an officer chose, and why.
package struct ChosenGrade: Hashable, Sendable, Codable {
    package let grade: Grade
    package let reason: String
    package let by: PersonID?
    /// The line of a checklist by which it was chosen.
    package let item: String?

    package init(grade: Grade, reason: String, by: PersonID?, item: String? = nil) {
        self.grade = grade
        self.reason = reason
        self.by = by
        self.item = item
    }
}

/// Both grades, kept side by side; the chosen one counts.
package struct Grading: Hashable, Sendable, Codable {
    package let computed: ComputedGrade?
    package let chosen: ChosenGrade?
    /// A choice that a later, worse computed grade has overtaken; kept for the record.
    package let lapsed: ChosenGrade?

    package init(computed: ComputedGrade?, chosen: ChosenGrade?, lapsed: ChosenGrade? = nil) {
        self.computed = computed
        self.chosen = chosen
        self.lapsed = lapsed
    }

    /// The grades after a follow-up; a choice made on older facts does not hold down a grade that has become worse.
    package func revised(computed new: ComputedGrade?, chosen choice: ChosenGrade?) -> Grading {
        if let choice { return Grading(computed: new, chosen: choice, lapsed: chosen ?? lapsed) }
        guard let chosen, let worse = new?.grade, worse < chosen.grade, computed.map({ worse < $0.grade }) ?? true
        else {
            return Grading(computed: new, chosen: chosen, lapsed: lapsed)
        }
        return Grading(computed: new, chosen: nil, lapsed: chosen)
    }

    package var grade: Grade? { chosen?.grade ?? computed?.grade }
    package var isProvisional: Bool { chosen == nil && computed?.isProvisional == true }

    /// The grade by which the incident is routed.
    package func routed(ungradedAs substitute: Grade) -> Grade { grade ?? substitute }
}
