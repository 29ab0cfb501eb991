package import Incidents

/// A report that is on disk, and what kept its people from being found or told at once.
package struct ReportOutcome: Sendable {
    package enum Setback: Sendable {
        /// The published rosters cannot be read: nobody can be found in them.
        case rosters(any Error)
        /// The first step is due, but could not be written; the incident as it would be, so that its people can be called.
        case firstStep(any Error, planned: Incident)

        package var error: any Error {
            switch self {
            case .rosters(let error), .firstStep(let error, _): error
            }
        }
    }

    package let incident: Incident
    package let setback: Setback?
}
