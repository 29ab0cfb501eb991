import Calendars
package import Incidents
import Rosters

/// Says what the watch found, and that a clock was set.
package struct WatchFaultWording: Sendable {
    private let names: Names

    package init(names: Names) {
        self.names = names
    }

    private var zone: Zone { names.place?.zone ?? .shanghai }

    package func text(_ record: Record) -> Phrase {
        switch record {
        case .clockStepped(let step): self.step(step)
        case .faultFound(let fault): Phrase(zh: "系统自检发现异常：", en: "the watch found a fault: ") + text(fault)
        case .faultOver(let fault): Phrase(zh: "系统异常已消除：", en: "a fault is over: ") + text(fault)
        default: Phrase("")
        }
    }

    /// What is wrong, and with what.
    package func text(_ fault: WatchFault) -> Phrase {
        switch fault {
        case .noNextStep(let number):
            Phrase(
                zh: "事件 \(number) 待签收，却没有下一步告知时间，不会再告知任何人，请立即人工联系",
                en: "incident \(number) is open, but has no next step: nobody would be told any more, call by hand")
        case .noAskingAgain(let number):
            Phrase(
                zh: "事件 \(number) 已签收，却没有再次询问的时间", en: "incident \(number) is acknowledged, but nobody would ask again")
        case .stepOverdue(let number, let due):
            Phrase(
                zh: "事件 \(number) 应于 \(zone.civil(due)) 办理的事项至今未办，请立即人工联系",
                en: "incident \(number): what was due at \(zone.civil(due)) has not been done, call by hand")
        case .cycleUnfinished(let cycle, let since):
            Phrase(
                zh: "告知引擎的“\(cycle.phrase.zh)”自 \(zone.civil(since)) 起没有结束，可能已停滞",
                en:
                    "the engine's cycle “\(cycle.phrase.en)” began at \(zone.civil(since)) and has not ended: it may hang"
            )
        case .unreadable("incident", let number): DeskWording.unreadable(incident: number)
        case .unreadable(let table, let key):
            Phrase(zh: "数据库记录无法读取：\(table) \(key)", en: "a row of the database cannot be read: \(table) \(key)")
        case .leaseOver, .deliveryOverdue, .tooManyTries: outbox(fault)
        }
    }

    private func outbox(_ fault: WatchFault) -> Phrase {
        switch fault {
        case .leaseOver(let message, let since, let count):
            Phrase(
                zh: "有 \(count) 条消息发送中断，无人接手；最早的自 \(zone.civil(since)) 起：\(message.text)",
                en: "messages under way that nobody finished or took over: \(count); the oldest since "
                    + "\(zone.civil(since)): \(message.text)")
        case .deliveryOverdue(let message, let since, let count):
            Phrase(
                zh: "有 \(count) 条消息到时未发；最早的应于 \(zone.civil(since)) 发出：\(message.text)",
                en: "messages that are due and not sent: \(count); the oldest since \(zone.civil(since)): "
                    + "\(message.text)")
        case .tooManyTries(let message, let tries, let count):
            Phrase(
                zh: "有 \(count) 条消息反复发送没有结果；其中一条已发 \(tries) 次：\(message.text)",
                en: "messages tried again and again: \(count); one of them \(tries) times: \(message.text)")
        default: Phrase("")
        }
    }

    private func step(_ step: ClockStep) -> Phrase {
        let times = Phrase(
            zh: "：由 \(zone.civil(step.from)) 变为 \(zone.civil(step.to))",
            en: " from \(zone.civil(step.from)) to \(zone.civil(step.to))")
        return step.isBack
            ? Phrase(zh: "本机时钟被拨回", en: "the machine's clock was set back") + times
                + Phrase(
                    zh: "；等待时间和报告时限随之提前，台账以序号为准",
                    en: "; what waits moves with it, and the ledger's order is that of its numbers")
            : Phrase(zh: "本机时钟被拨快", en: "the machine's clock was set forward") + times
                + Phrase(zh: "；到期事项立即办理", en: "; what is due by it is done at once")
    }
}

extension EngineCycle {
    package var phrase: Phrase {
        switch self {
        case .pulse: Phrase(zh: "心跳", en: "heartbeat")
        case .steps: Phrase(zh: "到期事项办理", en: "steps")
        case .delivery: Phrase(zh: "消息发送", en: "delivery")
        case .watch: Phrase(zh: "系统自检", en: "watch")
        }
    }
}
