package import Calendars
package import Planning
import RosterRules
package import Rosters

/// Why somebody stands in a shift, and why somebody else does not.
package struct WhyWording: Sendable {
    private let place: Place

    package init(place: Place) {
        self.place = place
    }

    package static func notRostered(_ person: String, _ post: String, on date: CivilDate) -> Phrase {
        Phrase(zh: "\(person) \(date) 没有排在\(post)", en: "\(person) is not rostered as \(post) on \(date)")
    }

    package static func noSlot(_ post: String, on date: CivilDate) -> Phrase {
        Phrase(zh: "\(date) 没有此人可排的\(post)班次", en: "on \(date) there is no shift as \(post) for this person")
    }

    /// Who else could stand there and what that would cost, and what keeps the others out.
    package func why(_ person: Ordinal<Person>, _ answer: Alternatives) -> [Phrase] {
        var phrases = [head(answer) + Phrase(zh: "：\(name(person))", en: ": \(name(person))")]
        if answer.possible.isEmpty {
            phrases.append(Phrase(zh: "  没有别人能值此班。", en: "  nobody else can stand there."))
        }
        phrases += answer.possible.prefix(Self.mostShown).map { other in
            Phrase(zh: "  换成 \(name(other.person))：", en: "  \(name(other.person)) instead: ") + effect(other)
        }
        let more = answer.possible.count - Self.mostShown
        if more > 0 { phrases.append(Phrase(zh: "  换成其余 \(more) 人，扣分更多", en: "  \(more) more, each worse")) }
        phrases += excluded(answer.excluded)
        return phrases
    }

    package func whyNot(_ person: Ordinal<Person>, _ answer: Alternatives) -> [Phrase] {
        let head = head(answer)
        if answer.sitting.contains(person) {
            return [head + Phrase(zh: "：\(name(person)) 已在此班", en: ": \(name(person)) stands there already")]
        }
        if let reason = answer.excluded.first(where: { $0.people.contains(person) }) {
            let text = FindingWording(place: place).reason(reason)
            return [head + Phrase(zh: "：\(name(person)) 不能值：", en: ": \(name(person)) cannot: ") + text]
        }
        guard let mine = answer.possible.first(where: { $0.person == person }) else { return [head] }
        let seat =
            mine.instead.map { Phrase(zh: "替下 \(name($0))：", en: "instead of \(name($0)): ") }
            ?? Phrase(zh: "补上空缺：", en: "in the empty seat: ")
        return [head + Phrase(zh: "：\(name(person)) 可以值，", en: ": \(name(person)) could; ") + seat + effect(mine)]
    }

    private static let mostShown = 3

    private func head(_ answer: Alternatives) -> Phrase { Phrase(PlanWording(place: place).slot(answer.slot)) }

    private func excluded(_ groups: [Exclusion]) -> [Phrase] {
        let wording = FindingWording(place: place)
        return groups.map { group in
            let names = group.people.prefix(Self.mostNames).map { name($0) }
            let more = group.people.count > Self.mostNames
            return Phrase(zh: "  不能值：", en: "  cannot: ")
                + Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
                + (more
                    ? Phrase(zh: "等 \(group.people.count) 人", en: " and others, \(group.people.count) in all")
                    : Phrase(""))
                + Phrase(zh: "：", en: ": ") + wording.reason(group)
        }
    }

    private static let mostNames = 5

    /// 多扣 1.2 分（负荷 +1.0，班次间隔 +0.2）.
    private func effect(_ one: Alternatives.Alternative) -> Phrase {
        let parts = PlanScore.Part.allCases.filter { one.change[$0] != nil }.map {
            $0.phrase(one.change[$0] ?? 0, isSigned: true)
        }
        let head = Self.worse(one.total)
        guard !parts.isEmpty else { return head }
        return head + Phrase(zh: "（", en: " (") + parts.joined(zh: "，", en: ", ") + Phrase(zh: "）", en: ")")
    }

    private static func worse(_ number: Int64) -> Phrase {
        let points = PlanWording.number(abs(PlanScore.points(number)))
        if points == "0" { return Phrase(zh: "扣分不变", en: "no change") }
        return number > 0
            ? Phrase(zh: "多扣 \(points) 分", en: "\(points) worse") : Phrase(zh: "少扣 \(points) 分", en: "\(points) better")
    }

    private func name(_ person: Ordinal<Person>) -> String { place[person].name }
}
