package import Planning
package import Rosters

/// Two rosters side by side.
package struct ComparisonWording: Sendable {
    private let place: Place

    package init(place: Place) {
        self.place = place
    }

    package func lines(_ comparison: PlanComparison, names: [String]) -> [Phrase] {
        zip(["A", "B"], zip(names, comparison.scores)).map { mark, side in
            Phrase("\(mark) \(side.0)  ")
                + Phrase(
                    zh: "\(side.1.filled)/\(side.1.seats) 人次，",
                    en: "\(side.1.filled)/\(Counted.seats(side.1.seats)), ")
                + PlanWording(place: place).score(side.1)
        } + people(comparison)
    }

    private func people(_ comparison: PlanComparison) -> [Phrase] {
        guard !comparison.differences.isEmpty else {
            return [Phrase(zh: "每个人的班次和负荷都相同。", en: "everybody bears the same in both.")]
        }
        return [Phrase(zh: "从 A 到 B 的负荷增减（12 小时计 1）：", en: "from A to B, who bears more and less (12 h = 1):")]
            + comparison.differences.map { one in
                let gain = FairnessWording.halfDays(one.gain)
                let name = "\(place[place[one.person].unit].name) \(place[one.person].name)"
                let loads = one.loads.map { FairnessWording.halfDays($0) }
                return Phrase(
                    zh:
                        "  \(name)：班次 \(one.duties[0]) → \(one.duties[1])，负荷 \(loads[0]) → \(loads[1])（\(one.gain > 0 ? "+" : "")\(gain)）",
                    en:
                        "  \(name): duties \(one.duties[0]) → \(one.duties[1]), load \(loads[0]) → \(loads[1]) (\(one.gain > 0 ? "+" : "")\(gain))"
                )
            }
    }
}
