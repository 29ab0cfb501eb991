/// Everything that can keep a command from doing its work, in the user's words.
package enum Trouble: Error, Hashable, Sendable {
    // Wrong usage or unreadable input.
    case noSuchFolder(String)
    case noPlace(String)
    case noPeriod(String)
    case unreadableFile(String, String)
    case wrongTime(String)
    case wrongNumber(option: String, found: String)
    case wrongWord(option: String, found: String, known: [String])
    case wrongIncidentNumber(String)
    case wrongCheckpoint(String)
    case missingOption(String)
    case gradeNeedsReason
    case acceptNeedsByAndReason
    case unknownUnit(String, near: String?)
    case unknownPost(String, near: String?)
    case unknownPerson(String, near: String?)
    case severalPeople(String, [String])
    case unknownFinding(String)
    case unknownIncident(String)
    case notADrill(String)
    case realDatabase(String)
    // It did not hold.
    case publishRefused(errors: Int)
    case mayNotAccept(String, allowed: [String])
    case conflict(incident: String, phase: Phrase, verb: Phrase)
    case notTold(String, incident: String)
    case nobodyOnDuty
    case ledgerBroken(Phrase)
    case drillExists(String)
    case clockBackwards(now: String, asked: String)
    // The system failed.
    case newerSchema(found: Int, known: Int)
    case notADatabase(String)
    case locked
    case diskFull
    case readOnly(String)
    case corrupt(String)
    case cannotOpen(String, String)
    case failed(String)

    /// The exit code of DESIGN.md section 6.
    package var exitCode: Int32 {
        switch self {
        case .noSuchFolder, .noPlace, .noPeriod, .unreadableFile, .wrongTime, .wrongNumber, .wrongWord,
            .wrongIncidentNumber, .wrongCheckpoint, .missingOption, .gradeNeedsReason, .acceptNeedsByAndReason,
            .unknownUnit, .unknownPost, .unknownPerson, .severalPeople, .unknownFinding, .unknownIncident, .notADrill,
            .realDatabase:
            2
        case .publishRefused, .mayNotAccept, .conflict, .notTold, .nobodyOnDuty, .ledgerBroken, .drillExists,
            .clockBackwards:
            1
        case .newerSchema, .notADatabase, .locked, .diskFull, .readOnly, .corrupt, .cannotOpen, .failed:
            3
        }
    }

    package var phrase: Phrase {
        switch exitCode {
        case 1: refusal
        case 2: usage
        default: fault
        }
    }

    private var usage: Phrase {
        switch self {
        case .noSuchFolder(let path): Phrase(zh: "找不到文件夹：\(path)", en: "no such folder: \(path)")
        case .noPlace(let path):
            Phrase(zh: "\(path)：上一级没有 place.yaml", en: "\(path): no place.yaml in the folder above")
        case .noPeriod(let path): Phrase(zh: "\(path)：其中没有 period.yaml", en: "\(path): no period.yaml in it")
        case .unreadableFile(let path, let detail):
            Phrase(zh: "\(path)：无法读取（\(detail)）", en: "\(path): cannot be read (\(detail))")
        case .wrongTime(let text):
            Phrase(
                zh: "时间格式有误：“\(text)”，应如 2026-02-17T03:12", en: "not a time: “\(text)”; write 2026-02-17T03:12")
        case .wrongNumber(let option, let found):
            Phrase(
                zh: "\(option) 应为不小于 0 的整数，填写的是“\(found)”",
                en: "\(option) takes a whole number from 0, found “\(found)”")
        case .wrongWord(let option, let found, let known):
            Phrase(
                zh: "\(option) 不能为“\(found)”，可填：\(known.joined(separator: "、"))",
                en: "\(option) does not know “\(found)”; one of: \(known.joined(separator: ", "))")
        case .wrongIncidentNumber(let text):
            Phrase(zh: "事件编号格式有误：“\(text)”，应如 2026-0007", en: "not an incident number: “\(text)”; write 2026-0007")
        case .wrongCheckpoint(let text):
            Phrase(
                zh: "检查点格式有误：“\(text)”，应为 ledger checkpoint 输出的一整行",
                en: "not a checkpoint: “\(text)”; give the whole line that ledger checkpoint printed")
        case .missingOption(let option): Phrase(zh: "缺少 \(option)", en: "\(option) is missing")
        case .gradeNeedsReason: Phrase(zh: "人工定级须写明理由：--reason", en: "a chosen grade needs --reason")
        case .acceptNeedsByAndReason:
            Phrase(zh: "同意保留问题须写明同意人和理由：--by 和 --reason", en: "accepting a finding needs --by and --reason")
        default: unknown
        }
    }

    private var unknown: Phrase {
        func nearest(_ near: String?) -> Phrase {
            near.map { Phrase(zh: "；是否为“\($0)”？", en: "; did you mean “\($0)”?") } ?? Phrase("")
        }
        switch self {
        case .unknownUnit(let text, let near):
            return Phrase(zh: "没有单位“\(text)”", en: "no unit “\(text)”") + nearest(near)
        case .unknownPost(let text, let near):
            return Phrase(zh: "没有岗位“\(text)”", en: "no post “\(text)”") + nearest(near)
        case .unknownPerson(let text, let near):
            return Phrase(zh: "没有人员“\(text)”", en: "nobody is called “\(text)”") + nearest(near)
        case .severalPeople(let text, let who):
            return Phrase(
                zh: "“\(text)”对应多人，请写明是哪一位：\(who.joined(separator: "、"))",
                en: "“\(text)” means several people, write which: \(who.joined(separator: ", "))")
        case .unknownFinding(let id): return Phrase(zh: "没有编号为 \(id) 的问题", en: "no finding has the id \(id)")
        case .unknownIncident(let number): return Phrase(zh: "没有事件 \(number)", en: "no incident \(number)")
        case .notADrill(let path):
            return Phrase(
                zh: "\(path) 不是演练库：正式库只用本机时钟",
                en: "\(path) is no drill database: a real one knows only the machine's clock")
        case .realDatabase(let path):
            return Phrase(zh: "\(path) 已是正式库，不能用于演练", en: "\(path) is a real database already; a drill needs its own")
        default: return Phrase("")
        }
    }

    private var refusal: Phrase {
        switch self {
        case .publishRefused(let errors):
            Phrase(
                zh: "不予发布：尚有 \(errors) 个错误。请整改后再发布；确需保留的，由 accept_by 所列人员写明理由、同意保留：--accept 问题编号 --by 人员 --reason 理由",
                en:
                    "not published; errors standing: \(errors). Mend them, or have somebody of accept_by accept each with a reason: --accept ID --by PERSON --reason TEXT"
            )
        case .mayNotAccept(let person, let allowed):
            Phrase(
                zh:
                    "\(person)无权同意保留问题；period.yaml 的 accept_by 所列人员：\(allowed.isEmpty ? "（空）" : allowed.joined(separator: "、"))",
                en:
                    "\(person) may not accept findings; accept_by of period.yaml is: \(allowed.isEmpty ? "(nobody)" : allowed.joined(separator: ", "))"
            )
        case .conflict(let incident, let phase, let verb):
            Phrase(
                zh: "事件 \(incident) 目前\(phase.zh)，不能\(verb.zh)",
                en: "incident \(incident) is \(phase.en): cannot \(verb.en)")
        case .notTold(let person, let incident):
            Phrase(
                zh: "事件 \(incident) 目前不在等待对 \(person) 的电话告知结果",
                en: "incident \(incident) is not waiting for a call to \(person)")
        case .nobodyOnDuty: Phrase(zh: "该时刻无人当班", en: "nobody is on duty")
        case .ledgerBroken(let how): Phrase(zh: "台账不完整：", en: "the ledger is broken: ") + how
        case .drillExists(let path): Phrase(zh: "\(path) 已是一个演练库", en: "\(path) is a drill database already")
        case .clockBackwards(let now, let asked):
            Phrase(
                zh: "演练时钟只能向前拨：现为 \(now)，要求拨到 \(asked)",
                en: "a drill's clock only goes forward: now \(now), asked \(asked)")
        default: Phrase("")
        }
    }

    private var fault: Phrase {
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
        case .readOnly(let path): Phrase(zh: "\(path) 不可写", en: "\(path) cannot be written")
        case .corrupt(let detail): Phrase(zh: "数据库损坏：\(detail)", en: "the database is damaged: \(detail)")
        case .cannotOpen(let path, let detail):
            Phrase(zh: "打不开 \(path)：\(detail)", en: "cannot open \(path): \(detail)")
        case .failed(let detail): Phrase(zh: "系统出错：\(detail)", en: "the system failed: \(detail)")
        default: Phrase("")
        }
    }
}
