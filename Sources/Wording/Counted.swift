/// English nouns with their number: one change, two changes.
enum Counted {
    static func changes(_ count: Int) -> String { noun(count, "change") }
    static func contradictions(_ count: Int) -> String { noun(count, "contradiction") }
    static func days(_ count: Int) -> String { noun(count, "day") }
    static func duties(_ count: Int) -> String { count == 1 ? "1 duty" : "\(count) duties" }
    static func errors(_ count: Int) -> String { noun(count, "error") }
    static func names(_ count: Int) -> String { noun(count, "name") }
    static func pages(_ count: Int) -> String { noun(count, "page") }
    static func seats(_ count: Int) -> String { noun(count, "seat") }
    static func tables(_ count: Int) -> String { noun(count, "table") }

    private static func noun(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
