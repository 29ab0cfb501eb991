import Glibc

// split DIR: reads the files that `duty check DIR` reads and splits them into lines and cells, and does nothing else.
// The honest floor of the benchmark: one thread, bytes, one buffer, no copies.

guard CommandLine.arguments.count == 2 else { exit(2) }
let folder = CommandLine.arguments[1]
var split = FolderSplit()
for name in ["place.yaml", "people.csv", "policy.yaml"] { split.read("\(folder)/\(name)") }
for name in FolderSplit.names(in: folder + "/2026-national-day") { split.read("\(folder)/2026-national-day/\(name)") }
print("files \(split.files) bytes \(split.bytes) lines \(split.lines) cells \(split.cellCount)")
