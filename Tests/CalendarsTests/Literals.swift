import Calendars

// Tests write dates, times and windows as they are; a slip of the pen stops the run.

func date(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("no date: \(text)") }
    return date
}

func time(_ text: String) -> ClockTime {
    guard let time = ClockTime(text) else { preconditionFailure("no clock time: \(text)") }
    return time
}

/// A window from minutes since midnight.
func window(_ open: Int, _ close: Int) -> ClockWindow {
    ClockWindow(
        start: time("\(open / 60):\(open % 60 < 10 ? "0" : "")\(open % 60)"),
        end: time("\(close / 60):\(close % 60 < 10 ? "0" : "")\(close % 60)"))
}

extension Holiday {
    /// The first day that the notice names; the fixtures have no holiday without one.
    var firstDay: CivilDate { (off + statutory).reduce(date("9999-12-31"), min) }
}
