import Calendars
import Dispatching
import DutyStore
import Foundation
import Incidents
import Logging
import Notifications
import Wording

/// Usage: throughput DB REPORTS COUNTRY_DB INSTANT — DB must have a roster in force now, whose messages go to the
/// webhook `DUTY_HOOK_URL`; COUNTRY_DB one in force at INSTANT, of which it is asked who stands.
let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[2]), let date = try? Date(arguments[4], strategy: .iso8601)
else {
    print("usage: throughput DB REPORTS COUNTRY_DB INSTANT")
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
let country = Throughput(store: try DutyStore.open(arguments[3]))
figures += try country.lookUps(at: Instant(seconds: Int64(date.timeIntervalSince1970)))
for (name, value) in figures { print("\(name)\t\(String(format: "%.3f", value))") }
