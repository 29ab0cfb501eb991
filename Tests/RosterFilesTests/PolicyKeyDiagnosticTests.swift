import RosterFiles
import Testing

@Suite("What is wrong with the keys of policy.yaml, and where")
struct PolicyKeyDiagnosticTests {
    private func english(_ policy: String) -> [String] {
        var world = World()
        world.policy = policy
        return world.placeReading.diagnostics.map(describe)
    }

    @Test("a misspelt key names the nearest one, wherever it stands")
    func misspelt() {
        let found = english(
            """
            ask_agian: 30
            leader_wihtin: 10
            quiet: [{mach: {}, match: {warnings: red}, day: "07:00-22:00", reason: r}]
            standby: [{post: leader, posts: leader}]
            checklists: [{category: nature, sources: s, source: s, items: [{id: a, grade: I, text: t, txt: t}]}]
            proof: {step-emty: error}
            limits: [{profile: n, juristiction: x, to: y, starts: learned, minutes: 1, source: s}]

            """)
        #expect(
            found == [
                "policy.yaml:1: unknown key ‘ask_agian’, the nearest is ‘ask_again’",
                "policy.yaml:2: unknown key ‘leader_wihtin’, the nearest is ‘leader_within’",
                "policy.yaml:3: unknown key ‘mach’, the nearest is ‘match’",
                "policy.yaml:3: unknown key ‘warnings’, the nearest is ‘warning’",
                "policy.yaml:4: unknown key ‘post’, the nearest is ‘posts’",
                "policy.yaml:5: unknown key ‘sources’, the nearest is ‘source’",
                "policy.yaml:5: unknown key ‘txt’, the nearest is ‘text’",
                "policy.yaml:6: unknown rule ‘step-emty’, the nearest is ‘step-empty’",
                "policy.yaml:7: unknown key ‘juristiction’, the nearest is ‘jurisdiction’",
            ])
    }

    @Test("numbers out of range and unknown words are refused in one run")
    func values() {
        let found = english(
            """
            ask_again: 0
            handover: -1
            ack_by: boss
            leader_within: soon
            duplicate_window: 1.5
            tested_within: 0
            profiles: [natoinal]
            limits: [{profile: national, to: x, starts: learned, minutes: 1, source: s}]
            proof: {one-number: loud}

            """)
        #expect(
            found == [
                "policy.yaml:1: found ‘0’, expected a whole number from 1 to 10080",
                "policy.yaml:2: found ‘-1’, expected a whole number from 0 to 240",
                "policy.yaml:3: found ‘boss’, expected one of told, 被告知人, anyone, 任何人",
                "policy.yaml:4: found ‘soon’, expected a whole number from 0 to 10080",
                "policy.yaml:5: found ‘1.5’, expected a whole number from 0 to 10080",
                "policy.yaml:6: found ‘0’, expected a whole number from 1 to 3660",
                "policy.yaml:7: unknown profile of limits ‘natoinal’, the nearest is ‘national’",
                "policy.yaml:9: found ‘loud’, expected one of error, 错误, warning, 警告, off, 关闭",
            ])
    }

    @Test("what quiet, standby, checklists and limits must have is demanded")
    func missing() {
        let found = english(
            """
            quiet: [{}]
            standby: [{match: {warning: purple}}]
            checklists: [{}]
            limits: [{}]

            """)
        #expect(
            found == [
                "policy.yaml:1: key ‘match’ or its value is missing",
                "policy.yaml:1: key ‘day’ or its value is missing",
                "policy.yaml:1: key ‘reason’ or its value is missing",
                "policy.yaml:2: key ‘posts’ or its value is missing",
                "policy.yaml:2: found ‘purple’, expected one of red, 红, orange, 橙, yellow, 黄, blue, 蓝",
                "policy.yaml:3: key ‘category’ or its value is missing",
                "policy.yaml:3: key ‘source’ or its value is missing",
                "policy.yaml:3: key ‘items’ or its value is missing",
                "policy.yaml:4: key ‘profile’ or its value is missing",
                "policy.yaml:4: key ‘to’ or its value is missing",
                "policy.yaml:4: key ‘starts’ or its value is missing",
                "policy.yaml:4: key ‘minutes’ or its value is missing",
                "policy.yaml:4: key ‘source’ or its value is missing",
            ])
    }

    @Test("posts on standby are the place's, windows are windows, and an id stands once in a list")
    func references() {
        let found = english(
            """
            standby: [{posts: [hazmta]}]
            quiet: [{match: {unit: fire}, day: 7-22, reason: r}]
            checklists:
              - category: nature
                source: s
                items:
                  - {id: a, grade: I, text: t}
                  - {id: a, grade: II, text: t}
                  - {grade: V}

            """)
        #expect(
            found == [
                "policy.yaml:1: unknown post ‘hazmta’, the nearest is ‘hazmat’",
                "policy.yaml:2: unknown unit ‘fire’, the nearest is ‘emergency-office’",
                "policy.yaml:2: found ‘7-22’, expected a window such as \"09:00-17:00\", or always",
                "policy.yaml:8: checklist item ‘a’ stands twice, first on line 7",
                "policy.yaml:9: key ‘id’ or its value is missing", "policy.yaml:9: key ‘text’ or its value is missing",
                "policy.yaml:9: found ‘V’, expected one of I, 特别重大, II, 重大, III, 较大, IV, 一般",
            ])
    }
}
