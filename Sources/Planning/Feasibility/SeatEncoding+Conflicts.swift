extension SeatEncoding {
    /// What one person cannot do at once or in a row.
    mutating func addConflicts(of person: Int32) {
        let own = people[Int(person)]
        guard !own.shifts.isEmpty else { return }
        addOverlapAndRest(own, rest: shorterRest[person] ?? problem.limits.rest)
        for first in own.shifts.indices { addLongDuties(own, from: [first]) }
        addConsecutive(own)
    }

    private mutating func addOverlapAndRest(_ own: PersonShifts, rest: Int64) {
        for (position, earlier) in own.shifts.enumerated() {
            for later in own.shifts[(position + 1)...] {
                guard later.start < earlier.end + rest else { break }
                guard earlier.isOnSite == later.isOnSite, earlier.slot != nil || later.slot != nil else { continue }
                if later.start < earlier.end {
                    solver.add(-earlier.literal, -later.literal)
                } else if earlier.station != later.station {
                    solver.add(-literal(.rest), -earlier.literal, -later.literal)
                } else if later.start > earlier.end {
                    // Whoever goes on at the post until then is on one duty, not on two.
                    let between = own.next[position].map { own.shifts[$0] }.filter { $0.end <= later.start }
                    let unless = between.map(\.literal) + (beside.follows(earlier) ? [-closed] : [])
                    solver.add([-literal(.rest), -earlier.literal, -later.literal] + unless)
                }
            }
        }
    }

    /// Forbids each shortest run of touching shifts that lasts too long.
    private mutating func addLongDuties(_ own: PersonShifts, from run: [Int]) {
        let shifts = run.map { own.shifts[$0] }
        guard let first = shifts.first, let last = shifts.last else { return }
        let limit = problem.limits.dutyLength
        guard last.end - first.start > limit else {
            for next in own.next[run[run.count - 1]] { addLongDuties(own, from: run + [next]) }
            return
        }
        let isShortest = shifts.count == 1 || last.end - shifts[1].start <= limit
        guard isShortest, shifts.contains(where: { $0.slot != nil }) else { return }
        solver.add([-literal(.dutyLength)] + shifts.map { -$0.literal })
    }

    private mutating func addConsecutive(_ own: PersonShifts) {
        guard let most = problem.limits.consecutive else { return }
        let byDay = Dictionary(grouping: own.shifts, by: \.day)
        let days = byDay.keys.sorted()
        let literals = days.map { day in anyOf(byDay[day] ?? []) }
        for first in days.indices.dropLast(most) where days[first + most] - days[first] == Int32(most) {
            let run = literals[first...(first + most)]
            guard run.contains(where: { $0 != always }) else { continue }
            solver.add([-literal(.consecutive)] + run.map { -$0 })
        }
    }

    /// A literal that holds wherever one of the shifts is done.
    private func anyOf(_ shifts: [PersonShifts.Shift]) -> Literal {
        if let one = shifts.first, shifts.count == 1 { return one.literal }
        if shifts.contains(where: { $0.slot == nil }) { return always }
        let any = solver.variable()
        for shift in shifts { solver.add(-shift.literal, any) }
        return any
    }

    mutating func addApart() {
        for (one, member) in problem.people.enumerated() where !people[one].shifts.isEmpty {
            for other in Set(member.apart).sorted() where other != Int32(one) {
                let hasSeats = !people[Int(other)].shifts.isEmpty
                guard other > Int32(one) || !hasSeats || !problem.people[Int(other)].apart.contains(Int32(one)) else {
                    continue
                }
                addApart(Int32(one), other)
            }
        }
    }

    private mutating func addApart(_ one: Int32, _ other: Int32) {
        let busy = problem.people[Int(other)].busy.map { PersonShifts.Shift($0, always: always) }
        let others = people[Int(other)].shifts.isEmpty ? busy : people[Int(other)].shifts
        let both = people[Int(one)].shifts.map { (isOne: true, shift: $0) } + others.map { (isOne: false, shift: $0) }
        let inOrder = both.sorted { $0.shift.start < $1.shift.start }
        for (position, earlier) in inOrder.enumerated() {
            for later in inOrder[(position + 1)...] {
                guard later.shift.start < earlier.shift.end else { break }
                guard earlier.isOne != later.isOne, earlier.shift.slot != nil || later.shift.slot != nil else {
                    continue
                }
                let fact = Fact.apart(min(one, other), max(one, other))
                solver.add(-literal(fact), -earlier.shift.literal, -later.shift.literal)
            }
        }
    }

    /// Nobody outranks whoever leads the unit at the same time.
    mutating func addRank() {
        let byUnit = Dictionary(grouping: slots.indices, by: { problem.slots[slots[$0]].unit })
        for unit in byUnit.keys.sorted() {
            let here = byUnit[unit] ?? []
            let led = here.filter { !problem.slots[slots[$0]].isLeader }
            for leader in here where problem.slots[slots[leader]].isLeader {
                let slot = problem.slots[slots[leader]]
                let during = led.filter {
                    problem.slots[slots[$0]].start < slot.end && slot.start < problem.slots[slots[$0]].end
                }
                if !during.isEmpty { addRank(of: leader, over: during) }
            }
        }
    }

    private mutating func addRank(of leader: Int, over others: [Int]) {
        let ranks = Set(seats[leader].map { problem.people[Int($0.person)].rank }).sorted()
        // One literal for each rank: somebody who leads has it or a lower one.
        let low = ranks.map { _ in solver.variable() }
        for (lower, higher) in zip(low, low.dropFirst()) { solver.add(-lower, higher) }
        for seat in seats[leader] {
            guard let at = ranks.firstIndex(of: problem.people[Int(seat.person)].rank) else { continue }
            solver.add(-seat.literal, low[at])
        }
        for seat in others.flatMap({ seats[$0] }) {
            guard let at = ranks.lastIndex(where: { $0 < problem.people[Int(seat.person)].rank }) else { continue }
            solver.add(-literal(.rank), -seat.literal, -low[at])
        }
    }
}
