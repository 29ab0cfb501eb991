import Dispatching
import DutyStore
import Foundation
import Incidents
import Logging
import Notifications
import Wording

/// Usage: throughput DB REPORTS — the database must have a published roster; its reports go to `DUTY_HOOK_URL`.
let arguments = CommandLine.arguments
guard arguments.count == 3, let count = Int(arguments[2]) else {
    print("usage: throughput DB REPORTS")
    exit(2)
}
let bench = Throughput(store: try DutyStore.open(arguments[1]))
let folder = URL(fileURLWithPath: arguments[1]).deletingLastPathComponent().path
var figures: [(String, Double)] = []
figures.append(("fsync_per_s", try DiskSync.rate(in: folder, count: 2000)))
figures.append(("reports_per_s_1", try await bench.reportsPerSecond(count / 4, callers: 1)))
figures.append(("reports_per_s_64", try await bench.reportsPerSecond(count, callers: 64)))
figures.append(("fsync_per_s_after", try DiskSync.rate(in: folder, count: 2000)))
figures += try await bench.messages(count / 10)
figures += try bench.lookUps()
for (name, value) in figures { print("\(name)\t\(String(format: "%.3f", value))") }
