import Calendars
import DutyStore
import Incidents
import RosterRules
import Rosters
import Wording

extension DoctorSection {
    /// Incidents by state, and those that reached nobody.
    static let incidents = DoctorSection(check: "incidents") { checkup in
        let list = try checkup.store.incidentList(includingClosed: true)
        let all = list.readable
        func count(_ phase: Escalation.Phase) -> Int { all.count { $0.escalation.phase == phase } }
        let loud = all.flatMap { incident -> [DoctorLine] in
            let number = Phrase("\(incident.number) ")
            return [
                incident.escalation.isUnreachable
                    ? DoctorLine.fault("incidents", number + DeskWording.unreachable) : nil,
                incident.escalation.isUnroutable
                    ? DoctorLine.fault("incidents", number + DeskWording.unroutable) : nil,
            ].compactMap { $0 }
        }
        let counts = DoctorWording.incidents(
            open: count(.open), acknowledged: count(.acknowledged), closed: count(.closed))
        let unreadable = list.unreadable.map { DoctorLine.fault("incidents", DeskWording.unreadable(incident: $0)) }
        return [.good("incidents", counts)] + loud + unreadable
    }

    /// The newest version of each period that is not over, and whether one that runs has gaps.
    static let rosters = DoctorSection(check: "rosters") { checkup in
        let versions = try checkup.store.publications()
        guard let newest = versions.last else { return [.warning("rosters", DoctorWording.noRoster)] }
        let running = versions.filter { version in
            version.window.contains(checkup.now)
                && !versions.contains {
                    $0.place == version.place && $0.period == version.period && $0.version > version.version
                }
        }
        let name = DoctorWording.newest(newest.period, version: newest.version, at: checkup.time(newest.publishedAt))
        return try [.good("rosters", name)]
            + (running.isEmpty
                ? [.warning("rosters", DoctorWording.noneRunning)] : running.map { try gaps(in: $0, checkup) })
    }

    /// Errors that nobody accepted do not hold; those that somebody did are said.
    private static func gaps(in version: PublishedVersion, _ checkup: Checkup) throws -> DoctorLine {
        let (book, _) = try InForce.load(version.period, from: checkup.store)
        let accepted =
            try checkup.store.book(place: version.place, period: version.period)?.accepted.map(\.finding) ?? []
        let errors = Check.run(book).errors
        let standing = errors.filter {
            !accepted.contains(Fingerprint.findingID($0.identity(in: book.place)).text)
        }
        if !standing.isEmpty {
            return .fault("rosters", DoctorWording.runningWithGaps(version.period, errors: standing.count))
        }
        return errors.isEmpty
            ? .good("rosters", DoctorWording.runningWhole(version.period))
            : .warning("rosters", DoctorWording.runningAccepted(version.period, errors: errors.count))
    }
}
