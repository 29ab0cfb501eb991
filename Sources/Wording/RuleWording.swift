package import Rosters

extension RuleName {
    /// The rule's name for people.
    package var phrase: Phrase {
        switch self {
        case .leader: Phrase(zh: "领导带班", en: "leader on duty")
        case .keyPost: Phrase(zh: "岗位值守", en: "post staffed")
        case .qualified: Phrase(zh: "职级资质", en: "qualified")
        case .eligible: Phrase(zh: "用工性质", en: "eligible")
        case .doubleBooked: Phrase(zh: "一人两岗", en: "double-booked")
        case .rest: Phrase(zh: "班间休息", en: "rest")
        case .dutyLength: Phrase(zh: "连续值班时长", en: "duty length")
        case .onLeave: Phrase(zh: "请假外出", en: "on leave")
        case .rosterMissing: Phrase(zh: "未报送值班表", en: "roster missing")
        case .rosterLate: Phrase(zh: "逾期报送值班表", en: "roster late")
        case .reachable: Phrase(zh: "联系方式", en: "reachable")
        case .weekday: Phrase(zh: "星期不符", en: "weekday")
        case .calendarProvisional: Phrase(zh: "日历暂定", en: "calendar provisional")
        case .coverReduced: Phrase(zh: "值守减少", en: "cover reduced")
        case .substitute: Phrase(zh: "替班人选", en: "substitute")
        case .handoverOverlap: Phrase(zh: "交接重叠", en: "handover overlap")
        case .principalsAway: Phrase(zh: "正职外出", en: "principals away")
        case .calendarAmended: Phrase(zh: "放假通知调整", en: "notice amended")
        case .mostDuties: Phrase(zh: "值班次数", en: "most duties")
        case .mostInWindow: Phrase(zh: "连续数日内值班次数", en: "most duties in a window")
        case .mostConsecutive: Phrase(zh: "连日值班", en: "most consecutive days")
        case .apart: Phrase(zh: "不得同时值班", en: "apart")
        case .outranked: Phrase(zh: "职级高于带班领导", en: "outranked")
        }
    }

    /// Why the rule is there and what it holds against what.
    package var explanation: Phrase {
        switch self {
        case .leader:
            Phrase(
                zh: "总带班、带班领导岗位在要求值守的每一分钟都排足人数。人数不变的连续缺岗记一条，跨天也只记一条。依据：节前通知中“领导干部带班”的要求。",
                en:
                    "The leader tiers have their people in every required minute. A stretch of constant headcount is one finding, also across days. Source: the notices before each festival (领导干部带班)."
            )
        case .keyPost:
            Phrase(
                zh: "值班员、关键岗位、备勤岗位在要求值守的每一分钟都排足人数，应排两人只排一人也算缺岗。依据：节前通知中“关键岗位24小时值班”的要求。",
                en:
                    "Every other post has its full headcount in every required minute; one of two is a gap. Source: 关键岗位24小时值班."
            )
        case .qualified:
            Phrase(zh: "排班人员具备岗位要求的职级和资质。", en: "Whoever stands has the rank and the qualifications of the post.")
        case .eligible:
            Phrase(
                zh: "岗位限定用工性质的，排班人员必须相符；临时人员、保安、门卫一律不得值班（如襄樊市值班工作规定）。",
                en:
                    "Where the post names employments, one of them; temporary staff, guards and doorkeepers never (e.g. Xiangfan's rules)."
            )
        case .doubleBooked:
            Phrase(
                zh: "同一人同一时间不得排在两个岗位。电话带班（on_site: false）可与在岗带班、值班同时排，两个电话带班不得同时排。",
                en:
                    "Nobody is rostered at two posts at once. Posts led by phone (on_site: false) conflict only with one another."
            )
        case .rest:
            Phrase(
                zh: "两班之间的休息时间不少于 place.yaml 中 rest.hours 的小时数；未填写则不限（未见全国统一规定，未核实）。",
                en:
                    "Rest between two duties is at least rest.hours of place.yaml; without a number there is no limit (no national text found; not verified)."
            )
        case .dutyLength:
            Phrase(
                zh: "同一岗位首尾相接的班次算一次连续值班，默认不超过 24 小时（可配置；未见全国统一规定，未核实）。",
                en:
                    "Touching shifts at one post are one duty; it lasts at most 24 h by default (configurable; no national text found; not verified)."
            )
        case .onLeave: Phrase(zh: "请假、外出期间不得排班。", en: "Nobody is rostered while away.")
        case .rosterMissing:
            Phrase(
                zh: "应报送的单位均已报送值班表。没有文件，或未登记收到时间，均算未报送；没有文件的，该单位应值守的岗位全部算缺岗。",
                en:
                    "Every required unit has sent its roster. No file, or no receipt, is missing; without a file all its posts are gaps."
            )
        case .rosterLate: Phrase(zh: "值班表不晚于截止时间收到。", en: "Rosters come in by the due time.")
        case .reachable:
            Phrase(
                zh: "排班人员有有效手机号和第二种联系方式，手机号不得两人共用，单位有值班电话（参照国务院令第493号第十八条：向社会公布值班电话）。",
                en:
                    "People on the roster have a valid mobile and a second way, no number belongs to two, each unit has a duty phone (cf. State Council Decree 493, art. 18: publish the duty phone)."
            )
        case .weekday: Phrase(zh: "表中的星期与日期一致。", en: "The weekday in the table is that of the date.")
        case .calendarProvisional:
            Phrase(
                zh: "放假通知发布并核实前，节假日值班表不得定稿（错误）；其他时期只作警告。",
                en:
                    "Before the notice is out and verified, a holiday roster cannot be final (error); other periods are only warned."
            )
        case .coverReduced:
            Phrase(
                zh: "节假日和特殊时期，带班领导（含总带班）和关键岗位默认 24 小时值守；要求少于 24 小时的，须写明依据（source）。",
                en:
                    "On holidays and in special periods leaders and key posts stand 24 h; a lesser cover names its source."
            )
        case .substitute:
            Phrase(
                zh: "替班、调班人员须为本单位本期值班表上的人员；确需表外人员替班的，须写明理由（--outsider-reason），记为警告。",
                en:
                    "Whoever stands in is on the unit's published roster; an outsider needs a reason (--outsider-reason) and stays a warning."
            )
        case .handoverOverlap:
            Phrase(
                zh: "岗位写明 handover 分钟数的，接班人须提前该分钟数到岗，与交班人重叠值守。依据：接班人提前 10–15 分钟到岗的通行做法。",
                en:
                    "Where a post names handover minutes, the incoming stand beside the outgoing for as long. Practice: come 10–15 minutes early."
            )
        case .principalsAway:
            Phrase(
                zh: "单位写明 principals（党政正职）的，正职不得同时外出；place.yaml 的 not_away 写明的两人也不得同时外出。",
                en:
                    "Where a unit names its principals (党政正职), no two of them are away together, nor are the pairs under not_away in place.yaml."
            )
        case .mostDuties:
            Phrase(
                zh: "一人本期值班次数不超过 place.yaml 中 most-duties.count；同一岗位首尾相接的班次算一次；未填写则不限。",
                en:
                    "Nobody has more duties in the period than most-duties.count of place.yaml; touching shifts at one post are one duty; without a number there is no limit."
            )
        case .mostInWindow:
            Phrase(
                zh: "任意连续 days 天内，一人值班不超过 count 次（按首个班次的开始日期计，与本期重叠的其他时期一并计入）；未填写则不限。",
                en:
                    "Within any run of so many dates (days) nobody has more duties (count), each counted on the date of its first shift, those of overlapping periods too; without numbers there is no limit."
            )
        case .mostConsecutive:
            Phrase(
                zh: "一人连日值班不超过 most-consecutive.days 天（以班次开始的日期计）；未填写则不限。",
                en:
                    "Nobody is on duty on more than most-consecutive.days dates in a row (by the dates on which shifts begin); without a number there is no limit."
            )
        case .apart:
            Phrase(
                zh: "place.yaml 的 apart 写明的两人（如正副职、夫妻）不得同时值班，不论单位和岗位。",
                en:
                    "The pairs under apart in place.yaml (a chief and the deputy, a couple) are never on duty at the same time, wherever."
            )
        case .outranked:
            Phrase(
                zh: "同一单位在岗人员的职级不得高于同时在岗的带班领导（总带班除外）；未填职级的视为最低。place.yaml 写明 outranked 为 error 或 warning 后才执行。",
                en:
                    "Nobody on duty in a unit outranks its leader on duty at the same time (overall leaders aside); no rank is the lowest. Only where place.yaml sets outranked to error or warning."
            )
        case .calendarAmended:
            Phrase(
                zh: "放假通知有调整的（如 2019 年、2020 年），列出本期窗口和日期性质的变化，请按新通知核对值班表。",
                en:
                    "Where the notice was amended (as in 2019 and 2020), the change of the window and of the kinds of day is listed: read the roster again."
            )
        }
    }
}
