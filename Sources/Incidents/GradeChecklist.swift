package import Rosters

/// What a person holds an event against that no rule grades by numbers (特别重大、重大突发公共事件分级标准（试行）).
package struct GradeChecklist: Hashable, Sendable, Codable {
    /// One line of the list: an event like this is of this grade.
    package struct Item: Hashable, Sendable, Codable {
        package let id: String
        package let grade: Grade
        package let text: String

        package init(id: String, grade: Grade, text: String) {
            self.id = id
            self.grade = grade
            self.text = text
        }
    }

    package let kind: IncidentKind
    package let source: String
    package let items: [Item]

    package init(kind: IncidentKind, source: String, items: [Item]) {
        self.kind = kind
        self.source = source
        self.items = items
    }

    package func item(_ id: String) -> Item? { items.first { $0.id == id } }
}

/// A plan card (预案卡): the short list for one kind of incident.
package struct PlanCard: Hashable, Sendable, Codable {
    package let kind: IncidentKind
    package let title: String
    /// 先问.
    package let questions: [String]
    /// 先做.
    package let actions: [String]
    /// 还要告知.
    package let tellAlso: [String]

    package init(kind: IncidentKind, title: String, questions: [String], actions: [String], tellAlso: [String]) {
        self.kind = kind
        self.title = title
        self.questions = questions
        self.actions = actions
        self.tellAlso = tellAlso
    }
}
