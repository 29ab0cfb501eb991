import ArgumentParser
import Wording

/// `duty doctor --period P`: what is in order before a period and what is not.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "检查：节前准备是否就绪 / is everything in order before a period")

    @Option(help: "时期键 / period")
    var period: String

    @OptionGroup var watch: WatchOptions

    func run() throws {
        try watch.answer { open in try ReadinessDesk(period: period, open: open).answer }
    }
}
