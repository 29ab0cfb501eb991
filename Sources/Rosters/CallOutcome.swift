/// What came of dialling a person.
package enum CallOutcome: String, Sendable, Codable, CaseIterable {
    case answered
    case noAnswer = "no-answer"
    case busy
    case wrongNumber = "wrong-number"
}
