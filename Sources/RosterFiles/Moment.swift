import Calendars

/// A date, inclusive wherever it ends something, or an exact instant.
enum Moment {
    case day(CivilDate)
    case exact(Instant)

    /// Reads a date or a date with a clock time; nil for anything else.
    init?(_ text: String, in zone: Zone) {
        if let date = TimeText.date(text) {
            self = .day(date)
        } else if let instant = TimeText.instant(text, in: zone) {
            self = .exact(instant)
        } else {
            return nil
        }
    }

    func start(in zone: Zone) -> Instant {
        switch self {
        case .day(let date): zone.startOfDay(date)
        case .exact(let instant): instant
        }
    }

    func end(in zone: Zone) -> Instant {
        switch self {
        case .day(let date): zone.startOfDay(date + 1)
        case .exact(let instant): instant
        }
    }
}

extension YamlNode {
    func moment(in zone: Zone, _ log: inout DiagnosticList) -> Moment? {
        read(.dateOrInstant, &log) { Moment($0, in: zone) }
    }
}
