import Foundation
import Wording

/// Several files that are written together: first all beside their places, then each is moved into its own.
struct FilesTogether {
    private var files: [(text: String, path: String)] = []

    mutating func add(_ text: String, to path: String) { files.append((text, path)) }

    /// Makes the folder where it is missing, and returns the paths that were written: a file that says so already is not.
    ///
    /// Where anything cannot be written, no file of before is touched.
    @discardableResult
    func write(in folder: String, option: String = "--out") throws -> [String] {
        try Self.check(folder, option: option)
        let manager = FileManager.default
        guard (try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil else {
            throw Fault.readOnlyFolder(folder)
        }
        let new = files.filter { manager.contents(atPath: $0.path) != Data($0.text.utf8) }
        let beside = new.map { ($0.text, $0.path + ".new") }
        defer { for (_, path) in beside { unlink(path) } }
        for (text, path) in beside {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            } catch {
                throw Fault.diskFailed(path, error.localizedDescription)
            }
        }
        for (file, (_, path)) in zip(new, beside) where rename(path, file.path) != 0 { throw Fault.readOnly(file.path) }
        return new.map(\.path)
    }

    /// Whether files can be written into a folder, or the folder be made.
    static func check(_ folder: String, option: String) throws {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        if manager.fileExists(atPath: folder, isDirectory: &isFolder), !isFolder.boolValue {
            throw Misuse.outIsAFile(option: option, folder)
        }
        var above = URL(fileURLWithPath: folder).standardizedFileURL
        while !manager.fileExists(atPath: above.path), above.path != "/" { above = above.deletingLastPathComponent() }
        _ = manager.fileExists(atPath: above.path, isDirectory: &isFolder)
        guard isFolder.boolValue, access(above.path, W_OK | X_OK) == 0 else { throw Fault.readOnlyFolder(folder) }
    }
}
