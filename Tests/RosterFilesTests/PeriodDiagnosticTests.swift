import RosterFiles
import Testing
import Wording

@Suite("What is wrong with a period, and where")
struct PeriodDiagnosticTests {
    private func english(_ change: (inout World) -> Void) -> [String] {
        var world = World()
        change(&world)
        return world.diagnostics.map(describe)
    }

    @Test(
        "a wrong value in period.yaml is refused where it stands",
        arguments: [
            (
                "kind: holiday ", "kind: festival ",
                "period.yaml:3: found ‘festival’, expected one of holiday, 节假日, special, 特殊时期, ordinary, 平时"
            ),
            ("year: 2026", "year: 2031", "period.yaml:4: no holiday notice for 2031; known: 2026"),
            ("name: 国庆节", "name: 春节", "period.yaml:4: the notice for 2026 has no ‘春节’; known: 国庆节"),
            (
                "{emergency-office: all}", "{emergency: all}",
                "period.yaml:5: unknown unit ‘emergency’, the nearest is ‘emergency-office’"
            ),
            (
                "{emergency-office: all}", "{emergency-office: [hazmt]}",
                "period.yaml:5: unknown post ‘hazmt’, the nearest is ‘hazmat’"
            ),
            (
                "{emergency-office: all}", "{emergency-office: most}",
                "period.yaml:5: found ‘most’, expected all, or a list of posts"
            ),
            (
                "{emergency-office: all}", "{emergency-office: }",
                "period.yaml:5: found ‘null’, expected all, or a list of posts"
            ),
            (
                "{emergency-office: all}", "{emergency-office: [leader, 带班领导]}",
                "period.yaml:5: post ‘带班领导’ stands twice, first on line 5"
            ),
            (
                "{emergency-office: all}", "{emergency-office: all, 应急管理局: all}",
                "period.yaml:5: unit ‘应急管理局’ stands twice, first on line 5"
            ),
            (
                "2026-09-24T12:00", "2026-09-24",
                "period.yaml:6: found ‘2026-09-24’, expected a date and time such as 2026-09-24T12:00"
            ),
            (
                "2026-09-23T16:20", "2026-09-23T25:20",
                "period.yaml:7: found ‘2026-09-23T25:20’, expected a date and time such as 2026-09-24T12:00"
            ),
            ("[p001]", "[李建国, 李建]", "period.yaml:8: unknown person ‘李建’, the nearest is ‘李建国’"),
            ("accept_by", "accepted_by", "period.yaml:8: unknown key ‘accepted_by’, the nearest is ‘accept_by’"),
            (
                "kind: holiday ", "from: 2026-10-01\nkind: holiday ",
                "period.yaml:3: ‘from’ cannot stand beside ‘holiday’"
            ),
            ("kind: holiday ", "kind: special ", "period.yaml:1: key ‘from’ or its value is missing"),
            (
                "kind: holiday ", "kind: special\nspecial: 汛期 ",
                "period.yaml:4: unknown special period ‘汛期’, the nearest is ‘2026年汛期’"
            ),
        ])
    func periodFaults(part: String, other: String, expected: String) {
        #expect(english { $0.period = $0.period.with(part, other) }.contains(expected))
    }

    @Test(
        "a wrong row of a table is refused on its line",
        arguments: [
            (
                "2026-09-31,三,夜班,李建国",
                "period/emergency-office.csv:2: found ‘2026-09-31’, expected a date such as 2026-10-01"
            ),
            ("2026-09-30,三,中班,李建国", "period/emergency-office.csv:2: unknown shift ‘中班’, the nearest is ‘白班’"),
            ("2026-09-30,三,夜班,李建过", "period/emergency-office.csv:2: unknown person ‘李建过’, the nearest is ‘李建国’"),
            ("2026-09-30,三,夜班,,,,孙丽", "period/emergency-office.csv:2: the row has 7 cells, the header only 6 columns"),
            (",三,夜班,李建国", "period/emergency-office.csv:2: ‘日期’ must not be empty"),
            ("2026-09-30,三,,李建国", "period/emergency-office.csv:2: ‘班次’ must not be empty"),
            (
                "2026-10-01,三,day,李建国",
                "period/emergency-office.csv:3: ‘带班领导’ of 2026-10-01 白班 stands twice, first on line 2"
            ),
            (
                "2026-09-30,三,夜班,\"李建国\"x,",
                "period/emergency-office.csv:2: found ‘x’ after the closing quotation mark, expected a comma or the end of the row"
            ),
            ("2026-09-30,三,夜班,\"李建国", "period/emergency-office.csv:2: the quotation mark is never closed"),
        ])
    func rowFaults(row: String, expected: String) {
        #expect(english { $0.table = $0.table.replacingLine(2, with: row) }.contains(expected))
    }

    @Test(
        "a wrong header of a table is refused",
        arguments: [
            ("日期,星期,班次,带队领导,值班员,危化品监管岗", "unknown column ‘带队领导’, the nearest is ‘带班领导’"),
            ("日期,星期,班次,带班领导,leader,危化品监管岗", "column ‘leader’ stands twice"),
            ("日期,星期,班次,带班领导,值班员,消防岗", "unit ‘应急管理局’ has no post ‘消防岗’"),
            ("星期,班次,带班领导,值班员,危化品监管岗", "column ‘日期’ is missing"),
            ("日期,date,班次,带班领导,值班员,危化品监管岗", "column ‘date’ stands twice"),
        ])
    func headerFaults(header: String, expected: String) {
        let found = english {
            $0.place = $0.place.with("units:\n", "  fire: {name: 消防岗, tier: key-post}\nunits:\n")
            $0.table = $0.table.replacingLine(1, with: header)
        }
        #expect(found.contains("period/emergency-office.csv:1: " + expected))
    }

    @Test("a table's file name must be a unit; its names are checked all the same")
    func fileName() {
        let found = english {
            $0.tableName = "fire-brigade"
            $0.table = $0.table.with("刘洋", "刘阳")
        }
        #expect(
            found == [
                "period/fire-brigade.csv:1: unknown unit ‘fire-brigade’, the nearest is ‘emergency-office’",
                "period/fire-brigade.csv:3: unknown person ‘刘阳’, the nearest is ‘刘洋’",
            ])
    }

    @Test("in a unit's own table a name is that of its own person; of others, name@unit or the id decides")
    func namesakes() {
        func found(_ word: String, others: String = "p009,孙丽,fire,,,,,,\n") -> [String] {
            english {
                $0.people = Samples.people + others
                $0.place = $0.place.with("rules:", "  fire: {name: 消防大队}\n  water: {name: 供水公司}\nrules:")
                $0.absences = nil
                $0.table = $0.table.with("孙丽", word)
            }
        }
        #expect(found("孙丽") == [])
        #expect(
            found("孙丽", others: "p009,孙丽,emergency-office,,,,,,\n") == [
                "period/emergency-office.csv:2: ‘孙丽’ means several people, write which: "
                    + "孙丽@应急管理局 (p003), 孙丽@应急管理局 (p009)"
            ])
        #expect(
            found("高远", others: "p009,高远,fire,,,,,,\np010,高远,water,,,,,,\n") == [
                "period/emergency-office.csv:2: ‘高远’ means several people, write which: "
                    + "高远@消防大队 (p009), 高远@供水公司 (p010)"
            ])
        #expect(found("孙丽@消防大队") == [])
        #expect(found("孙丽@fire") == [])
        #expect(found("p003") == [])
        #expect(found("孙丽@x").count == 1)
    }

    @Test("the errors of all files come in one run, each in its file")
    func allAtOnce() {
        let found = english {
            $0.calendar[0] = $0.calendar[0].with("2026-10-10", "2026-10-1x")
            $0.place = $0.place.with("count: 2", "count: -2")
            $0.people = Samples.people.with("p008,刘洋,emergency-office", "p008,刘洋,office")
            $0.absences = Samples.absences.with("2026-10-03", "2026-10-00")
            $0.policy = Samples.policy.with("wait: 10", "wait: ten")
            $0.period = $0.period.with("accept_by: [p001]", "accept_by: [p999]")
            $0.table = $0.table.with("夜班", "大夜班")
        }
        let files = found.map { $0.prefix { $0 != ":" } }
        #expect(
            files == [
                "calendar-0.yaml", "place.yaml", "people.csv", "absences.csv", "policy.yaml", "period.yaml",
                "period/emergency-office.csv", "period/emergency-office.csv",
            ])
    }

    @Test("files that cannot be read at all still let the others be read")
    func brokenFiles() {
        let found = english {
            $0.place = "place: [\n"
            $0.policy = "a: b: c\n"
            $0.people = "id,name,unit\n\"p1\n"
        }
        #expect(
            found == [
                "place.yaml:2: broken YAML: did not find expected node content",
                "people.csv:2: the quotation mark is never closed",
                "policy.yaml:1: broken YAML: mapping values are not allowed in this context",
            ])
    }
}
