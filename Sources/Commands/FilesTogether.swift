import Foundation
import Wording

/// Several files that are written together: first all beside their places, then each is moved into its own.
struct FilesTogether {
    private var files: [(text: String, path: String)] = []

    mutating func add(_ text: String, to path: String) { files.append((text, path)) }

    /// Makes the folder where it is missing; where anything cannot be written, no file of before is touched.
    func write(in folder: String) throws {
        let manager = FileManager.default
        guard (try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil else {
            throw Fault.readOnly(folder)
        }
        let beside = files.map { ($0.text, $0.path + ".new") }
        defer { for (_, path) in beside { unlink(path) } }
        for (text, path) in beside {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            } catch {
                throw Fault.diskFailed(path, error.localizedDescription)
            }
        }
        for (file, (_, new)) in zip(files, beside) where rename(new, file.path) != 0 { throw Fault.readOnly(file.path) }
    }
}
