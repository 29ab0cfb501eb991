import Commands

@main
enum Duty {
    static func main() async {
        await DutyMain.run(Array(CommandLine.arguments.dropFirst()))
    }
}
