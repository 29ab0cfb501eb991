package import Incidents

/// A plan card (预案卡) as lines.
package struct CardWording: Sendable {
    private let card: PlanCard

    package init(card: PlanCard) {
        self.card = card
    }

    package var lines: [Phrase] {
        let lists = [
            (Phrase(zh: "先问", en: "Ask first"), card.questions), (Phrase(zh: "先做", en: "Do first"), card.actions),
            (Phrase(zh: "还要告知", en: "Also tell"), card.tellAlso),
        ]
        return [Phrase(zh: "预案卡：\(card.title)", en: "Plan card: \(card.title)")]
            + lists.filter { !$0.1.isEmpty }.map { label, items in
                Phrase("  ") + label + Phrase(zh: "：", en: ": ")
                    + items.map { Phrase($0) }.joined(zh: "；", en: "; ")
            }
    }
}

/// A checklist by which a person grades what no rule grades by numbers.
package struct ChecklistWording: Sendable {
    private let checklist: GradeChecklist
    private let incident: IncidentNumber

    package init(checklist: GradeChecklist, incident: IncidentNumber) {
        self.checklist = checklist
        self.incident = incident
    }

    package var lines: [Phrase] {
        [
            Phrase(
                zh: "定级参考（\(checklist.source)），由人判定：duty follow-up \(incident) --check 编号 --by 人员",
                en:
                    "To grade it (\(checklist.source)), a person decides: duty follow-up \(incident) --check ID --by PERSON"
            )
        ]
            + checklist.items.map { item in
                Phrase("  \(item.id)  ") + item.grade.phrase + Phrase("  \(item.text)")
            }
    }
}

/// What may be one incident, reported twice.
package enum DuplicateWording {
    /// `database` is the ` --db FILE` that the command needs.
    package static func offer(_ number: IncidentNumber, into other: IncidentNumber, database: String) -> Phrase {
        Phrase(
            zh: "可能与事件 \(other) 重复。确认是同一事件的，并案：duty merge \(number) --into \(other) --by 人员 --reason 理由\(database)",
            en:
                "This may be incident \(other) again. If it is: duty merge \(number) --into \(other) --by PERSON --reason TEXT\(database)"
        )
    }
}
