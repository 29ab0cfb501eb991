import Calendars
import DutyStore
import Incidents
import Rosters
import Watchkeeping
import Wording

/// What an error means to the user: the one place where errors become words and exit codes; nil for the parser's own.
func trouble(_ error: any Error) -> (any Trouble)? {
    switch error {
    case let trouble as any Trouble: trouble
    case let error as StoreError: storeTrouble(error)
    case let conflict as IncidentConflict:
        Refusal.conflict(conflict, names: Names(place: nil))
    case let conflict as WatchConflict: Refusal.notRecorded(conflict.phrase(Names(place: nil)))
    default: nil
    }
}

/// What an error means to the user, also where it must not end the command.
func phrase(of error: any Error) -> Phrase { trouble(error)?.phrase ?? Fault.failed("\(error)").phrase }

private func storeTrouble(_ error: StoreError) -> any Trouble {
    switch error {
    case .newerSchema(let found, let known): Fault.newerSchema(found: found, known: known)
    case .notADatabase(let path): Fault.notADatabase(path)
    case .locked: Fault.locked
    case .diskFull: Fault.diskFull
    case .diskFailed(let path, let detail): Fault.diskFailed(path, detail)
    case .readOnly(let path): Fault.readOnly(path)
    case .corrupt(let detail): Fault.corrupt(detail)
    case .unreadableRow: Fault.unreadableRow
    case .unreadableIncident(let number): Fault.unreadableIncident(number)
    case .cannotOpen(let path, let detail): Fault.cannotOpen(path, detail)
    case .drillExists(let path): Refusal.drillExists(path)
    case .realExists(let path): Misuse.realDatabase(path)
    case .notADrill: Misuse.notADrill("--db")
    case .clockBackwards(let now, let asked):
        Refusal.clockBackwards(now: Zone.shanghai.civil(now), asked: Zone.shanghai.civil(asked))
    case .unknownIncident(let number): Misuse.unknownIncident(number.description)
    case .unknownMessage(let id): Fault.failed(id.text)
    case .unknownChange(let number): Misuse.unknownChange(number.description)
    case .changedMeanwhile: Refusal.changedMeanwhile
    case .replacedMeanwhile(let version, let at):
        Refusal.replacedMeanwhile(version: version, at: at.map(Zone.shanghai.civil) ?? "")
    case .refusedRow(let detail), .failed(let detail): Fault.failed(detail)
    }
}

extension Refusal {
    static func conflict(_ conflict: IncidentConflict, names: Names) -> Refusal {
        .conflict(
            incident: conflict.number.description, cause: conflict.causePhrase(names), verb: conflict.event.verb)
    }
}
