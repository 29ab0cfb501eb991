package import Incidents

extension RouteRule {
    /// The rule's name for people.
    package var phrase: Phrase {
        switch self {
        case .nobodyTold: Phrase(zh: "告知无人", en: "nobody told")
        case .stepEmpty: Phrase(zh: "步骤落空", en: "empty step")
        case .oneNumber: Phrase(zh: "全程一个号码", en: "one number")
        case .leaderLate: Phrase(zh: "领导告知过晚", en: "leader told late")
        case .typeUnhandled: Phrase(zh: "类型无人承办", en: "type unhandled")
        case .endsInside: Phrase(zh: "不出本单位", en: "ends inside the unit")
        case .personOnLeave: Phrase(zh: "指定人员请假外出", en: "named person on leave")
        case .noWay: Phrase(zh: "无法联系", en: "no way to reach")
        case .wayUntested: Phrase(zh: "联系方式未核验", en: "way untested")
        case .postUnstaffed: Phrase(zh: "指定岗位无人", en: "named post unstaffed")
        case .unitCycle: Phrase(zh: "单位循环借人", en: "ring of units")
        }
    }

    /// Why the rule is there and what it holds against what.
    package var explanation: Phrase {
        switch self {
        case .nobodyTold:
            Phrase(
                zh: "时段内任何时刻接报，两轮升级（第二轮加上级单位和兜底联系人）至少能告知一人。",
                en:
                    "Whenever a report comes in, two rounds of its ladder (the second with the unit above and the fallback) tell somebody."
            )
        case .stepEmpty:
            Phrase(
                zh: "升级方案的每一步都能告知到人；落空的步骤立即转入下一步。该步骤所指岗位当时本不要求值守的、没有上级的单位只告知“上级单位”的，以及未写升级方案的地方，只作警告。",
                en:
                    "Every step of a ladder tells somebody; an empty one gives way at once. A step whose posts need no cover at that time, a step that names only the unit above, in a unit without one, and a place without ladders are warned only."
            )
        case .oneNumber:
            Phrase(
                zh: "各步骤连同兜底联系人不得最终都打到同一个号码。",
                en: "The steps and the fallback together do not all end at one number.")
        case .leaderLate:
            Phrase(
                zh:
                    "首位领导（带班岗位上的人，或分管领导）在 policy.yaml 的 leader_within 之内得到告知；夜间不告知的等待时间不计。依据：节前通知中“第一时间报告带班领导”的要求（时限由本地规定，未见全国统一规定，未核实）。",
                en:
                    "The first leader (whoever stands at a leader's post, or is in charge of the field) is told within leader_within of policy.yaml; waiting by a quiet rule does not count. The number is local (no national text found; not verified)."
            )
        case .typeUnhandled:
            Phrase(
                zh: "升级方案要告知承办岗位的，policy.yaml 写明的事件类型都有岗位承办；某一大类的其他事件没有岗位承办的，只作警告。依据：分级负责、属地管理（突发事件应对法）。",
                en:
                    "Where a ladder asks for the post that handles an incident, every type that policy.yaml names has one; a category in general without one is warned only. Source: 分级负责、属地管理."
            )
        case .endsInside:
            Phrase(
                zh: "有上级的单位，升级方案或兜底联系人至少有一处告知到本单位以外。依据：逐级上报。",
                en: "In a unit with one above it, the ladder or the fallback tells somebody outside. Source: 逐级上报."
            )
        case .personOnLeave:
            Phrase(
                zh: "升级方案、兜底联系人点名的人和分管领导，轮到告知时没有请假外出；该步骤再无别人可告知的算错误。依据：外出报备须写明代班人。",
                en:
                    "People whom a ladder or the fallback names, and leaders in charge of the field, are not away when their turn comes; an error where the step tells nobody else. Source: 外出报备 names a stand-in."
            )
        case .noWay:
            Phrase(zh: "会被告知的人至少有一种可用的联系方式。", en: "Whoever would be told has at least one usable way to be reached.")
        case .wayUntested:
            Phrase(
                zh: "会被告知的人，其联系方式在 policy.yaml 规定的天数内核验过（以时段开始日为准）；未规定天数则不查。",
                en:
                    "The numbers of whoever would be told were tried within the days that policy.yaml names, before the window starts; without a number there is no demand."
            )
        case .postUnstaffed:
            Phrase(
                zh: "升级方案点名的岗位，本单位、下级或上级单位有人当班；该步骤再无别人可告知的算错误。",
                en:
                    "A post that a ladder names is staffed in the unit, below it or above it; an error where the step tells nobody else."
            )
        case .unitCycle:
            Phrase(
                zh: "岗位借人（from）不得在单位之间循环：甲借乙、乙又借甲，到头来无人。",
                en: "Posts do not borrow their people in a ring: where A borrows from B and B from A, nobody stands."
            )
        }
    }
}
