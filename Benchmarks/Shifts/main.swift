import Foundation

/// Usage: shifts FOLDER|FILE… [--seconds 60] [--seed 1] [--only N] [--out DIR] — plans “Shift Scheduling” instances.
guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
    print("usage: shifts FOLDER|FILE… [--seconds 60] [--seed 1] [--only N] [--out DIR]")
    exit(2)
}
exit(ShiftsTable(options: options).print())
