/// The same in English, for whoever has to follow along.
enum ReportsInEnglish {
    static let first = """
        应急管理局: 氯气泄漏事故, 清河化工园区 (first report)
        No. 2026-0007
        From: 应急管理局
        To: 县政府总值班室

        2026-02-17 03:12: 应急管理局 (群众来电) received: 氯气泄漏事故, 清河化工园区. What is known:
        1. Firm or unit concerned: unknown.
        2. Time, place and scene: 2026-02-17 03:05, 清河化工园区; scene: 现场有刺激性气味.
        3. Kind and grade: accident (危险化学品); grade: Grade IV (at least; State Council Decree 493, deaths, serious injuries, direct loss unknown).
        4. Cause and course: Cause: unknown; Course of events: unknown.
        5. Losses: dead unknown, missing unknown, seriously injured (incl. poisoned) unknown, slightly injured unknown; direct loss, first estimate: unknown.
        6. Scope and trend: Scope: unknown; Trend: unknown.
        7. Measures and leaders: Measures taken: 企业已停产; Leaders on the scene: unknown.
        8. Plans and advice: Measures planned: unknown; Advice: unknown.
        9. Source and receipt: 群众来电; received 2026-02-17 03:12.
        Further reports follow.

        Signed off by: ＿＿＿＿  Checked by: ＿＿＿＿  Written by: 张卫东
        Phone: 0000-5550110  Sent: 2026-02-17 09:30 (seal)
        Confirmed by phone after sending: received by ＿＿＿＿  at ＿＿＿＿
        """

    static let followUp = """
        应急管理局: 氯气泄漏事故, 清河化工园区 (follow-up 1)
        No. 2026-0007
        From: 应急管理局
        To: 县政府总值班室

        2026-02-17 04:28: what has changed:
        1. dead: from unknown to 3.
        2. missing: from unknown to 1.
        3. seriously injured: from unknown to 2.
        4. Leaders on the scene: 副县长已到场指挥.
        5. grade: from Grade IV to Grade III (at least; State Council Decree 493, direct loss unknown).
        All else is as reported before; further reports follow.

        Signed off by: ＿＿＿＿  Checked by: ＿＿＿＿  Written by: 张卫东
        Phone: 0000-5550110  Sent: 2026-02-17 09:30 (seal)
        Confirmed by phone after sending: received by ＿＿＿＿  at ＿＿＿＿
        """

    static let final = """
        应急管理局: 氯气泄漏事故, 清河化工园区 (final report)
        No. 2026-0007
        From: 应急管理局
        To: 县政府总值班室

        The whole of it, first report, follow-ups and handling:
        1. Firm or unit concerned: unknown.
        2. Time, place and scene: 2026-02-17 03:05, 清河化工园区; scene: 现场有刺激性气味.
        3. Kind and grade: accident (危险化学品); grade: Grade III (State Council Decree 493).
        4. Cause and course: Cause: 阀门老化破裂; Course of events: unknown.
        5. Losses: dead 3, missing 0, seriously injured (incl. poisoned) 2, slightly injured 5; direct loss, first estimate: CNY 2600000.
        6. Scope and trend: Scope: unknown; Trend: unknown.
        7. Measures and leaders: Measures taken: 企业已停产; Leaders on the scene: 副县长已到场指挥.
        8. Source and receipt: 群众来电; received 2026-02-17 03:12.
        9. Follow-up reports: 2026-02-17 04:28, follow-up 1: dead: from unknown to 3, missing: from unknown to 1, seriously injured: from unknown to 2, Leaders on the scene: 副县长已到场指挥, grade: from Grade IV to Grade III (at least; State Council Decree 493, direct loss unknown); 2026-02-17 08:58, final report: missing: from 1 to 0, slightly injured: from unknown to 5, direct loss: from unknown to CNY 2600000, Cause: 阀门老化破裂.
        10. Who was told and what was done: 2026-02-17 03:12, told 李建国; 2026-02-17 03:21, 李建国 (应急管理局 副局长) acknowledged; 2026-02-17 04:30, raised from Grade IV to Grade III, told anew; 2026-02-17 04:34, 李建国 (应急管理局 副局长) acknowledged; 2026-02-17 09:20, 李建国 (应急管理局 副局长) closed it: 险情已排除.
        11. Reported upward: 2026-02-17 03:41, by phone to 县政府总值班室 (in time); 2026-02-17 05:24, in writing to 县政府总值班室 (late by 12 min).
        12. Instructions and tasks: 1. 李建国 (应急管理局 副局长) instructed “立即封存罐区”, gave 孙丽: 封存泄漏罐区, due 02-17 08:00; until then: 专人看守. closed (周明, 02-17 08:05).
        13. Present state: closed: 险情已排除.
        14. Plans and advice: Measures planned: unknown; Advice: unknown.

        Signed off by: ＿＿＿＿  Checked by: ＿＿＿＿  Written by: 张卫东
        Phone: 0000-5550110  Sent: 2026-02-17 09:30 (seal)
        Confirmed by phone after sending: received by ＿＿＿＿  at ＿＿＿＿
        """
}
