import ArgumentParser
import DutyStore
import Foundation
import Wording

/// `duty backup FILE`: a copy of the database while everything goes on, read again before it says done.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据库（不停机），并当场核对 / copy the database while it runs, and verify the copy")

    @Argument(help: "备份文件，不得已存在 / the copy's file; it must not exist")
    var file: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let open = try OpenDesk(try database.openExisting())
        let folder = (file as NSString).deletingLastPathComponent
        if FileManager.default.fileExists(atPath: file) { throw Misuse.fileExists(file) }
        guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
            throw Misuse.noSuchFolder(folder)
        }
        let backup = try Progress.during(ProgressWording.backingUp(file), output) {
            try open.store.backup(to: file, at: open.now)
        }
        if output.isJSON {
            Terminal.say(
                JSON.object([
                    "backup": .text(backup.path), "bytes": .number(backup.bytes),
                    "entries": .number(backup.checkpoint.count), "checkpoint": .text("\(backup.checkpoint)"),
                    "drill": .flag(open.store.clock.isDrill),
                ]).rendered())
        } else {
            output.say(
                open.mark + BackupWording.done(backup.path, bytes: backup.bytes, entries: backup.checkpoint.count))
            Terminal.say("\(backup.checkpoint)")
        }
        guard case .intact = backup.verdict else { throw Refusal.ledgerBroken(LedgerVerify.phrase(backup.verdict)) }
        open.warn(output)
    }
}
