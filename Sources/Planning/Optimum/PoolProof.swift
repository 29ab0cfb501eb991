/// The proof for one pool, step by step: list what each person may take, price the seats, look for something better.
struct PoolProof {
    private enum Stage {
        case listing(Int)
        case pricing(Int)
        case looking
        case over
    }

    private let problem: SeatProblem
    private let pool: SeatPool
    private let ties: SeatTies
    private let evenness: Evenness?
    /// What the people of the pool cost in the known plan.
    private let upper: Int64
    private var stage = Stage.listing(0)
    private var tree = ColumnTree()
    private var prices: SeatPrices
    private var columns: [SeatColumns] = []
    private var branching: SeatBranching?
    /// All plans that fill the pool differ by a multiple of this.
    private var unit: Int64 = 1
    /// No plan of the pool costs less.
    private(set) var lower: Int64
    private(set) var isProven = false

    /// Sets of seats beyond which a pool is given up.
    private static let mostSets = 600_000
    private static let mostVisits = 4_000_000
    private static let mostPrices = 400
    private static let mostViews = 20_000

    init(_ pool: SeatPool, of problem: SeatProblem, upper: Int64, lower: Int64) {
        (self.pool, self.problem, self.upper) = (pool, problem, upper)
        evenness = Evenness(pool, of: problem)
        self.lower = max(lower, evenness?.bound ?? lower)
        ties = SeatTies(pool, of: problem)
        prices = SeatPrices(pool, of: problem)
    }

    var isOver: Bool {
        if case .over = stage { true } else { false }
    }

    /// Goes on until the steps are used up or there is nothing more to do.
    mutating func run(_ steps: inout Int) {
        while steps > 0 {
            switch stage {
            case .listing(let person): list(person, &steps)
            case .pricing(let count): price(count, &steps)
            case .looking: look(&steps)
            case .over: return
            }
        }
    }

    /// Who sits in the pool's slots in the better plan, if one was found.
    var better: [[Int32]]? {
        guard let nodes = branching?.found else { return nil }
        var seats = [[Int32]](repeating: [], count: pool.slots.count)
        for (person, node) in zip(columns, nodes) {
            for slot in tree.slots(of: node) { seats[slot].append(pool.people[person.person]) }
        }
        return seats
    }

    private mutating func list(_ person: Int, _ steps: inout Int) {
        guard person < pool.people.count else {
            stage = .pricing(0)
            return
        }
        let listing = ColumnListing(
            of: pool.people[person], in: pool, of: problem,
            loads: evenness?.loads(of: pool.people[person], upper: upper) ?? Int64.min...Int64.max,
            most: Self.mostVisits)
        let visits = listing.list(into: &tree)
        steps -= visits ?? Self.mostVisits
        let isFull = visits == nil || tree.parents.count > Self.mostSets
        stage = isFull ? .over : .listing(person + 1)
    }

    private mutating func price(_ count: Int, _ steps: inout Int) {
        guard count < Self.mostPrices, !prices.isSettled else { return prepare(&steps) }
        prices.step(tree, pool, upper: upper * ColumnTree.scale)
        steps -= tree.parents.count / 16 + 1
        stage = .pricing(count + 1)
    }

    private mutating func prepare(_ steps: inout Int) {
        unit = unitOfCost
        let limit = (upper - unit) * ColumnTree.scale - prices.bound
        tree = tree.kept(at: prices.best, least: prices.least, within: limit)
        let projection = LoadProjection(pool, of: problem, mostViews: Self.mostViews)
        columns = pool.people.indices.map { SeatColumns($0, tree, prices, pool, projection) }
        columns.sort { ($0.nodes.count, $0.person) < ($1.nodes.count, $1.person) }
        let bounds = ViewBounds(columns, projection, within: limit)
        steps -= tree.parents.count
        raise(to: bounds.least[0][projection.whole])
        branching = SeatBranching(
            columns, bounds, projection, pool, ties, limit: limit, unit: unit * ColumnTree.scale)
        stage = .looking
    }

    /// Takes over a bound on the excess, rounded up to what a plan can cost.
    private mutating func raise(to excess: Int64) {
        guard excess < ColumnTree.never else { return }
        let bound = (prices.bound + excess) / ColumnTree.scale
        let rounded = upper - max(0, upper - bound) / unit * unit
        lower = max(lower, rounded)
    }

    private mutating func look(_ steps: inout Int) {
        branching?.run(&steps)
        guard let branching, branching.isOver else { return }
        isProven = true
        lower = (branching.limit + prices.bound) / ColumnTree.scale + unit
        stage = .over
    }

    /// The greatest common divisor of all differences of cost.
    private var unitOfCost: Int64 {
        var unit: Int64 = ties.first.isEmpty ? 0 : problem.weights.teams
        for range in tree.ranges {
            let costs = range.lazy.map { tree.costs[$0] }.filter { $0 != ColumnTree.never }
            guard let first = costs.first else { continue }
            for cost in costs { unit = gcd(unit, (cost - first) / ColumnTree.scale) }
        }
        return max(1, unit)
    }
}
