import Foundation
import Testing

/// The table of DESIGN.md section 3: who may import whom.
private let mayImport: [String: Set<String>] = [
    "Calendars": [],
    "Rosters": ["Calendars"],
    "RosterRules": ["Rosters", "Calendars"],
    "Planning": ["RosterRules", "Rosters", "Calendars", "CCadical"],
    "Watchkeeping": ["Rosters", "Calendars"],
    "Incidents": ["Watchkeeping", "Rosters", "Calendars"],
    "RosterFiles": ["Rosters", "Incidents", "Watchkeeping", "Calendars", "Yams"],
    "Wording": ["RosterFiles", "Planning", "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars"],
    "DutyStore": [
        "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars", "GRDB", "Crypto", "Synchronization",
    ],
    "Notifications": [
        "Wording", "Incidents", "Rosters", "Calendars", "CCurl", "Crypto", "Synchronization",
    ],
    "Dispatching": [
        "DutyStore", "Notifications", "Wording", "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars",
        "ServiceLifecycle", "Logging", "Synchronization",
    ],
    "Commands": [
        "Dispatching", "DutyStore", "Notifications", "Wording", "RosterFiles", "Planning", "RosterRules", "Incidents",
        "Watchkeeping", "Rosters", "Calendars", "ArgumentParser", "ServiceLifecycle", "UnixSignals", "Logging",
        "Synchronization",
    ],
    "duty": ["Commands", "CMalloc"],
]

private let core: Set<String> = [
    "Calendars", "Rosters", "RosterRules", "Planning", "Watchkeeping", "Incidents", "RosterFiles", "Wording",
]
private let everywhere: Set<String> = ["Foundation", "FoundationEssentials"]

@Suite("The house is as DESIGN.md draws it")
struct ModuleTests {
    @Test("A module imports only what its line in the table allows")
    func imports() throws {
        for file in try SourceTree("Sources").files {
            let allowed = try #require(mayImport[file.module], "\(file.path) is in no module of the table")
            for name in file.imports where !everywhere.contains(name) {
                #expect(allowed.contains(name), "\(file.path) imports \(name)")
            }
        }
    }

    @Test("Module directions are one-way: nobody imports a module that can reach him")
    func acyclic() {
        func reaches(_ from: String) -> Set<String> {
            (mayImport[from] ?? []).reduce(into: []) { $0.formUnion(reaches($1).union([$1])) }
        }
        for module in mayImport.keys { #expect(!reaches(module).contains(module)) }
        for module in core { #expect(reaches(module).isSubset(of: core.union(["Yams", "CCadical"]))) }
    }

    @Test(
        "The pure core reads no clock, no randomness, no file, no network and waits for nothing",
        arguments: [
            #"\bDate\(\)"#, #"\.now\b"#, #"\bUUID\(\)"#, #"\.random\("#, "TimeZone.current", "Calendar.current",
            "Locale.current", "FileManager", "FileHandle", "ProcessInfo", "URLSession", #"\basync\b"#, #"\bawait\b"#,
            "contentsOf", #"\bprint\("#, "Logger", "sqlite", "SystemRandomNumberGenerator", #"\bTask\b"#,
        ])
    func purity(banned: String) throws {
        let pattern = try Regex(banned)
        for file in try SourceTree("Sources").files where core.contains(file.module) {
            for (number, text) in file.code {
                #expect(text.firstMatch(of: pattern) == nil, "\(file.path):\(number): \(text)")
            }
        }
    }

    @Test(
        "No source escapes the compiler's checks",
        arguments: [#"\btry!"#, "fatalError", "preconditionFailure", "@unchecked Sendable", #"nonisolated\(unsafe\)"#])
    func noEscapes(banned: String) throws {
        let pattern = try Regex(banned)
        for file in try SourceTree("Sources").files {
            for (number, text) in file.code {
                #expect(text.firstMatch(of: pattern) == nil, "\(file.path):\(number): \(text)")
            }
        }
    }

    @Test("Files stay small: none over 500 lines, half of them at most 100")
    func sizes() throws {
        let files = try SourceTree("Sources").files + SourceTree("Tests").files
        for file in files { #expect(file.lines.count <= 500, "\(file.path): \(file.lines.count) lines") }
        let sizes = files.map(\.lines.count).sorted()
        #expect(sizes[sizes.count / 2] <= 100)
    }

    @Test("Tests never sleep")
    func noSleeping() throws {
        let pattern = try Regex(#"(Task|Thread)\.sleep|\bu?sleep\("#)
        for file in try SourceTree("Tests").files where file.module != "ArchitectureTests" {
            for (number, text) in file.code {
                #expect(text.firstMatch(of: pattern) == nil, "\(file.path):\(number): \(text)")
            }
        }
    }

    @Test("The example rosters hold only mobile numbers of a range that does not exist")
    func fictionalNumbers() throws {
        let people = SourceTree.root.appendingPathComponent("rosters/qinghe/people.csv")
        let text = try String(contentsOf: people, encoding: .utf8)
        let mobile = try Regex(#"\b1\d{10}\b"#)
        for match in text.matches(of: mobile) { #expect(text[match.range].hasPrefix("100")) }
    }
}
