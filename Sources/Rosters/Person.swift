package import Calendars

/// Somebody who can stand duty; one object, so that whoever asks for one thing of a person copies one pointer.
package final class Person: Sendable, Codable {
    package let id: PersonID
    package let name: String
    package let unit: Ordinal<Unit>
    package let title: String
    /// A rank of the place's list; nil where none is written.
    package let rank: Rank?
    package let employment: Employment?
    package let mobile: String
    package let officePhone: String
    package let qualifications: [String]
    /// 分管: the kinds of incident that a leader is in charge of.
    package let inCharge: [IncidentKind]?
    /// When somebody last reached the person under these numbers (联系方式核验); nil where nobody wrote it down.
    package let testedOn: CivilDate?
    /// Nil for none, as in snapshots of before 2026-11-28.
    private let writtenTeam: String?
    /// The line of `people.csv`.
    package let line: Int

    package init(
        id: PersonID, name: String, unit: Ordinal<Unit>, title: String = "", rank: Rank? = nil,
        employment: Employment? = nil, mobile: String = "", officePhone: String = "", qualifications: [String] = [],
        inCharge: [IncidentKind]? = nil, testedOn: CivilDate? = nil, team: String = "", line: Int = 0
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.title = title
        self.rank = rank
        self.employment = employment
        self.mobile = mobile
        self.officePhone = officePhone
        self.qualifications = qualifications
        self.inCharge = inCharge
        self.testedOn = testedOn
        self.writtenTeam = team.isEmpty ? nil : team
        self.line = line
    }

    /// 班组: the team with which the person is rostered; empty for none.
    package var team: String { writtenTeam ?? "" }

    /// Eleven digits that begin with 1, as every mobile number of the mainland.
    package var hasValidMobile: Bool {
        mobile.utf8.count == 11 && mobile.utf8.first == UInt8(ascii: "1")
            && mobile.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    package func isInCharge(of category: Category?, type: String?) -> Bool {
        (inCharge ?? []).contains { $0.covers(category: category, type: type) }
    }

    /// The numbers a caller can try, mobile first.
    package var phones: [String] { [mobile, officePhone].filter { !$0.isEmpty } }

    package var canBeCalled: Bool { !mobile.isEmpty || !officePhone.isEmpty }

    package func with(testedOn: CivilDate) -> Person {
        Person(
            id: id, name: name, unit: unit, title: title, rank: rank, employment: employment, mobile: mobile,
            officePhone: officePhone, qualifications: qualifications, inCharge: inCharge, testedOn: testedOn,
            team: team,
            line: line)
    }

    package func with(unit: Ordinal<Unit>) -> Person {
        Person(
            id: id, name: name, unit: unit, title: title, rank: rank, employment: employment, mobile: mobile,
            officePhone: officePhone, qualifications: qualifications, inCharge: inCharge, testedOn: testedOn,
            team: team,
            line: line)
    }

    /// The same person without phone numbers, for records that must outlive them.
    package func withoutPhones() -> Person { with(mobile: "", officePhone: "") }

    package func with(mobile: String, officePhone: String) -> Person {
        Person(
            id: id, name: name, unit: unit, title: title, rank: rank, employment: employment, mobile: mobile,
            officePhone: officePhone, qualifications: qualifications, inCharge: inCharge, testedOn: testedOn,
            team: team,
            line: line)
    }
}

extension Person: Hashable {
    package static func == (left: Person, right: Person) -> Bool {
        left === right
            || left.id == right.id && left.name == right.name && left.unit == right.unit && left.title == right.title
                && left.rank == right.rank && left.employment == right.employment && left.mobile == right.mobile
                && left.officePhone == right.officePhone && left.qualifications == right.qualifications
                && left.inCharge == right.inCharge && left.testedOn == right.testedOn && left.team == right.team
                && left.line == right.line
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A position in the place's list of ranks, low to high.
package struct Rank: Hashable, Comparable, Sendable, Codable {
    package let level: Int

    package init(level: Int) {
        self.level = level
    }

    package static func < (left: Rank, right: Rank) -> Bool { left.level < right.level }
}

/// How somebody is employed; offices use more words than these, so others are kept as written.
package enum Employment: Hashable, Sendable, Codable {
    case established
    case contract
    case seconded
    case temporary
    case guardStaff
    case doorkeeper
    case other(String)

    /// 不得雇请临时人员、保安、门卫 (襄樊, 值班工作规定): they never stand duty, whatever the post says.
    package var isNeverEligible: Bool {
        switch self {
        case .temporary, .guardStaff, .doorkeeper: true
        case .established, .contract, .seconded, .other: false
        }
    }
}
