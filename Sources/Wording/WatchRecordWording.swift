import Calendars
package import Rosters
package import Watchkeeping

/// Says the ledger's entries about the daily work of duty rooms.
package struct WatchRecordWording: Sendable {
    private let names: Names
    private let zone: Zone

    package init(names: Names) {
        self.names = names
        self.zone = names.place?.zone ?? .shanghai
    }

    package func text(_ entry: WatchEntry) -> Phrase {
        switch entry {
        case .handoverBegun(let beginning):
            Phrase(zh: "交接班开始：", en: "handover begun: ") + handovers.title(beginning.change)
                + Phrase(zh: "，\(names.person(beginning.by))", en: ", by \(names.person(beginning.by))")
        case .handoverSigned(let signature):
            Phrase(zh: "交接班签字：", en: "handover signed: ") + handovers.title(signature.change)
                + Phrase(zh: "，", en: ", ") + signature.side.phrase + Phrase(" ") + handovers.signature(signature)
        case .itemOpened(let item): Phrase(zh: "未办结事项 ", en: "open item ") + handovers.item(item)
        case .itemClosed(let closing):
            Phrase(
                zh: "未办结事项 #\(closing.item) 销号：\(closing.result)（\(names.person(closing.by))）",
                en: "open item #\(closing.item) closed: \(closing.result) (\(names.person(closing.by)))")
        case .logged(let entry): logged(entry)
        case .rollCallStarted(let call): RollCallWording(names: names).title(call)
        case .rollCallTried(let attempt): tried(attempt)
        case .nilReported(let report): NilReportWording(names: names).report(report)
        case .checkedOff(let check): checked(check)
        case .contactTested(let test):
            Phrase(zh: "联系方式核验：", en: "way tested: ") + Phrase(names.person(test.person))
                + Phrase(zh: "，", en: ", ") + test.outcome.phrase
                + Phrase(zh: "（\(names.person(test.by)) 拨打）", en: " (dialled by \(names.person(test.by)))")
        }
    }

    private var handovers: HandoverWording { HandoverWording(names: names) }

    private func logged(_ entry: LogEntry) -> Phrase {
        let head =
            entry.corrects.map {
                Phrase(zh: "值班日志 \(entry.number)，更正 \($0)：", en: "log \(entry.number), corrects \($0): ")
            }
            ?? Phrase(zh: "值班日志 \(entry.number)：", en: "log \(entry.number): ")
        return head
            + Phrase(
                zh:
                    "\(names.unit(entry.unit)) \(zone.short(entry.happenedAt)) \(entry.text)（\(names.person(entry.by)) 记）",
                en:
                    "\(names.unit(entry.unit)) \(zone.short(entry.happenedAt)) \(entry.text) (\(names.person(entry.by)))"
            )
    }

    private func tried(_ attempt: RollCallTry) -> Phrase {
        Phrase(
            zh: "查岗 \(attempt.call)：\(names.unit(attempt.unit)) \(names.post(attempt.post))，",
            en: "roll call \(attempt.call): \(names.unit(attempt.unit)) \(names.post(attempt.post)), ")
            + RollCallWording(names: names).attempt(attempt)
    }

    private func checked(_ check: CheckOff) -> Phrase {
        let state =
            check.fault.map { Phrase(zh: "有问题：\($0)", en: "not ready: \($0)") } ?? Phrase(zh: "完好", en: "ready")
        return Phrase(
            zh: "\(check.period) 节前核对：\(names.unit(check.unit)) ",
            en: "\(check.period) checked: \(names.unit(check.unit)) ")
            + names.readiness(check.item, of: check.unit) + Phrase(zh: "，", en: ", ") + state
            + Phrase(zh: "（\(names.person(check.by))）", en: " (\(names.person(check.by)))")
    }
}

extension Names {
    /// A team by its name, a piece of equipment as it is written.
    package func readiness(_ item: ReadinessItem, of unit: UnitID) -> Phrase {
        switch item {
        case .equipment(let name): return Phrase(name)
        case .team(let key):
            let teams = place.flatMap { place in place.unit(unit).map { place[$0].readiness.teams } } ?? []
            return Phrase(teams.first { $0.key == key }?.name ?? key)
        }
    }
}
