/// The system failed: disk or database.
package enum Fault: Trouble, Hashable {
    case newerSchema(found: Int, known: Int)
    case notADatabase(String)
    case locked
    case diskFull
    case diskFailed(String, String)
    case readOnly(String)
    case readOnlyFolder(String)
    case corrupt(String)
    case unreadableRow
    case unreadableIncident(String)
    case cannotOpen(String, String)
    case failed(String)

    package var exitCode: Int32 { 3 }

    package var phrase: Phrase {
        switch self {
        case .newerSchema(let found, let known):
            Phrase(
                zh: "数据库由更高版本的 DutyDesk 写入（结构版本 \(found)，本程序最高支持 \(known)），请更新程序",
                en:
                    "a newer DutyDesk wrote this database (schema \(found), this program knows \(known)): upgrade the program"
            )
        case .notADatabase(let path): Phrase(zh: "\(path) 不是 DutyDesk 数据库", en: "\(path) is no DutyDesk database")
        case .locked: Phrase(zh: "数据库正被其他程序占用，请稍后再试", en: "another program holds the database; try again")
        case .diskFull: Phrase(zh: "磁盘已满，未写入", en: "the disk is full; nothing was written")
        case .diskFailed(let path, let detail):
            Phrase(
                zh: "读写 \(path) 失败，未写入：请检查磁盘和文件大小限制（\(detail)）",
                en: "reading or writing \(path) failed, nothing was written: check the disk and its limits (\(detail))")
        case .readOnly(let path): Phrase(zh: "\(path) 不可写", en: "\(path) cannot be written")
        case .readOnlyFolder(let path):
            Phrase(
                zh: "没有写权限：文件夹 \(path)，未写入", en: "no permission to write in \(path); nothing was written")
        case .corrupt(let detail): Phrase(zh: "数据库损坏：\(detail)", en: "the database is damaged: \(detail)")
        case .unreadableRow:
            Phrase(
                zh: "数据库中有记录读不出，请运行 duty doctor 查看", en: "a row of the database cannot be read: see duty doctor")
        case .unreadableIncident(let number): DeskWording.unreadable(incident: number)
        case .cannotOpen(let path, let detail):
            Phrase(zh: "打不开 \(path)：\(detail)", en: "cannot open \(path): \(detail)")
        case .failed(let detail): Phrase(zh: "系统出错：\(detail)", en: "the system failed: \(detail)")
        }
    }
}
