/// Duties that stand already may break the rules among themselves; the search looks only at the nearest of a person's.
extension SeatProblem {
    private struct Stand {
        let start: Int64
        let end: Int64
        let isOnSite: Bool
    }

    /// The same, but whoever is booked twice already takes no seat at, or too near to, any duty that stands.
    func sparingTheDoubleBooked() -> SeatProblem {
        let stands = overlappingStands
        guard !stands.isEmpty else { return self }
        var problem = self
        for number in slots.indices {
            let slot = slots[number]
            problem.slots[number].candidates.removeAll { candidate in
                !slot.pinned.contains(candidate.person)
                    && (stands[candidate.person] ?? []).contains { stand in
                        stand.isOnSite == slot.isOnSite && stand.start - limits.rest <= slot.end
                            && slot.start <= stand.end + limits.rest
                    }
            }
        }
        return problem
    }

    /// What stands already, for everybody of whom two such duties overlap.
    private var overlappingStands: [Int32: [Stand]] {
        var stands: [Int32: [Stand]] = [:]
        for (person, member) in people.enumerated() where !member.busy.isEmpty {
            stands[Int32(person)] = member.busy.map { Stand(start: $0.start, end: $0.end, isOnSite: $0.isOnSite) }
        }
        for slot in slots {
            for person in slot.pinned {
                stands[person, default: []].append(Stand(start: slot.start, end: slot.end, isOnSite: slot.isOnSite))
            }
        }
        return stands.filter { Self.overlap($0.value) }
    }

    private static func overlap(_ stands: [Stand]) -> Bool {
        var ends: [Bool: Int64] = [:]
        for stand in stands.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let end = ends[stand.isOnSite], stand.start < end { return true }
            ends[stand.isOnSite] = max(ends[stand.isOnSite] ?? .min, stand.end)
        }
        return false
    }
}
