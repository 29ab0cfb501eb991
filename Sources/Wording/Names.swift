package import Incidents
package import Rosters

/// Names for the ids of a place; an id that it does not know is shown as it is.
package struct Names: Sendable {
    package let place: Place?

    package init(place: Place?) {
        self.place = place
    }

    package func unit(_ id: UnitID) -> String {
        guard let place, let ordinal = place.unit(id) else { return id.text }
        return place[ordinal].name
    }

    package func post(_ key: PostKey) -> String {
        guard let place, let ordinal = place.post(key) else { return key.text }
        return place[ordinal].name
    }

    package func person(_ id: PersonID) -> String {
        guard let place, let ordinal = place.person(id) else { return id.text }
        return place[ordinal].name
    }

    /// `李建国（应急管理局 局长）`.
    package func personInFull(_ id: PersonID) -> Phrase {
        guard let place, let ordinal = place.person(id) else { return Phrase(id.text) }
        let person = place[ordinal]
        let office = [place[person.unit].name, person.title].filter { !$0.isEmpty }.joined(separator: " ")
        return Phrase(zh: "\(person.name)（\(office)）", en: "\(person.name) (\(office))")
    }

    package func recipient(_ recipient: Recipient) -> Phrase {
        switch recipient {
        case .person(let id): Phrase(person(id))
        case .phone(let unit): Phrase(zh: "\(self.unit(unit))值班电话", en: "\(self.unit(unit)) duty phone")
        }
    }

    /// The recipient that a message's id holds.
    func recipient(_ message: MessageID) -> Phrase {
        let parts = message.text.split(separator: "/")
        return parts.count < 2 ? Phrase(message.text) : recipient(Recipient(String(parts[parts.count - 2])))
    }

    /// The numbers under which a recipient can be called, best first.
    package func phones(_ recipient: Recipient) -> [String] {
        switch recipient {
        case .person(let id): place?.person(id).flatMap { place?[$0].phones } ?? []
        case .phone(let unit): [place?.unit(unit).flatMap { place?[$0].dutyPhone } ?? ""].filter { !$0.isEmpty }
        }
    }

    /// Why a target stands in a step.
    package func target(_ target: Target) -> Phrase {
        switch target {
        case .tier(let tier): Phrase(zh: "当班的", en: "on duty as ") + tier.phrase
        case .post(let key): Phrase(zh: "当班的\(post(key))", en: "on duty at \(post(key))")
        case .handling: Phrase(zh: "承办此类事件的岗位", en: "the post that handles this kind of incident")
        case .fieldLeader: Phrase(zh: "分管领导", en: "the leader in charge of this field")
        case .person(let id): Phrase(zh: "指定人员 \(person(id))", en: "named person \(person(id))")
        case .phone(let unit): Phrase(zh: "\(self.unit(unit))值班电话", en: "duty phone of \(self.unit(unit))")
        case .unitAbove: Phrase(zh: "上级单位", en: "the unit above")
        }
    }

    package func miss(_ miss: TargetMiss) -> Phrase {
        let cause: Phrase =
            switch miss.cause {
            case .nobodyOnDuty: Phrase(zh: "此刻无人当班", en: "nobody on duty now")
            case .noSuchUnit: Phrase(zh: "没有此单位", en: "no such unit")
            case .noSuchPerson: Phrase(zh: "没有此人", en: "no such person")
            case .noPhone: Phrase(zh: "没有值班电话", en: "no duty phone")
            case .noUnitAbove: Phrase(zh: "没有上级单位", en: "no unit above")
            case .noLeaderInCharge: Phrase(zh: "没有分管此类事件的领导", en: "no leader is in charge of this kind")
            case .noPostHandles: Phrase(zh: "没有岗位承办此类事件", en: "no post handles this kind")
            case .noWay(let id):
                Phrase(zh: "\(person(id))没有可用的联系方式", en: "\(person(id)) has no usable way to be reached")
            }
        return target(miss.target) + Phrase(zh: "：", en: ": ") + cause
    }

    package func failure(_ failure: DeliveryFailure) -> Phrase {
        switch failure {
        case .status(let code): Phrase(zh: "对方系统返回 \(code)", en: "answered \(code)")
        case .network(let detail): Phrase(zh: "网络错误（\(detail)）", en: "network error (\(detail))")
        case .timeout: Phrase(zh: "超时无响应", en: "timed out")
        case .notConfigured(let variable): Phrase(zh: "未配置环境变量 \(variable)", en: "\(variable) is not set")
        case .unknownChannel: Phrase(zh: "没有此渠道", en: "no such channel")
        case .tooManyAttempts(let count): Phrase(zh: "共发送 \(count) 次仍未送达", en: "gave up after \(count) tries")
        case .notPrinted: Phrase(zh: "本机终端无法输出", en: "the terminal takes no output")
        case .incidentAcknowledged: Phrase(zh: "事件已签收", en: "the incident was acknowledged")
        case .incidentMerged: Phrase(zh: "事件已并入其他事件", en: "the incident was merged into another")
        case .incidentClosed: Phrase(zh: "事件已办结", en: "the incident was closed")
        case .superseded: Phrase(zh: "已改用新的升级方案", en: "another ladder took over")
        case .recipientAnswered: Phrase(zh: "本人已答复", en: "the recipient has answered")
        case .call(let outcome): outcome.phrase
        }
    }
}
