package import Rosters

/// Whether somebody may stand at a post at all, whatever the time: employment, rank, qualifications.
package enum Eligibility {
    /// The first reason that keeps a person from a post that asks for a rank; nil when none does.
    package static func exclusion(of person: Person, from post: Post, rank: Rank?) -> ExclusionReason? {
        if person.mayNotStand(at: post) { return .notEligible }
        if let rank, person.rank.map({ $0 < rank }) ?? true { return .rankTooLow(needed: rank) }
        let lacking = post.qualifications.filter { !person.qualifications.contains($0) }
        return lacking.isEmpty ? nil : .lacksQualifications(lacking)
    }
}
