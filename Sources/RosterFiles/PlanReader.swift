import Calendars
import Rosters

/// Reads the `plan` block of `place.yaml`; what it does not say stays as usual.
struct PlanReader {
    private enum Field: String, FieldKey {
        case weights
        case spacingDays = "spacing_days"
        case days
        case historyFades = "history_fades"
        case shifts, rotation
    }

    private enum WeightField: String, FieldKey {
        case fairness, spacing, wishes, change, months, teams, seniors
        case eveAgain = "eve-again"
    }

    static let weights = Hundredths.zero...Hundredths(1_000_000)

    private let posts: NameIndex<Post>
    private let units: NameIndex<Unit>
    private let shifts: NameIndex<ShiftPattern>
    private let everyPost: [Ordinal<Post>]

    init(posts: [Post], units: NameIndex<Unit>, shifts: [ShiftPattern]) {
        self.posts = NameIndex(.post, posts.map { ($0.key.text, $0.name) })
        self.units = units
        self.shifts = NameIndex(.shift, shifts.map { ($0.key.text, $0.name) })
        self.everyPost = posts.indices.map { Ordinal($0) }
    }

    func read(_ node: YamlNode?, _ log: inout DiagnosticList) -> PlanSettings {
        let usual = PlanSettings()
        guard let node else { return usual }
        let fields = YamlFields<Field>(node, &log)
        let (postShifts, unitShifts) = shiftLists(fields[.shifts], &log)
        return PlanSettings(
            weights: weights(fields[.weights], &log),
            spacingDays: fields.number(.spacingDays, in: 0...366, &log) ?? usual.spacingDays,
            days: days(fields[.days], &log),
            historyFades: fields.decimal(.historyFades, in: .zero ... .one, &log) ?? usual.historyFades,
            shifts: postShifts, unitShifts: unitShifts.isEmpty ? nil : unitShifts,
            rotation: rotation(fields[.rotation], &log))
    }

    private func weights(_ node: YamlNode?, _ log: inout DiagnosticList) -> PlanSettings.Weights {
        var weights = PlanSettings.Weights()
        guard let node else { return weights }
        let fields = YamlFields<WeightField>(node, &log)
        for field in WeightField.allCases {
            guard let weight = fields.decimal(field, in: Self.weights, &log) else { continue }
            switch field {
            case .fairness: weights.fairness = weight
            case .spacing: weights.spacing = weight
            case .wishes: weights.wishes = weight
            case .change: weights.change = weight
            case .months: weights.months = weight
            case .teams: weights.teams = weight
            case .eveAgain: weights.eveAgain = weight
            case .seniors: weights.seniors = weight
            }
        }
        return weights
    }

    /// The usual days, those that are written in their place or after them.
    private func days(_ node: YamlNode?, _ log: inout DiagnosticList) -> [PlanSettings.DayWeight] {
        var days = PlanSettings.DayWeight.usual
        var lines: [DaySelector: Int] = [:]
        for entry in node?.entries(&log) ?? [] {
            let day = DaySelectorReader.read(entry, &log)
            let weight = entry.value.decimal(in: Self.weights, &log)
            guard let day, let weight else { continue }
            if let first = lines[day] {
                log.add(.duplicateKey(entry.key, firstLine: first), at: entry.site)
                continue
            }
            lines[day] = entry.site.line
            let written = PlanSettings.DayWeight(day, weight)
            if let known = days.firstIndex(where: { $0.day == day }) {
                days[known] = written
            } else {
                days.append(written)
            }
        }
        return days
    }

    /// The lists of posts and of units; a word that names both means the post.
    private func shiftLists(
        _ node: YamlNode?, _ log: inout DiagnosticList
    ) -> ([PlanSettings.PostShifts], [PlanSettings.UnitShifts]) {
        var posts: [PlanSettings.PostShifts] = []
        var units: [PlanSettings.UnitShifts] = []
        var postLines: [Ordinal<Post>: Int] = [:]
        var unitLines: [Ordinal<Unit>: Int] = [:]
        for entry in node?.entries(&log) ?? [] {
            let isUnit = self.posts.first(entry.key) == nil && self.units.first(entry.key) != nil
            let post = isUnit ? nil : self.posts.find(entry.key, at: entry.site, &log)
            let unit = isUnit ? self.units.find(entry.key, at: entry.site, &log) : nil
            let shifts = shiftList(entry, &log)
            guard !shifts.isEmpty else { continue }
            if let post, isFirst(post, .post, entry, &postLines, &log) {
                posts.append(PlanSettings.PostShifts(post: post, shifts: shifts))
            }
            if let unit, isFirst(unit, .unit, entry, &unitLines, &log) {
                units.append(PlanSettings.UnitShifts(unit: unit, shifts: shifts))
            }
        }
        return (posts.sorted { $0.post < $1.post }, units.sorted { $0.unit < $1.unit })
    }

    private func shiftList(_ entry: YamlEntry, _ log: inout DiagnosticList) -> [Ordinal<ShiftPattern>] {
        if entry.value.isNull {
            log.add(.unexpected(found: entry.value.shown, expected: .list), at: entry.value.site)
        }
        return entry.value.items(&log).compactMap { shifts.find($0, &log) }.uniqued()
    }

    private func isFirst<Thing>(
        _ thing: Ordinal<Thing>, _ kind: Referent, _ entry: YamlEntry, _ lines: inout [Ordinal<Thing>: Int],
        _ log: inout DiagnosticList
    ) -> Bool {
        if let first = lines[thing] {
            log.add(.duplicate(kind, entry.key, firstLine: first), at: entry.site)
            return false
        }
        lines[thing] = entry.site.line
        return true
    }

    /// `on` for every post, `off` for none, a list of posts, or one of both for each post.
    private func rotation(_ node: YamlNode?, _ log: inout DiagnosticList) -> [Ordinal<Post>] {
        guard let node else { return [] }
        switch node.content {
        case .null: return []
        case .text(let word):
            if let isOn = ValueWords.truth(word) { return isOn ? everyPost : [] }
            guard posts.first(trimmed(word)) != nil else {
                log.add(.unexpected(found: node.shown, expected: .postsOrTruth), at: node.site)
                return []
            }
            return [posts.find(node, &log)].compactMap(\.self)
        case .list(let items): return items.compactMap { posts.find($0, &log) }.uniqued().sorted()
        case .mapping(let entries):
            return entries.compactMap { entry -> Ordinal<Post>? in
                let post = posts.find(entry.key, at: entry.site, &log)
                return entry.value.truth(&log) == true ? post : nil
            }.uniqued().sorted()
        }
    }
}
