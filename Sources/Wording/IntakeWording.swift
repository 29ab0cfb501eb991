/// Doubts about a report that was stored all the same.
package enum IntakeWording {
    package static let receivedInTheFuture = Phrase(
        zh: "注意：接报时间晚于现在，报告时限按此起算，请核对。",
        en: "Note: the time of receipt lies in the future; the limits count from it. Please check.")
    package static let happenedAfterReceived = Phrase(
        zh: "注意：事发时间晚于接报时间，请核对。", en: "Note: it happened after it was received? Please check.")
    package static let noCategory = Phrase(
        zh: "注意：未填类别（--category），未告知承办岗位，也未计算事件级别和相应时限。",
        en: "Note: no category (--category): no handling post was sought, and no grade or its limits computed.")

    /// Nobody guesses between units that claim a place of the same name.
    package static func severalTerritories(_ name: String, units: [String]) -> Phrase {
        Phrase(
            zh: "注意：“\(name)”同属 \(units.joined(separator: "、"))，未按辖区分派，请用 --unit 指明。",
            en: "Note: “\(name)” is claimed by \(units.joined(separator: ", ")); give --unit.")
    }

    package static func otherTerritory(_ name: String, unit: String) -> Phrase {
        Phrase(
            zh: "注意：“\(name)”是\(unit)的辖区，承办单位却不是该单位，请核对。",
            en: "Note: “\(name)” is the territory of \(unit), which is not the incident's unit. Please check.")
    }

    package static func nobodyHandles(_ type: String, near: String?) -> Phrase {
        let hint = near.map { Phrase(zh: "；是否为“\($0)”？", en: "; did you mean “\($0)”?") } ?? Phrase("")
        return Phrase(zh: "注意：没有岗位承办“\(type)”", en: "Note: no post handles “\(type)”") + hint
    }
}
