/// What a report tells in words, in the order in which a caller speaks (《值班电话记录簿》; 国令493, art. 12).
package enum ReportElement: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    /// 起因.
    case cause
    /// 基本过程.
    case course
    /// 现场情况.
    case scene
    /// 影响范围.
    case scope
    /// 趋势.
    case trend
    /// 已采取措施.
    case measures
    /// 领导到位情况.
    case leaders
    /// 拟采取措施.
    case planned
    /// 建议.
    case advice
    /// 事发单位概况.
    case firm
    /// Whom the caller has told already, and when.
    case alreadyTold = "already-told"
}

/// Whoever called: apart from the incident, so that it can be erased.
package struct Caller: Hashable, Sendable, Codable {
    package let name: String?
    package let unit: String?
    package let post: String?
    package let phone: String?

    package init(name: String? = nil, unit: String? = nil, post: String? = nil, phone: String? = nil) {
        self.name = name
        self.unit = unit
        self.post = post
        self.phone = phone
    }

    package var isEmpty: Bool { name == nil && unit == nil && post == nil && phone == nil }
}
