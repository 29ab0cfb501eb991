import Foundation

/// The sources of the checkout, as text.
struct SourceTree {
    struct File {
        let module: String
        let path: String
        let lines: [String]
    }

    let files: [File]

    init(_ folder: String) throws {
        let root = Self.root.appendingPathComponent(folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        self.files = try paths.sorted().map { path in
            let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            return File(
                module: String(path.prefix { $0 != "/" }), path: "\(folder)/\(path)",
                lines: text.components(separatedBy: "\n"))
        }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

extension SourceTree.File {
    /// Modules that the file imports, whatever the access level.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count else { return nil }
            guard index == 0 || ["package", "public", "internal", "private", "@testable"].contains(words[0]) else {
                return nil
            }
            return words[index + 1]
        }
    }

    /// Lines of code, without comments.
    var code: [(number: Int, text: String)] {
        lines.enumerated().compactMap { index, line in
            let text = line.trimmingCharacters(in: .whitespaces)
            return text.hasPrefix("//") ? nil : (index + 1, text)
        }
    }
}
