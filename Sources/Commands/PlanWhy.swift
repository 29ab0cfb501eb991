import Calendars
import Planning
import RosterRules
import Rosters
import Wording

/// `plan --why PERSON DATE POST` and `--why-not`: what would change in score and rules.
struct PlanWhy {
    let desk: PlanDesk
    let words: [String]
    let isNot: Bool

    func run() throws {
        let lookup = Lookup(place: desk.place)
        guard let person = desk.place.person(try lookup.person(words[0])) else { return }
        guard let date = CivilDate(words[1]) else { throw PlanMisuse.wrongDate(words[1]) }
        guard let post = desk.place.post(try lookup.post(words[2])) else { return }
        let roster = desk.request.book.roster
        let model = model(of: roster)
        let slots = try slots(of: person, post, on: date, in: model, roster)
        let answers = slots.flatMap { answer($0, person, model, roster) }
        if desk.output.isJSON {
            Terminal.say(JSON.list(answers.map { json($0, of: person) }).rendered())
        } else {
            let wording = WhyWording(place: desk.place)
            let phrases = answers.flatMap { isNot ? wording.whyNot(person, $0) : wording.why(person, $0) }
            // What keeps somebody out of every seat of a slot is said once.
            for phrase in phrases.uniqued() { desk.output.say(phrase) }
        }
    }

    /// The problem with every seat open, whoever stands on the tables in it.
    private func model(of roster: Roster) -> PlanModel {
        var request = desk.request
        request.isReplacing = true
        request.previous = nil
        for (unit, rows) in TableSlot.rows(of: roster.assignments, in: desk.place) {
            request.rows[unit] = ((request.rows[unit] ?? []) + rows).uniqued()
        }
        return PlanModel(request, guests: roster.assignments.map(\.person).uniqued())
    }

    private func slots(
        of person: Ordinal<Person>, _ post: Ordinal<Post>, on date: CivilDate, in model: PlanModel, _ roster: Roster
    ) throws -> [Int] {
        let shifts = model.slots.indices.filter { model.slots[$0].post == post && model.slots[$0].date == date }
        let (name, title) = (desk.place[person].name, desk.place[post].name)
        guard !shifts.isEmpty else { throw Refusal.change(PlanNotes.noShift(title, on: date)) }
        guard !isNot else {
            let open = shifts.filter { desk.place.pool(of: post, in: model.slots[$0].unit).contains(person) }
            guard !open.isEmpty else { throw Refusal.change(PlanNotes.outsider(name, title)) }
            return open
        }
        let standing = roster.assignments.filter { $0.person == person && $0.date == date && $0.post == post }
        let own = shifts.filter { number in
            standing.contains { $0.unit == model.slots[number].unit && $0.interval == model.slots[number].interval }
        }
        guard !own.isEmpty else { throw Refusal.change(WhyWording.notRostered(name, title, on: date)) }
        return own
    }

    /// Why: against everybody else. Why not: in each seat that somebody else has, or in an empty one.
    private func answer(
        _ slot: Int, _ person: Ordinal<Person>, _ model: PlanModel, _ roster: Roster
    ) -> [Alternatives] {
        guard isNot else { return [Alternatives(of: slot, instead: person, in: model, roster: roster)] }
        let here = roster.assignments.filter {
            $0.unit == model.slots[slot].unit && $0.post == model.slots[slot].post
                && $0.interval == model.slots[slot].interval
        }.map(\.person).uniqued()
        var seats: [Ordinal<Person>?] = here.filter { $0 != person }
        if here.count < model.slots[slot].count { seats.append(nil) }
        return seats.map { Alternatives(of: slot, instead: $0, in: model, roster: roster) }
    }

    private func json(_ answer: Alternatives, of person: Ordinal<Person>) -> JSON {
        func change(_ one: Alternatives.Alternative) -> JSON {
            .object([
                "person": .text(desk.place[one.person].id.text),
                "instead": .optional(one.instead.map { desk.place[$0].id.text }),
                "score": .decimal(PlanScore.points(one.total)),
                "parts": .object(
                    JSON.Members(
                        one.change.map {
                            ($0.key.rawValue, .decimal(PlanScore.points($0.value)))
                        })),
            ])
        }
        let possible = isNot ? answer.possible.filter { $0.person == person } : answer.possible
        let excluded = isNot ? answer.excluded.filter { $0.people.contains(person) } : answer.excluded
        return .object([
            "slot": PlanJSON.slot(answer.slot, in: desk.place), "possible": .list(possible.map(change)),
            "excluded": PlanJSON.excluded(excluded, in: desk.place, desk.output),
        ])
    }
}
