import Commands

@main
enum Duty {
    @MainActor
    static func main() async {
        Memory.takeInLargeSteps()
        await DutyMain.run(Array(CommandLine.arguments.dropFirst()))
    }
}
