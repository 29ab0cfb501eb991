import Foundation

// country DIR [UNITS [SEED]] --calendar FOLDER [--faultless]: writes an invented country that `duty check DIR` reads.
var arguments = Array(CommandLine.arguments.dropFirst())
var calendar = "../calendar"
if let flag = arguments.firstIndex(of: "--calendar"), flag + 1 < arguments.count {
    calendar = URL(fileURLWithPath: arguments[flag + 1]).standardizedFileURL.path
    arguments.removeSubrange(flag...(flag + 1))
}
let isFaultless = arguments.contains("--faultless")
arguments.removeAll { $0 == "--faultless" }
guard let folder = arguments.first, let count = Int(arguments.dropFirst().first ?? "40000"), count > 0,
    let seed = UInt64(arguments.dropFirst(2).first ?? "2026")
else {
    FileHandle.standardError.write(Data("usage: country DIR [UNITS [SEED]] --calendar FOLDER [--faultless]\n".utf8))
    exit(2)
}

func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

let tables = folder + "/2026-national-day"
try FileManager.default.createDirectory(atPath: tables, withIntermediateDirectories: true)
let units = Territory(count: count).units
let files = PlaceFiles(units: units, calendar: calendar, isFaultless: isFaultless)
var names = Names(seed: seed)
var people = PlaceFiles.peopleHeader
var assignments = 0
var findings = 0
var gaps = 0
for (number, unit) in units.enumerated() {
    let colleagues = names.different(PeriodTables.people)
    let plant = isFaultless ? nil : PeriodTables.plant(in: number)
    people += PlaceFiles.people(colleagues, of: unit, number: number)
    assignments += PeriodTables.assignments(plant)
    findings += PeriodTables.findings(plant)
    gaps += PeriodTables.gaps(plant)
    if plant != .notSent {
        try write(PeriodTables.table(of: colleagues, plant), "\(tables)/\(unit.code).csv")
    }
}
try write(files.place, folder + "/place.yaml")
try write(people, folder + "/people.csv")
try write(PlaceFiles.policy, folder + "/policy.yaml")
try write(files.period, tables + "/period.yaml")
print(
    "units \(units.count) people \(units.count * PeriodTables.people) assignments \(assignments) "
        + "findings \(findings) gaps \(gaps)")
