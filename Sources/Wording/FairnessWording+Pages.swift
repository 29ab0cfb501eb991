import Calendars
package import Planning
package import Rosters

extension FairnessWording {
    /// A post of one unit.
    package struct Station: Hashable, Sendable {
        package let unit: Ordinal<Unit>
        package let post: Ordinal<Post>

        package init(unit: Ordinal<Unit>, post: Ordinal<Post>) {
            self.unit = unit
            self.post = post
        }
    }

    /// Above those who can stand at the same posts; other units' posts with the unit's name.
    package func canStand(_ stations: [Station], in unit: Ordinal<Unit>) -> Phrase {
        let names = stations.map { station in
            Phrase(
                station.unit == unit
                    ? place[station.post].name : "\(place[station.unit].name) \(place[station.post].name)")
        }
        return Phrase(zh: "可值岗位：", en: "can stand as: ") + (names.isEmpty ? Phrase("—") : names.joined())
    }

    /// `02-20 带班领导（白班、夜班）`: each date and post once, with its shifts as the place calls them.
    package func dates(_ duties: [PlanSlot]) -> [Phrase] {
        let keys = duties.map { [$0.date.description, "\($0.unit.index)", "\($0.post.index)"] }
        let groups = Dictionary(grouping: zip(keys, duties)) { $0.0 }
        return keys.uniqued().compactMap { key in
            guard let slots = groups[key]?.map({ $0.1 }), let first = slots.first else { return nil }
            let head = Phrase("\(first.date.description.dropFirst(5)) \(place[first.post].name)")
            return head + Phrase(zh: "（", en: " (") + slots.map(shift).joined() + Phrase(zh: "）", en: ")")
        }
    }

    private func shift(_ slot: PlanSlot) -> Phrase {
        let known = place.shifts.first { $0.window.interval(on: slot.date, in: place.zone) == slot.interval }
        return Phrase(known?.name ?? place.zone.span(slot.interval))
    }

    package static func emptySeats(_ count: Int) -> Phrase {
        Phrase(
            zh: "尚有空缺 \(count) 人次，负荷以排满后为准。",
            en: "\(Counted.seats(count)) still empty: loads will change once all are filled.")
    }

    /// Where to complain; nil for a unit without a duty phone.
    package func objections(_ unit: Ordinal<Unit>) -> Phrase? {
        let phone = place[unit].dutyPhone
        return phone.isEmpty
            ? nil : Phrase(zh: "如有异议，请联系值班电话 \(phone)。", en: "Objections: call the duty phone \(phone).")
    }
}
