package import Calendars
package import Rosters

/// What is wrong, as values; `Wording` makes the sentence.
package enum Problem: Hashable, Sendable {
    case missingFile
    /// The place’s calendar folder holds no file.
    case missingCalendar
    case notUTF8
    /// The parser's own words.
    case brokenYAML(reason: String)
    case nestedTooDeeply

    case duplicateKey(String, firstLine: Int)
    case unknownKey(String, nearest: String?)
    case missingKey(String)
    /// A key that says again what another one already decides.
    case conflictingKey(String, with: String)
    /// A key that rules have, but not this one; those that it has.
    case keyOfNoUse(String, rule: String, expected: [String])
    /// A value that cannot be read as what was expected here.
    case unexpected(found: String, expected: Expectation)

    case unknown(Referent, String, nearest: String?)
    /// A name that several things share, each candidate written as it can be told apart.
    case ambiguous(Referent, String, candidates: [String])
    case duplicate(Referent, String, firstLine: Int)
    case foreignPost(String, unit: String)
    case parentCycle([String])
    case endNotAfterStart(from: String, to: String)
    /// A date of earlier periods that lies in the period at hand or after its first day.
    case notEarlier(CivilDate, than: CivilDate)
    case unknownYear(Int, known: [Int])
    case unknownHoliday(String, year: Int, known: [String])

    case missingHeader
    case unknownColumn(String, nearest: String?)
    case duplicateColumn(String)
    case missingColumn(String)
    case emptyCell(column: String)
    case tooManyCells(found: Int, columns: Int)
    case tooManyNames(found: Int, allowed: Int)
    case unterminatedQuote
    case textAfterQuote(String)
    /// A plan card that is not written as one.
    case cardTitle
    case cardKind
    case cardSection(String)
    case cardLine(String)
    case cardEmpty
    /// A second card for one kind, and the file of the first.
    case cardTwice(String, first: String)
    case duplicateRow(date: CivilDate, shift: String, post: String, firstLine: Int)
}

/// What a name was looked up as.
package enum Referent: Hashable, Sendable, CaseIterable {
    case unit
    case post
    case person
    case rank
    case shift
    case hours
    case rule
    case channel
    case profile
    case checklistItem
    case territory
    case equipment
    case specialPeriod
    case notice
    case rosterTable
}

/// What a value must be.
package enum Expectation: Hashable, Sendable {
    case text
    case mapping
    case list
    case number(ClosedRange<Int>)
    /// With at most two decimals.
    case decimal(ClosedRange<Hundredths>)
    /// A list of two people.
    case pair
    case postsOrTruth
    case truth
    case date
    case instant
    case dateOrInstant
    case clock
    case window
    case zone
    case incidentKind
    case target
    case approver
    case coverOrMapping
    case postsOrAll
    /// One of these words.
    case word([String])
}
