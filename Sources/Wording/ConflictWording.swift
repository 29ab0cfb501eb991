package import Incidents

extension IncidentEvent {
    /// What cannot be done, as the end of a sentence.
    package var verb: Phrase {
        switch self {
        case .due: Phrase(zh: "升级告知", en: "escalate it")
        case .wayFailed: Phrase(zh: "改用其他联系方式", en: "try another way")
        case .called: Phrase(zh: "登记电话结果", en: "record a call")
        case .acknowledged: Phrase(zh: "签收", en: "acknowledge it")
        case .declined: Phrase(zh: "登记不能承办", en: "decline it")
        case .closed: Phrase(zh: "办结", en: "close it")
        case .reopened: Phrase(zh: "恢复办理", en: "reopen it")
        case .followedUp: Phrase(zh: "续报", en: "follow it up")
        case .reportedUp: Phrase(zh: "登记上报", en: "record a report upward")
        case .taskGiven: Phrase(zh: "交办任务", en: "give a task")
        case .taskDone: Phrase(zh: "登记任务办理", en: "record the task as done")
        case .taskClosed: Phrase(zh: "销号", en: "close the task")
        case .merged, .absorbed: Phrase(zh: "并案", en: "merge it")
        case .split, .released: Phrase(zh: "拆案", en: "split it")
        }
    }
}

extension IncidentConflict {
    /// What stands in the way.
    package func causePhrase(_ names: Names) -> Phrase {
        switch cause {
        case .phase: Phrase(zh: "目前", en: "it is ") + phase.phrase
        case .mergedInto(let other):
            Phrase(zh: "已并入 \(other)，请在该事件中登记", en: "it was merged into \(other), go on there")
        case .notMerged: Phrase(zh: "没有并入其他事件", en: "it is merged into nothing")
        case .sameIncident: Phrase(zh: "不能并入自身", en: "it cannot be merged into itself")
        case .noSuchTask(let task): Phrase(zh: "没有任务 \(task)", en: "it has no task \(task)")
        case .taskNotDone(let task): Phrase(zh: "任务 \(task) 尚未办理", en: "task \(task) is not done yet")
        case .taskDone(let task): Phrase(zh: "任务 \(task) 已办理，待销号", en: "task \(task) is done and waits to be closed")
        case .taskClosed(let task): Phrase(zh: "任务 \(task) 已销号", en: "task \(task) is closed")
        case .needsSecondPerson(let person):
            Phrase(
                zh: "销号须由办理人（\(names.person(person))）和责任人以外的第二人核实",
                en: "a second person has to close it, neither the owner nor \(names.person(person)) who did it")
        }
    }
}
