package import Calendars
package import Rosters

/// What a follow-up report (续报) says that was not known or was different before; nil changes nothing.
package struct FactsUpdate: Hashable, Sendable, Codable {
    package var what: String?
    package var place: String?
    package var unit: UnitID?
    package var category: Category?
    package var type: String?
    package var happenedAt: Instant?
    package var learnedAt: Instant?
    package var verifiedAt: Instant?
    package var casualties: Casualties
    package var elements: [ReportElement: String]
    package var source: String?
    package var warningLevel: WarningLevel?
    package var responseLevel: ResponseLevel?

    package init(
        what: String? = nil, place: String? = nil, unit: UnitID? = nil, category: Category? = nil, type: String? = nil,
        happenedAt: Instant? = nil, learnedAt: Instant? = nil, verifiedAt: Instant? = nil,
        casualties: Casualties = Casualties(), elements: [ReportElement: String] = [:], source: String? = nil,
        warningLevel: WarningLevel? = nil, responseLevel: ResponseLevel? = nil
    ) {
        self.what = what
        self.place = place
        self.unit = unit
        self.category = category
        self.type = type
        self.happenedAt = happenedAt
        self.learnedAt = learnedAt
        self.verifiedAt = verifiedAt
        self.casualties = casualties
        self.elements = elements
        self.source = source
        self.warningLevel = warningLevel
        self.responseLevel = responseLevel
    }

    package var isEmpty: Bool { self == FactsUpdate() }
}

extension IncidentFacts {
    /// The facts after a follow-up; when it was first received and recorded never changes.
    package func updated(by update: FactsUpdate) -> IncidentFacts {
        var facts = self
        facts.what = update.what ?? what
        facts.place = update.place ?? place
        facts.unit = update.unit ?? unit
        facts.type = update.type ?? (update.category == nil || update.category == category ? type : nil)
        facts.category = update.category ?? category
        facts.happenedAt = update.happenedAt ?? happenedAt
        facts.learnedAt = update.learnedAt ?? learnedAt
        facts.verifiedAt = update.verifiedAt ?? verifiedAt
        facts.casualties = casualties.updated(by: update.casualties)
        facts.elements = elements.merging(update.elements) { $1 }
        facts.source = update.source ?? source
        facts.warningLevel = update.warningLevel ?? warningLevel
        facts.warning = warning.map { $0.with(level: update.warningLevel ?? $0.level) }
        facts.responseLevel = update.responseLevel ?? responseLevel
        return facts
    }
}

extension Casualties {
    func updated(by update: Casualties) -> Casualties {
        Casualties(
            dead: update.dead ?? dead, missing: update.missing ?? missing, serious: update.serious ?? serious,
            slight: update.slight ?? slight, lossYuan: update.lossYuan ?? lossYuan)
    }
}
