package import Rosters

/// Whoever can be told: a person, or a unit's duty phone.
package enum Recipient: Hashable, Sendable, Codable {
    case person(PersonID)
    case phone(UnitID)

    /// `p001` or `phone:emergency-office`, as commands and JSON write it.
    package init(_ text: String) {
        self = text.hasPrefix("phone:") ? .phone(UnitID(String(text.dropFirst(6)))) : .person(PersonID(text))
    }

    var isPerson: Bool {
        if case .person = self { true } else { false }
    }

    package var text: String {
        switch self {
        case .person(let id): id.text
        case .phone(let unit): "phone:\(unit)"
        }
    }
}
