// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The pure core computes a lot; optimised, it does so in a fifth of the time also in debug builds.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func core(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: optimised)
}

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

/// What drives the desk or the planner in one process for `make bench…`; no other build pays for it.
let benchmarks: [Target] =
    Context.environment["DUTY_BENCH"] == nil
    ? []
    : [
        .executableTarget(
            name: "throughput",
            dependencies: [
                "Dispatching", "DutyStore", "Notifications", "Wording", "Incidents", "Rosters", "Calendars", logging,
                flyingFox, flyingSocks,
            ], path: "Benchmarks/Throughput", swiftSettings: strict),
        .executableTarget(
            name: "shifts", dependencies: ["Planning", "ShiftInstances"], path: "Benchmarks/Shifts",
            swiftSettings: strict),
    ]

let package = Package(
    name: "dutydesk",
    products: [.executable(name: "duty", targets: ["duty"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        // Proves by SAT (MIT, Debian's libcadical-dev); computes only.
        .systemLibrary(name: "CCadical", providers: [.apt(["libcadical-dev"])]),
        // The pure core: no clock, randomness, files, network, async, database or logging.
        core("Calendars", []),
        core("Rosters", ["Calendars"]),
        core("RosterRules", ["Rosters", "Calendars"]),
        core("Planning", ["RosterRules", "Rosters", "Calendars", "CCadical"]),
        core("Watchkeeping", ["Rosters", "Calendars"]),
        core("Incidents", ["Watchkeeping", "Rosters", "Calendars"]),
        core("RosterFiles", ["Rosters", "Incidents", "Watchkeeping", "Calendars", yams]),
        module(
            "Wording",
            ["RosterFiles", "Planning", "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars"]),
        // The rim: performs what the core decided.
        module("DutyStore", ["RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars", grdb, crypto]),
        // Posts webhooks (curl licence, Debian's libcurl4-openssl-dev).
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        module("Notifications", ["Wording", "Incidents", "Rosters", "Calendars", "CCurl", crypto]),
        module(
            "Dispatching",
            [
                "DutyStore", "Notifications", "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars",
                lifecycle, logging,
            ]),
        module(
            "Commands",
            [
                "Dispatching", "DutyStore", "Notifications", "Wording", "RosterFiles", "Planning", "RosterRules",
                "Incidents", "Watchkeeping", "Rosters", "Calendars", argumentParser, lifecycle, logging,
                unixSignals,
            ]),
        // glibc's own settings, which Swift's Glibc module leaves out.
        .systemLibrary(name: "CMalloc"),
        .executableTarget(name: "duty", dependencies: ["Commands", "CMalloc"], swiftSettings: strict),
        // Shared by tests only.
        .target(
            name: "TestSupport", dependencies: [flyingFox, flyingSocks], path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "RandomPlaces", dependencies: ["Rosters", "Calendars", "TestSupport"], path: "Tests/RandomPlaces",
            swiftSettings: strict),
        // Shared with `Benchmarks`.
        .target(
            name: "ShiftInstances", dependencies: ["Planning"], path: "Benchmarks/ShiftInstances",
            swiftSettings: strict),
        // Every reader of bytes from outside, and how they are spoiled; optimised, since it runs a hundred thousand times.
        .target(
            name: "Fuzzing",
            dependencies: [
                "Commands", "DutyStore", "Notifications", "Wording", "RosterFiles", "RosterRules", "Incidents",
                "Rosters",
                "Calendars", "TestSupport",
            ], path: "Tests/Fuzzing", swiftSettings: optimised),
        tests("Fuzz", ["Fuzzing"]),
        tests("Architecture", []),
        tests("Calendars", ["Calendars"]),
        tests(
            "Planning",
            ["Planning", "RandomPlaces", "ShiftInstances", "RosterRules", "Rosters", "Calendars"]),
        tests("RosterRules", ["RandomPlaces", "RosterRules", "RosterFiles", "Incidents", "Rosters", "Calendars"]),
        tests("Watchkeeping", ["Watchkeeping", "Rosters", "Calendars"]),
        tests("Incidents", ["Incidents", "Watchkeeping", "Rosters", "Calendars"]),
        tests("Proof", ["Incidents", "Rosters", "Calendars"]),
        tests("RosterFiles", ["RosterFiles", "Wording", "Incidents", "Watchkeeping", "Rosters", "Calendars"]),
        tests(
            "Wording",
            ["Wording", "RosterFiles", "Planning", "RosterRules", "Incidents", "Watchkeeping", "Rosters", "Calendars"]),
        tests(
            "DutyStore",
            [
                "Dispatching", "DutyStore", "Notifications", "Wording", "RosterRules", "Incidents", "Watchkeeping",
                "Rosters", "Calendars", grdb, logging,
            ]),
        tests("Notifications", ["Notifications", "Wording", "Incidents", "Rosters", "Calendars"]),
        tests(
            "Commands",
            ["Commands", "Wording", "Dispatching", "DutyStore", "Incidents", "Rosters", "Calendars", "duty", grdb]),
    ] + benchmarks,
    swiftLanguageModes: [.v6]
)

// `make fuzz` alone needs this target: its entry point is libFuzzer's.
if Context.environment["DUTY_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["Fuzzing"], path: "Fuzz",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
