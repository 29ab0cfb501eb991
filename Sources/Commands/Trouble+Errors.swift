import Calendars
import DutyStore
import Incidents
import Wording

extension Trouble {
    /// What an error means to the user: the one place where errors become words and exit codes.
    init(_ error: any Error) {
        switch error {
        case let trouble as Trouble: self = trouble
        case let error as StoreError: self.init(error)
        case let conflict as IncidentConflict:
            self = .conflict(
                incident: conflict.number.description, phase: conflict.phase.phrase,
                verb: DeskWording.verb(conflict.event))
        default: self = .failed("\(error)")
        }
    }

    private init(_ error: StoreError) {
        switch error {
        case .newerSchema(let found, let known): self = .newerSchema(found: found, known: known)
        case .notADatabase(let path): self = .notADatabase(path)
        case .locked: self = .locked
        case .diskFull: self = .diskFull
        case .readOnly(let path): self = .readOnly(path)
        case .corrupt(let detail): self = .corrupt(detail)
        case .cannotOpen(let path, let detail): self = .cannotOpen(path, detail)
        case .drillExists(let path): self = .drillExists(path)
        case .realExists(let path): self = .realDatabase(path)
        case .notADrill: self = .notADrill("--db")
        case .clockBackwards(let now, let asked):
            self = .clockBackwards(now: Zone.shanghai.civil(now), asked: Zone.shanghai.civil(asked))
        case .unknownIncident(let number): self = .unknownIncident(number.description)
        case .unknownMessage(let id): self = .failed(id.text)
        case .refusedRow(let detail), .failed(let detail): self = .failed(detail)
        }
    }
}
