/// The tables of 2026's national day: the eve's night and one 24 h shift a day up to the first working day.
struct PeriodTables {
    /// What is wrong on purpose, so that a benchmark also sees whether the answer is right.
    enum Plant {
        case noLeader, oneOfficer, notSent
    }

    static let people = 15
    private static let rows: [(date: String, weekday: String, shift: String)] = [
        ("2026-09-30", "三", "夜班"), ("2026-10-01", "四", "全天班"), ("2026-10-02", "五", "全天班"),
        ("2026-10-03", "六", "全天班"), ("2026-10-04", "日", "全天班"), ("2026-10-05", "一", "全天班"),
        ("2026-10-06", "二", "全天班"), ("2026-10-07", "三", "全天班"), ("2026-10-08", "四", "全天班"),
    ]

    /// One unit in 400 is short of a leader for a day, another of one officer of two, another sent nothing in.
    static func plant(in number: Int) -> Plant? {
        switch number % 400 {
        case 37: .noLeader
        case 119: .oneOfficer
        case 211: .notSent
        default: nil
        }
    }

    /// People 0–3 lead, 4–10 are duty officers, 11–14 keep the key post.
    static func table(of names: [String], _ plant: Plant?) -> String {
        var text = "日期,星期,班次,带班领导,值班员,应急值守岗\n"
        for (number, row) in rows.enumerated() {
            let leader = plant == .noLeader && number == 3 ? "" : names[number % 4]
            let first = names[4 + number * 2 % 7]
            let second = names[4 + (number * 2 + 1) % 7]
            let officers = plant == .oneOfficer && number == 5 ? first : "\(first)、\(second)"
            text += "\(row.date),\(row.weekday),\(row.shift),\(leader),\(officers),\(names[11 + number % 4])\n"
        }
        return text
    }

    /// How many assignments the table holds.
    static func assignments(_ plant: Plant?) -> Int {
        switch plant {
        case nil: rows.count * 4
        case .noLeader, .oneOfficer: rows.count * 4 - 1
        case .notSent: 0
        }
    }

    /// How many findings `check` must have for it: an unsent table is one, and each of its three posts a gap.
    static func findings(_ plant: Plant?) -> Int {
        switch plant {
        case nil: 0
        case .noLeader, .oneOfficer: 1
        case .notSent: 4
        }
    }

    /// How many gaps of posts the query over the same rows must find: it knows nothing of tables.
    static func gaps(_ plant: Plant?) -> Int { plant == .notSent ? findings(plant) - 1 : findings(plant) }
}
