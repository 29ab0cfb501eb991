import Foundation

/// What the command line asks for.
struct Options {
    private(set) var files: [String] = []
    private(set) var seconds = 60.0
    private(set) var seed: UInt64 = 1
    private(set) var out: String?

    /// Nil when it asks for nothing that exists.
    init?(_ arguments: [String]) {
        var only: Int?
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                files += Self.instances(in: argument)
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch argument {
            case "--seconds":
                guard let number = Double(value), number > 0 else { return nil }
                seconds = number
            case "--seed":
                guard let number = UInt64(value) else { return nil }
                seed = number
            case "--only":
                guard let number = Int(value) else { return nil }
                only = number
            case "--out": out = value
            default: return nil
            }
        }
        if let only { files = files.filter { Self.number(of: $0) == only } }
        guard !files.isEmpty else { return nil }
    }

    /// The number at the end of an instance's name.
    static func number(of file: String) -> Int? {
        Int(String(name(of: file).reversed().prefix { $0.isNumber }.reversed()))
    }

    static func name(of file: String) -> String {
        URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    }

    /// A folder's instances in the order of their numbers; a file is itself.
    private static func instances(in path: String) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
        let order = { (name: String) in (number(of: name) ?? 0, name) }
        return names.filter { $0.hasSuffix(".txt") }.sorted { order($0) < order($1) }.map { path + "/" + $0 }
    }
}
