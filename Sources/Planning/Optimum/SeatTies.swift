/// What people of a pool ask of one another: to be apart, not to outrank a leader, to stand with their team.
///
/// A *tie* says what those who are placed leave to the others: for each person the seats that are forbidden, for each
/// team the shifts in which it stands. It is empty where nobody is tied.
struct SeatTies {
    typealias Tie = [SeatPool.Fill]

    private struct Block {
        let other: Int
        let seats: SeatPool.Fill
    }

    /// By the pool's people, by its slots.
    private var blocks: [[[Block]]]
    private let offsets: [Int]
    private let teams: [Int?]
    private let shifts: [SeatPool.Fill]
    private let weight: Int64
    let first: Tie

    init(_ pool: SeatPool, of problem: SeatProblem) {
        offsets = pool.offsets
        weight = problem.weights.teams * ColumnTree.scale
        let members = pool.people.map { problem.people[Int($0)] }
        let names = Set(members.map(\.team).filter { $0 >= 0 }).sorted()
        let hasTeams = problem.weights.teams != 0
        teams = members.map { member in hasTeams ? names.firstIndex(of: member.team) : nil }
        let slots = pool.slots.map { problem.slots[$0] }
        let shiftsOfUnits = Set(slots.map(ShiftOfUnit.init)).sorted()
        shifts = slots.map { slot in 1 << SeatPool.Fill(shiftsOfUnits.firstIndex(of: ShiftOfUnit(slot)) ?? 0) }
        blocks = Self.blocks(pool, problem)
        let isTied = teams.contains { $0 != nil } || blocks.contains { $0.contains { !$0.isEmpty } }
        first = isTied ? Tie(repeating: 0, count: members.count + names.count) : []
    }

    /// What is left when a person takes seats besides, and what it costs; nil if the tie forbids it.
    func tie(_ tie: Tie, with person: Int, taking seats: SeatPool.Fill) -> (tie: Tie, cost: Int64)? {
        guard !tie.isEmpty else { return (tie, 0) }
        guard tie[person] & seats == 0 else { return nil }
        var (next, cost) = (tie, Int64(0))
        next[person] = 0
        for slot in offsets.indices where seats >> SeatPool.Fill(offsets[slot]) & 1 == 1 {
            for block in blocks[person][slot] { next[block.other] |= block.seats }
            guard let team = teams[person] else { continue }
            let others = next[teams.count...].reduce(0, |)
            if others & shifts[slot] != 0, next[teams.count + team] & shifts[slot] == 0 { cost += weight }
            next[teams.count + team] |= shifts[slot]
        }
        return (next, cost)
    }

    /// The same with nothing asked of those who are placed, so that equal futures are equal.
    func forgetting(_ tie: Tie, placed: [Int]) -> Tie {
        guard !tie.isEmpty else { return tie }
        var tie = tie
        for person in placed { tie[person] = 0 }
        return tie
    }

    private static func blocks(_ pool: SeatPool, _ problem: SeatProblem) -> [[[Block]]] {
        let none = [[Block]](repeating: [], count: pool.slots.count)
        guard problem.limits.isRankKept || pool.people.contains(where: { !problem.people[Int($0)].apart.isEmpty })
        else { return [[[Block]]](repeating: none, count: pool.people.count) }
        return pool.people.map { person in
            pool.slots.map { index in
                pool.people.enumerated().compactMap { position, other in
                    guard other != person else { return nil }
                    var seats: SeatPool.Fill = 0
                    for (slot, facing) in pool.slots.enumerated()
                    where problem.forbids(person, in: index, beside: other, in: facing) {
                        seats |= 1 << SeatPool.Fill(pool.offsets[slot])
                    }
                    return seats == 0 ? nil : Block(other: position, seats: seats)
                }
            }
        }
    }
}

extension SeatProblem {
    /// True if two people in two slots would break a limit that concerns both.
    func forbids(_ person: Int32, in one: Int, beside other: Int32, in two: Int) -> Bool {
        let (slot, facing) = (slots[one], slots[two])
        guard slot.overlaps(facing) else { return false }
        let (member, second) = (people[Int(person)], people[Int(other)])
        if member.apart.contains(other) || second.apart.contains(person) { return true }
        guard limits.isRankKept, slot.unit == facing.unit, slot.isLeader != facing.isLeader else { return false }
        return slot.isLeader ? second.rank > member.rank : member.rank > second.rank
    }
}
