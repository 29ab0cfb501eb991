import Calendars
import Dispatching
import DutyStore
import Incidents
import RosterFiles
import Rosters
import Wording

/// Turns the words of a command line into ids, with one clear error for each word that means nothing.
struct Lookup {
    /// The published places, the newest first; none for an empty database, where words are taken as they are.
    let places: [Place]

    init(places: [Place]) {
        self.places = places
    }

    init(place: Place?) {
        self.places = place.map { [$0] } ?? []
    }

    var place: Place? { places.first }
    var names: Names { Names(place: place) }
    var zone: Zone { place?.zone ?? .shanghai }
    var topUnit: UnitID? { place?.topUnit.flatMap { place?[$0].id } }

    func unit(_ word: String) throws -> UnitID {
        guard !places.isEmpty else { return UnitID(word) }
        let units = places.flatMap(\.units)
        if let found = units.first(where: { $0.id.text == word || $0.name == word }) { return found.id }
        throw Misuse.unknownThing(.unit, word, near: similar(to: word, among: units.flatMap { [$0.id.text, $0.name] }))
    }

    func post(_ word: String) throws -> PostKey {
        guard !places.isEmpty else { return PostKey(word) }
        let posts = places.flatMap(\.posts)
        if let found = posts.first(where: { $0.key.text == word || $0.name == word }) { return found.key }
        throw Misuse.unknownThing(
            .post, word, near: similar(to: word, among: posts.flatMap { [$0.key.text, $0.name] }))
    }

    func person(_ word: String) throws -> PersonID {
        guard !places.isEmpty else { return PersonID(word) }
        for place in places {
            switch place.match(word) {
            case .one(let ordinal): return place[ordinal].id
            case .none: continue
            case .several(let people):
                throw Misuse.severalPeople(
                    word, people.map { "\(place[$0].name)@\(place[place[$0].unit].id) (\(place[$0].id))" })
            }
        }
        let words = places.flatMap(\.people).flatMap { [$0.id.text, $0.name] }
        throw Misuse.unknownThing(.person, word, near: similar(to: word, among: words))
    }

    /// A person, or `phone:UNIT`.
    func recipient(_ word: String) throws -> Recipient {
        guard word.hasPrefix("phone:") else { return .person(try person(word)) }
        return .phone(try unit(String(word.dropFirst("phone:".count))))
    }

    func instant(_ text: String) throws -> Instant {
        guard let instant = zone.instant(parsing: text) else { throw Misuse.wrongTime(text) }
        return instant
    }

    static func change(_ text: String) throws -> ChangeNumber {
        guard let number = ChangeNumber(text) else { throw Misuse.wrongChangeNumber(text) }
        return number
    }

    static func number(_ text: String) throws -> IncidentNumber {
        guard let number = IncidentNumber(text) else { throw Misuse.wrongIncidentNumber(text) }
        return number
    }
}

/// A command's database, its present time, and the names of a place in it.
struct OpenDesk {
    let desk: Desk
    let now: Instant
    let lookup: Lookup
    /// Who is on duty in the one unit for which it was opened.
    private var around: (unit: UnitID, board: DutyBoard, policy: Policy)?

    var store: DutyStore { desk.store }

    /// Opens for no incident in particular: every published place.
    init(_ options: DatabaseOptions, _ output: OutputOptions) throws {
        try self.init(try options.open(output))
    }

    /// The same over a store that is open already.
    init(_ store: DutyStore, places: (DutyStore) throws -> [Place] = { try $0.places() }) throws {
        self.desk = Desk(store: store)
        self.now = try store.now(machine: Machine.now())
        self.lookup = Lookup(places: try places(store))
    }

    /// Opens for one unit, with no more of its place than it needs; nil where the whole place is needed to know it.
    init?(_ options: DatabaseOptions, _ output: OutputOptions, around word: String, at text: String?) throws {
        let store = try options.open(output)
        guard let unit = try store.unit(named: word) else { return nil }
        let now = try store.now(machine: Machine.now())
        let instant = text.flatMap { Zone.shanghai.instant(parsing: $0) } ?? now
        guard let duty = try store.dutyBoard(at: instant, around: unit), let place = duty.board.place,
            place.zone == .shanghai
        else { return nil }
        self.desk = Desk(store: store)
        self.now = now
        self.lookup = Lookup(place: place)
        self.around = (unit, duty.board, duty.policy)
    }

    /// Opens for a new report: what cannot be read of the published rosters must not keep it from being stored.
    init(forReport options: DatabaseOptions, _ output: OutputOptions) throws {
        let store = try options.open(output)
        self.desk = Desk(store: store)
        self.now = try store.now(machine: Machine.now())
        do {
            self.lookup = Lookup(places: try store.places())
        } catch {
            self.lookup = Lookup(places: [])
            output.note(DeskWording.rostersUnreadable)
        }
    }

    /// Opens for one incident, with the names of the place that holds its unit.
    init(_ options: DatabaseOptions, incident number: IncidentNumber) throws {
        let store = try options.openExisting()
        let desk = Desk(store: store)
        let now = try store.now(machine: Machine.now())
        guard let incident = try store.incident(number) else { throw Misuse.unknownIncident(number.description) }
        self.desk = desk
        self.now = now
        self.lookup = Lookup(place: try desk.duty(at: now, for: incident.facts.unit).board.place)
    }

    /// The time after somebody was asked for long.
    func presentTime() throws -> Instant { try store.now(machine: Machine.now()) }

    /// The checklist by which an incident is graded where no rule does it by numbers.
    func checklist(for facts: IncidentFacts) -> GradeChecklist? {
        (try? desk.duty(at: now, for: facts.unit).policy)?.checklist(for: facts)
    }

    /// The ` --db FILE` that a command needs to reach a drill; a real database is the default.
    var hint: String { store.clock.isDrill ? " --db \(store.path)" : "" }

    /// 【演练】 in a drill, nothing in a real database.
    var mark: Phrase { store.clock.isDrill ? DeskWording.drillMark : Phrase("") }

    var isEngineRunning: Bool {
        get throws { try store.isEngineRunning(at: Machine.now(), within: Engine.pulse) }
    }

    /// The duty boards of a unit's place, or of every published place.
    func duties(at instant: Instant, unit: UnitID?) throws -> [(board: DutyBoard, policy: Policy)] {
        if let around, around.unit == unit, around.board.at == instant { return [(around.board, around.policy)] }
        guard unit == nil, lookup.places.count > 1 else { return [try desk.duty(at: instant, for: unit)] }
        return try lookup.places.map { place in
            let (board, policy) = try store.dutyBoard(at: instant, place: place.key)
            return (board, policy ?? Policy())
        }
    }

    /// What every verb says when its work is done: which incidents cannot be read, and, when nothing runs by itself,
    /// whom to call by hand. A fault met here is said, and undoes nothing.
    ///
    /// A verb about one incident names that one's people and counts the other open ones.
    func warn(_ output: OutputOptions, about number: IncidentNumber? = nil, among known: IncidentList? = nil) {
        do {
            let list = try known ?? store.incidentList(includingClosed: false)
            for number in list.unreadable { output.note(mark + DeskWording.unreadable(incident: number)) }
            guard try !isEngineRunning else { return }
            let open = list.readable.filter { $0.escalation.phase == .open }
            let meant = open.filter { number == nil || $0.number == number }
            if !meant.isEmpty { output.note(mark + DeskWording.noEngine) }
            for incident in meant { sayWhomToCall(for: incident, output) }
            if meant.count < open.count { output.note(mark + DeskWording.otherOpen(open.count - meant.count)) }
        } catch {
            output.note(phrase(of: error))
        }
    }

    /// The same over a store that a command opened without the names in it.
    static func warn(_ store: DutyStore, _ output: OutputOptions) {
        do { try OpenDesk(store).warn(output) } catch { output.note(phrase(of: error)) }
    }

    func sayWhomToCall(for incident: Incident, _ output: OutputOptions) {
        let board = try? desk.duty(at: now, for: incident.facts.unit).board
        let names = Names(place: board?.place)
        let told = incident.escalation.told.filter { $0.standing == .waiting }.map(\.recipient)
        let fallback = incident.plan.fallback.compactMap { Recipient(fallback: $0, now: board) }
        var recipients: [Recipient] = []
        for recipient in told.isEmpty ? fallback : told where !recipients.contains(recipient) {
            recipients.append(recipient)
        }
        let calls =
            recipients.isEmpty ? [DeskWording.nobodyToCall] : recipients.map { DeskWording.call(names, $0) }
        for call in calls { output.note(Phrase("  \(incident.number)  ") + call) }
    }
}

extension Recipient {
    /// A target of the fallback that needs no roster to be called; whoever stands in for it now.
    init?(fallback target: Target, now board: DutyBoard?) {
        switch target {
        case .person(let id): self = .person(board?.deputy(for: id) ?? id)
        case .phone(let unit): self = .phone(unit)
        case .tier, .post, .handling, .fieldLeader, .unitAbove: return nil
        }
    }
}
