/// Wrong usage, an unknown id, or input that cannot be read.
package enum Misuse: Trouble, Hashable {
    case noSuchFolder(String)
    case notAFolder(String)
    case noPlace(String)
    case noPeriod(String)
    case severalPeriods([String])
    case noDatabase(String)
    case unreadableFile(String, String)
    case wrongTime(String)
    case wrongNumber(option: String, found: String, least: Int = 0)
    case wrongWord(option: String, found: String, known: [String])
    case wrongIncidentNumber(String)
    case wrongCheckpoint(String)
    case missingOption(String)
    case gradeNeedsReason
    case acceptNeedsByAndReason
    case unknownThing(Thing, String, near: String?)
    case severalPeople(String, [String])
    case unknownFinding(String)
    case unknownIncident(String)
    case notADrill(String)
    case realDatabase(String)
    case nothingToFollowUp
    case reportedInTheFuture(String)
    case unknownChecklistItem(String, known: [String])
    case pathOrInForce
    case unknownPeriod(String, known: [String])
    case unknownChange(String)
    case wrongChangeNumber(String)
    /// A person stands more than one duty then.
    case severalDuties(String, [String])
    case partOutsideDuty(String)
    /// A change from a time that is over; who stood then stays as it was.
    case beginsInThePast(now: String)
    case endBeforeStart
    /// A number that was never given, in the words of what it is a number of.
    case unknownRecord(Phrase)
    /// Neither a team nor a piece of equipment of the unit.
    case unknownReadiness(String, unit: String, known: [String])
    /// What was given is not repeated: it may hold a secret.
    case wrongAddress(String)
    case fileExists(String)
    /// More than one question, or one without its three words.
    case planQuestion
    case planComparison
    case missingPeriod
    case severalFolders(Int)
    case wrongSeconds(option: String, found: String)
    case outIsAFile(option: String, String)
    case otherPlace(String, String)

    /// What a word was taken for.
    package enum Thing: Hashable, Sendable {
        case unit
        case post
        case person
    }

    package var exitCode: Int32 { 2 }

    package var phrase: Phrase {
        switch self {
        case .notAFolder(let path):
            Phrase(zh: "\(path) 是文件，请填写时期文件夹", en: "\(path) is a file; give the folder of a period")
        case .severalPeriods(let folders):
            Phrase(
                zh: "此处有 \(folders.count) 个时期，请指明其中一个：\(folders.joined(separator: "、"))",
                en: "there are \(folders.count) periods here, name one: \(folders.joined(separator: ", "))")
        case .noDatabase(let path):
            Phrase(zh: "找不到数据库 \(path)", en: "no database \(path)")
        case .noSuchFolder(let path): Phrase(zh: "找不到文件夹：\(path)", en: "no such folder: \(path)")
        case .noPlace(let path):
            Phrase(zh: "\(path)：上一级没有 place.yaml", en: "\(path): no place.yaml in the folder above")
        case .noPeriod(let path): Phrase(zh: "\(path)：其中没有 period.yaml", en: "\(path): no period.yaml in it")
        case .unreadableFile(let path, let detail):
            Phrase(zh: "\(path)：无法读取（\(detail)）", en: "\(path): cannot be read (\(detail))")
        case .wrongTime(let text):
            Phrase(
                zh: "时间格式有误：“\(text)”，应如 2026-02-17T03:12", en: "not a time: “\(text)”; write 2026-02-17T03:12")
        case .wrongNumber(let option, let found, let least):
            Phrase(
                zh: "\(option) 应为不小于 \(least) 的整数，填写的是“\(found)”",
                en: "\(option) takes a whole number from \(least), found “\(found)”")
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
        case .unknownThing(let thing, let text, let near): unknown(thing, text, near: near)
        case .severalPeople(let text, let who):
            Phrase(
                zh: "“\(text)”对应多人，请写明是哪一位：\(who.joined(separator: "、"))",
                en: "“\(text)” means several people, write which: \(who.joined(separator: ", "))")
        case .unknownFinding(let id): Phrase(zh: "没有编号为 \(id) 的问题", en: "no finding has the id \(id)")
        case .unknownIncident(let number): Phrase(zh: "没有事件 \(number)", en: "no incident \(number)")
        case .notADrill(let path):
            Phrase(
                zh: "\(path) 不是演练库：正式库只用本机时钟",
                en: "\(path) is no drill database: a real one knows only the machine's clock")
        case .nothingToFollowUp:
            Phrase(zh: "没有变化的要素可续报：请至少填写一项", en: "nothing to report: give at least one element that changed")
        case .reportedInTheFuture(let time):
            Phrase(zh: "报告时间 \(time) 晚于现在", en: "\(time) lies in the future: a report is recorded after it was made")
        case .unknownChecklistItem(let item, let known):
            Phrase(
                zh: "定级参考中没有条目“\(item)”；可填：\(known.isEmpty ? "（此类事件没有定级参考）" : known.joined(separator: "、"))",
                en:
                    "no checklist line “\(item)”; one of: \(known.isEmpty ? "(no checklist for this kind)" : known.joined(separator: ", "))"
            )
        case .pathOrInForce:
            Phrase(
                zh: "请填写时期文件夹，或 --in-force 时期键（二者取一）", en: "give a period folder, or --in-force PERIOD, one of the two")
        case .unknownPeriod(let period, let known):
            Phrase(
                zh: "没有已发布的时期“\(period)”；已有：\(known.isEmpty ? "无" : known.joined(separator: "、"))",
                en: "no published period “\(period)”; known: \(known.isEmpty ? "none" : known.joined(separator: ", "))")
        case .unknownChange(let number): Phrase(zh: "没有变动 \(number)", en: "no change \(number)")
        case .wrongChangeNumber(let text):
            Phrase(zh: "变动编号格式有误：“\(text)”，应如 c12", en: "not the number of a change: “\(text)”; write c12")
        case .severalDuties(let person, let duties):
            Phrase(
                zh: "\(person) 在该时间有多个班次，请用 --unit、--post 或具体时间指明：\(duties.joined(separator: "；"))",
                en:
                    "\(person) has several duties then; say which by --unit, --post or an instant: \(duties.joined(separator: "; "))"
            )
        case .partOutsideDuty(let duty):
            Phrase(zh: "--from、--to 须在该班次之内：\(duty)", en: "--from and --to must lie within the duty: \(duty)")
        case .beginsInThePast(let now):
            Phrase(
                zh: "--from 不能早于现在（\(now)）：已值的班不改，变动只能从现在起",
                en: "--from must not be before now (\(now)): who stood until now stays as it was")
        case .endBeforeStart: Phrase(zh: "--to 须晚于 --from", en: "--to must be later than --from")
        case .unknownRecord(let what): what
        case .unknownReadiness(let word, let unit, let known):
            Phrase(
                zh: "\(unit) 没有备勤队伍或装备“\(word)”；可填：\(known.isEmpty ? "（place.yaml 未列）" : known.joined(separator: "、"))",
                en: "\(unit) lists no team or equipment “\(word)”; one of: "
                    + "\(known.isEmpty ? "(none in place.yaml)" : known.joined(separator: ", "))")
        case .wrongAddress(let option):
            Phrase(zh: "\(option) 应为 http 或 https 网址", en: "\(option) takes an http or https address")
        case .fileExists(let path): Phrase(zh: "\(path) 已存在，不覆盖", en: "\(path) is there already and is not overwritten")
        case .planQuestion:
            Phrase(
                zh: "一次只问一件事：--explain，--why 人员 日期 岗位，--why-not 人员 日期 岗位，或 --repair 人员 --from 日期",
                en:
                    "one question at a time: --explain, --why PERSON DATE POST, --why-not PERSON DATE POST, or --repair PERSON --from DATE"
            )
        case .planComparison:
            Phrase(zh: "应为 duty plan compare 文件夹A 文件夹B", en: "duty plan compare takes two period folders")
        case .missingPeriod: Phrase(zh: "缺少时期文件夹", en: "give the folder of a period")
        case .severalFolders(let count):
            Phrase(
                zh: "只能给一个时期文件夹，给了 \(count) 个；比较用 compare A B",
                en: "one period folder at a time, found \(count); two are compared by: compare A B")
        case .wrongSeconds(let option, let found):
            Phrase(
                zh: "\(option) 应为 0–86400 的秒数，填写的是“\(found)”", en: "\(option) takes seconds, 0–86400, found “\(found)”")
        case .outIsAFile(let option, let path):
            Phrase(zh: "\(option) 应为文件夹，\(path) 是文件", en: "\(option) takes a folder, \(path) is a file")
        case .otherPlace(let one, let other):
            Phrase(zh: "两份值班表不属于同一地方：\(one)、\(other)", en: "the two rosters are of different places: \(one), \(other)")
        case .realDatabase(let path):
            Phrase(zh: "\(path) 已是正式库，不能用于演练", en: "\(path) is a real database already; a drill needs its own")
        }
    }

    private func unknown(_ thing: Thing, _ text: String, near: String?) -> Phrase {
        let hint = near.map { Phrase(zh: "；是否为“\($0)”？", en: "; did you mean “\($0)”?") } ?? Phrase("")
        return switch thing {
        case .unit: Phrase(zh: "没有单位“\(text)”", en: "no unit “\(text)”") + hint
        case .post: Phrase(zh: "没有岗位“\(text)”", en: "no post “\(text)”") + hint
        case .person: Phrase(zh: "没有人员“\(text)”", en: "nobody is called “\(text)”") + hint
        }
    }
}
