import Commands

@main
enum Duty {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        DutyMain.prepare(for: arguments)
        await DutyMain.run(arguments)
    }
}
