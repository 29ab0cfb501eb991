package import Rosters

extension RuleName {
    /// The rule's name for people.
    package var phrase: Phrase {
        switch self {
        case .leader: Phrase(zh: "领导带班", en: "leader on duty")
        case .keyPost: Phrase(zh: "岗位在位", en: "post staffed")
        case .qualified: Phrase(zh: "资格", en: "qualified")
        case .eligible: Phrase(zh: "值班身份", en: "eligible")
        case .doubleBooked: Phrase(zh: "一人两岗", en: "double-booked")
        case .rest: Phrase(zh: "休息", en: "rest")
        case .dutyLength: Phrase(zh: "连续时长", en: "duty length")
        case .onLeave: Phrase(zh: "请假排班", en: "on leave")
        case .rosterMissing: Phrase(zh: "未报值班表", en: "roster missing")
        case .rosterLate: Phrase(zh: "迟报值班表", en: "roster late")
        case .reachable: Phrase(zh: "联系方式", en: "reachable")
        case .weekday: Phrase(zh: "星期不符", en: "weekday")
        case .calendarProvisional: Phrase(zh: "日历暂定", en: "calendar provisional")
        case .coverReduced: Phrase(zh: "值守减少", en: "cover reduced")
        }
    }

    /// Why the rule is there and what it holds against what.
    package var explanation: Phrase {
        switch self {
        case .leader:
            Phrase(
                zh: "总带班、带班领导岗位在要求值守的每一分钟都有足够的人。一段人数不变的缺岗是一条，跨天也是一条。依据：节前通知“领导干部带班”。",
                en: "The leader tiers have their people in every required minute. A stretch of constant headcount is one finding, also across days. Source: the notices before each festival (领导干部带班).")
        case .keyPost:
            Phrase(
                zh: "值班员、关键岗位、备勤岗位在要求值守的每一分钟都满员。应到两人只排一人也是缺岗。依据：“关键岗位24小时值班”。",
                en: "Every other post has its full headcount in every required minute; one of two is a gap. Source: 关键岗位24小时值班.")
        case .qualified:
            Phrase(zh: "在岗的人具备岗位要求的职级和资质。", en: "Whoever stands has the rank and the qualifications of the post.")
        case .eligible:
            Phrase(
                zh: "岗位限定用工性质的，必须相符；临时人员、保安、门卫一律不得值班（襄樊值班规定等）。",
                en: "Where the post names employments, one of them; temporary staff, guards and doorkeepers never (e.g. Xiangfan's rules).")
        case .doubleBooked:
            Phrase(
                zh: "同一个人同一时间不在两个岗位。电话带班（on_site: false）只与电话带班冲突。",
                en: "Nobody is at two posts at once. Posts led by phone (on_site: false) conflict only with one another.")
        case .rest:
            Phrase(
                zh: "两班之间的休息不少于 place.yaml 中 rest.hours；没有写就不限（未见全国统一规定，未核实）。",
                en: "Rest between two duties is at least rest.hours of place.yaml; without a number there is no limit (no national text found; not verified).")
        case .dutyLength:
            Phrase(
                zh: "同一岗位首尾相接的班算一次值班，不超过 24 小时（可配置）。",
                en: "Touching shifts at one post are one duty; it lasts at most 24 h (configurable).")
        case .onLeave: Phrase(zh: "请假、外出的人不排班。", en: "Nobody is rostered while away.")
        case .rosterMissing:
            Phrase(
                zh: "要求报送的单位都报送了值班表。没有文件，或没有收到记录，都算未报；没有文件的岗位全部算缺岗。",
                en: "Every required unit has sent its roster. No file, or no receipt, is missing; without a file all its posts are gaps.")
        case .rosterLate: Phrase(zh: "值班表在截止时间前收到。", en: "Rosters come in by the due time.")
        case .reachable:
            Phrase(
                zh: "在班的人有有效手机号和第二种联系方式，一个号码不归两个人，单位有值班电话（国令493 第十八条：向社会公布值班电话）。",
                en: "People on duty have a valid mobile and a second way, no number belongs to two, each unit has a duty phone (国令493 art. 18).")
        case .weekday: Phrase(zh: "表中星期与日期相符。", en: "The weekday in the table is that of the date.")
        case .calendarProvisional:
            Phrase(
                zh: "放假通知发布前，节假日值班表不能定稿（错误）；其他时期只作提醒（警告）。",
                en: "Before the notice is out a holiday roster cannot be final (error); other periods are only warned.")
        case .coverReduced:
            Phrase(
                zh: "节假日和特殊时期，领导和关键岗位默认 24 小时；要求得更少的，必须写明依据 source。",
                en: "On holidays and in special periods leaders and key posts stand 24 h; a lesser cover names its source.")
        }
    }
}
