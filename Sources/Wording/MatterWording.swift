package import Calendars
package import Incidents
import Rosters

/// The text of a message that belongs to no incident.
package struct MatterWording: Sendable {
    private let subject: MatterSubject
    private let names: Names
    private let zone: Zone
    private let isDrill: Bool

    package init(subject: MatterSubject, names: Names, zone: Zone, isDrill: Bool) {
        self.subject = subject
        self.names = names
        self.zone = zone
        self.isDrill = isDrill
    }

    package var text: Phrase {
        (isDrill ? DeskWording.drillMark : Phrase("")) + lines.joined(zh: "\n", en: "\n")
    }

    private var lines: [Phrase] {
        let changes = ChangeWording(names: names)
        switch subject {
        case .dutiesChanged(let change):
            return [
                Phrase(zh: "您的值班有变动：", en: "Your duties changed: ") + changes.cause(change.cause)
            ] + changes.lines(change)
        case .gapsClosed(let closed): return GapWording(names: names, zone: zone).closed(closed)
        case .changeRefused(let request, let decision):
            return [
                Phrase(zh: "您申请的值班变动未获批准：", en: "The change that you asked for was refused:"),
                changes.line(RecordedChange(request: request, decisions: [decision])),
            ]
        case .deputyNamed(let deputy):
            return [
                Phrase(zh: "请您代行职责：", en: "You stand in for an office: ") + changes.deputy(deputy),
                Phrase(
                    zh: "其间应急告知中应通知本人的，改为告知您。",
                    en: "Meanwhile whatever would be told to the person in this office is told to you."),
            ]
        case .deputyFreed(let deputy, let by):
            return [
                Phrase(
                    zh: "您不再代行职责（由\(names.person(by))撤销）：",
                    en: "You stand in no more (undone by \(names.person(by))): ") + changes.deputy(deputy)
            ]
        case .gapsOpened(let opened): return GapWording(names: names, zone: zone).opened(opened)
        case .handoverLate(let late): return HandoverWording(names: names).late(late)
        case .rollCallMissed(let miss): return RollCallWording(names: names).miss(miss)
        case .nilReportsMissing(let dues): return NilReportWording(names: names).missing(dues)
        case .faultsFound(let faults):
            let watch = WatchFaultWording(names: names)
            return [
                Phrase(
                    zh: "值班系统自检发现异常，请立即查看（duty doctor），必要时人工告知：",
                    en:
                        "The duty system found a fault in itself: look at once (duty doctor), and call by hand if need be:"
                )
            ] + faults.map(watch.text)
        }
    }
}

extension MatterSubject {
    /// What kind of matter it is, in a word.
    package var phrase: Phrase {
        switch self {
        case .dutiesChanged: Phrase(zh: "值班变动", en: "duties changed")
        case .gapsOpened: Phrase(zh: "请假致缺岗", en: "gaps opened by an absence")
        case .gapsClosed: Phrase(zh: "缺岗已消除", en: "gaps closed again")
        case .changeRefused: Phrase(zh: "变动未获批准", en: "change refused")
        case .deputyNamed: Phrase(zh: "代行职责", en: "deputy named")
        case .deputyFreed: Phrase(zh: "代行职责结束", en: "deputy no more")
        case .handoverLate: Phrase(zh: "交接班逾时", en: "handover late")
        case .rollCallMissed: Phrase(zh: "查岗异常", en: "roll call missed")
        case .nilReportsMissing: Phrase(zh: "零报告缺报", en: "nil report missing")
        case .faultsFound: Phrase(zh: "系统自检异常", en: "faults found by the watch")
        }
    }
}
