import Calendars
import Rosters

extension Decision {
    /// The desk hears ten minutes before a limit and again when it has passed (超时限), then with the leader.
    mutating func tellOfClock(_ id: Int) {
        guard let due = incident.clocks.first(where: { $0.id == id })?.deadline.due else { return }
        if due <= now {
            note(.clockOverrun(id: id))
            give(.clockOverrun(id), to: [.tier(.dutyOfficer), .tier(.leader)], until: due)
        } else {
            note(.clockWarned(id: id))
            give(.clockWarning(id), to: [.tier(.dutyOfficer)], until: due)
        }
    }

    /// A new task, which its owner hears of at once.
    mutating func give(_ order: TaskOrder) {
        let task = DutyTask(
            id: incident.tasks.count + 1, instruction: order.instruction, givenBy: order.givenBy, givenAt: now,
            owner: order.owner, measure: order.measure, due: order.due, interim: order.interim)
        note(.taskGiven(task))
        give(.taskGiven(task.id), to: [.person(order.owner)], until: order.due)
    }

    /// The owner is reminded; when it is overdue, whoever gave the task and the desk hear of it too.
    mutating func tellOfTask(_ id: Int) {
        guard let task = incident.tasks.first(where: { $0.id == id }) else { return }
        if task.due <= now {
            note(.taskOverdue(id: id))
            give(
                .taskOverdue(id), to: [.person(task.owner), .person(task.givenBy), .tier(.dutyOfficer)],
                until: task.due)
        } else {
            note(.taskReminded(id: id))
            give(.taskReminder(id), to: [.person(task.owner)], until: task.due)
        }
    }

    /// Tells whoever stands at the posts that a standing warning puts on standby, and at each later shift the next.
    mutating func orderStandby() {
        let posts = standbyPosts
        let (candidates, misses) = resolver.resolve(everywhere: posts)
        let change = board.stands.filter { posts.contains($0.post) }.map(\.interval.end).min()
        let again = change ?? now + Self.standbyPause
        let isLast = posts.isEmpty || incident.facts.warning?.isOver(at: again) ?? true
        note(.standbyOrdered(posts: posts, again: isLast ? nil : again, misses: misses))
        let told = incident.notices.filter { $0.notice == .standby }.map(\.recipient)
        for candidate in candidates where !told.contains(candidate.recipient) {
            tell(notice(.standby, to: candidate), until: now)
        }
    }

    /// None once the warning is over.
    private var standbyPosts: [PostKey] {
        guard let warning = incident.facts.warning, !warning.isOver(at: now) else { return [] }
        return incident.policy.standby.filter { $0.match.matches(incident.facts, grade: incident.routedGrade) }
            .flatMap(\.posts).uniqued()
    }

    /// How soon to look again where nobody stands at a standby post.
    private static let standbyPause = Duration.minutes(60)

    /// Tells everybody whom the targets name; where that is nobody, the unit's duty phone and the fallback people.
    private mutating func give(_ subject: NoticeSubject, to targets: [Target], until: Instant) {
        let (candidates, misses) = resolver.resolve(targets)
        let reached = candidates.isEmpty ? resolver.offices.resolve(lastResort).candidates : candidates
        if reached.isEmpty { note(.noticeMissed(subject, misses: misses)) }
        for candidate in reached { tell(notice(subject, to: candidate), until: until) }
    }

    private var lastResort: [Target] { (incident.facts.unit.map { [.phone($0)] } ?? []) + incident.plan.fallback }

    private func notice(_ subject: NoticeSubject, to candidate: Candidate) -> Told {
        candidate.told(round: incident.escalation.round, step: 1, notice: subject)
    }

    /// The recipient's next way; when all who heard of it are out of ways, the last resort.
    mutating func noticeFailed(_ failed: Told, _ message: MessageID) {
        guard let subject = failed.notice else { return }
        if let next = failed.onNextWay { return tell(next, until: now) }
        note(.exhausted(message: message))
        let heard = incident.notices.filter { $0.notice == subject }
        guard heard.allSatisfy({ $0.standing == .exhausted }) else { return }
        let known = heard.map(\.recipient)
        let rest = resolver.offices.resolve(lastResort).candidates.filter { !known.contains($0.recipient) }
        if rest.isEmpty { note(.noticeMissed(subject, misses: [])) }
        for candidate in rest { tell(notice(subject, to: candidate), until: now) }
    }
}
