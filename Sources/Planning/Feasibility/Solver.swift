import CCadical

/// A variable of the solver, or the opposite of one (negative).
typealias Literal = Int32

/// A SAT solver that keeps what it learned from one question to the next; the same questions give the same answers.
final class Solver {
    private let handle = ccadical_init()
    private var variables: Int32 = 0

    enum Answer {
        case satisfied, refuted, unknown
    }

    init() {
        ccadical_set_option(handle, "quiet", 1)
        // Seats are empty unless somebody asks for them: a model then holds few people too many.
        ccadical_set_option(handle, "phase", 0)
    }

    deinit { ccadical_release(handle) }

    func variable() -> Literal {
        variables += 1
        return variables
    }

    /// At least one of the literals holds.
    func add(_ clause: some Sequence<Literal>) {
        for literal in clause { ccadical_add(handle, literal) }
        ccadical_add(handle, 0)
    }

    func add(_ literals: Literal...) { add(literals) }

    /// Whether everything added can hold at once together with the assumptions, which bind this question only.
    func solve(assuming assumptions: [Literal], conflicts: Int) -> Answer {
        for literal in assumptions { ccadical_assume(handle, literal) }
        ccadical_limit(handle, "conflicts", Int32(clamping: conflicts))
        switch ccadical_solve(handle) {
        case 10: return .satisfied
        case 20: return .refuted
        default: return .unknown
        }
    }

    /// After ``Answer/satisfied``: whether the literal holds in the model.
    func holds(_ literal: Literal) -> Bool { ccadical_val(handle, literal) > 0 }

    /// After ``Answer/refuted``: whether the proof used this assumption.
    func isBlamed(_ assumption: Literal) -> Bool { ccadical_failed(handle, assumption) != 0 }
}

extension Solver {
    /// Literals for “at least 1, 2, … `most` of these hold”, each of which implies just that.
    func atLeast(upTo most: Int, of literals: [Literal]) -> [Literal] {
        var reached: [Literal] = []
        for (position, literal) in literals.enumerated() {
            var next: [Literal] = []
            for level in 0..<min(most, position + 1) {
                let here = variable()
                add(level < reached.count ? [-here, reached[level], literal] : [-here, literal])
                if level > 0 { add(-here, reached[level - 1]) }
                next.append(here)
            }
            reached = next
        }
        while reached.count < most {
            reached.append(variable())
            add(-reached[reached.count - 1])
        }
        return reached
    }

    /// At most so many of the literals hold wherever the guard holds.
    func atMost(_ most: Int, of literals: [Literal], guard condition: Literal?) {
        let unless = condition.map { [-$0] } ?? []
        guard most < literals.count else { return }
        guard most > 0 else { return literals.forEach { add(unless + [-$0]) } }
        var reached: [Literal] = []
        for literal in literals {
            if reached.count == most { add(unless + [-literal, -reached[most - 1]]) }
            var next: [Literal] = []
            for level in 0..<min(most, reached.count + 1) {
                let here = variable()
                if level < reached.count { add(-reached[level], here) }
                add(level > 0 ? [-literal, -reached[level - 1], here] : [-literal, here])
                next.append(here)
            }
            reached = next
        }
    }
}
