/// The level of responsibility of a post.
package enum Tier: String, Sendable, Codable, CaseIterable {
    /// 总带班: one of the principals, in the area, phone open, need not be at the post.
    case overallLeader = "overall-leader"
    /// 在岗带班: leads at the post.
    case leader
    /// 值班员: at the desk and the phone.
    case dutyOfficer = "duty-officer"
    /// 关键岗位.
    case keyPost = "key-post"
    /// 备勤.
    case standby

    package var isLeader: Bool { self == .overallLeader || self == .leader }
}
