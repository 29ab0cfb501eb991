import Foundation
import Planning
import ShiftInstances

/// Plans each instance and prints a line on it beside what others reached.
struct ShiftsTable {
    let options: Options

    /// Curtois and Qu's best known costs, by the instance's number.
    private static let known = [
        1: 607, 2: 828, 3: 1001, 4: 1716, 5: 1143, 6: 1950, 7: 1056, 8: 1300, 10: 4631, 12: 4040,
    ]
    /// What OR-Tools' CP-SAT reached in 60 s with two workers.
    private static let solver = [
        1: 607, 2: 828, 3: 1003, 4: 1718, 5: 1155, 6: 2351, 7: 1196, 8: 2330, 10: 5394, 12: 7847,
    ]

    /// The status to exit with: 1 when a plan breaks a rule, 2 when a file cannot be read.
    func print() -> Int32 {
        Swift.print("instance        cost  best known  CP-SAT 60 s  violations")
        return options.files.map(line).max() ?? 0
    }

    private func line(_ file: String) -> Int32 {
        guard let bytes = FileManager.default.contents(atPath: file) else { return fail("\(file): cannot be read") }
        do {
            let instance = try ShiftInstance(String(decoding: bytes, as: UTF8.self))
            let plan = TimedSearch(problem: instance.problem, options: options).plan()
            return try report(plan, of: instance, named: Options.name(of: file))
        } catch let error as ShiftInstance.Unreadable {
            return fail(error.diagnostics.map { "\(file):\($0.line): \($0.message)" }.joined(separator: "\n"))
        } catch {
            return fail("\(file): \(error.localizedDescription)")
        }
    }

    private func report(_ plan: RowPlan?, of instance: ShiftInstance, named name: String) throws -> Int32 {
        guard let plan else {
            Swift.print("\(name): no plan that breaks no rule")
            return 1
        }
        let score = RowScore(plan, of: instance.problem)
        let number = Options.number(of: name) ?? 0
        let figures: [(Int?, Int)] = [
            (score.cost, 8), (Self.known[number], 12), (Self.solver[number], 13), (score.violations.count, 12),
        ]
        let cells = figures.map { figure, width in
            let text = figure.map(String.init) ?? "-"
            return String(repeating: " ", count: max(width - text.count, 0)) + text
        }
        Swift.print(name.padding(toLength: 12, withPad: " ", startingAt: 0) + cells.joined())
        if let out = options.out {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
            try instance.text(of: plan).write(toFile: "\(out)/\(name).sol", atomically: true, encoding: .utf8)
        }
        return score.violations.isEmpty ? 0 : 1
    }

    private func fail(_ message: String) -> Int32 {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        return 2
    }
}
