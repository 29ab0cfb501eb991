import Calendars
import RosterRules
import Rosters
import Testing

@Suite struct MutationTests {
    @Test("A roster in which everybody stands has no findings, and every required minute is covered")
    func full() {
        let report = SmallOffice.full.report
        #expect(report.findings.isEmpty)
        #expect(report.requiredMinutes == 2 * 2880)
        #expect(report.coveredMinutes == report.requiredMinutes)
    }

    @Test("Whichever name is struck out of a full roster, exactly the gap that it leaves is found")
    func everyStruckName() {
        let full = SmallOffice.full
        for (index, lost) in full.assignments.enumerated() {
            var office = full
            office.assignments.remove(at: index)
            let report = office.report
            let isLeader = lost.post == SmallOffice.leader
            #expect(report.findings.count == 1)
            #expect(report.findings.first?.rule == (isLeader ? .leader : .keyPost))
            #expect(report.findings.first?.post == lost.post)
            #expect(report.findings.first?.interval == lost.interval)
            #expect(report.findings.first?.needed == (isLeader ? 1 : 2))
            #expect(report.findings.first?.have == (isLeader ? 0 : 1))
            #expect(report.requiredMinutes - report.coveredMinutes == 720)
            let truth = NaiveChecker(office.book).report()
            #expect(NaiveReport(report).differences(from: truth, in: office.place).isEmpty)
            #expect(!NaiveReport(full.report).differences(from: truth, in: office.place).isEmpty)
        }
    }

    @Test("One of two required people is a gap that names the one who stands there")
    func oneOfTwo() {
        var office = SmallOffice.full
        office.assignments.removeAll { $0.person == Ordinal(2) }
        #expect(office.report.gaps.map(\.have) == [1, 1])
        #expect(office.report.gaps.map(\.people) == [[Ordinal(1)], [Ordinal(1)]])
    }

    @Test("The same name twice in a cell is one person, not two")
    func sameNameTwice() {
        var office = SmallOffice()
        for _ in 1...2 { office.stand(1, SmallOffice.officer, "2026-11-07T08:30", "2026-11-07T20:30") }
        let gap = office.report.gaps.first { $0.post == SmallOffice.officer }
        #expect(gap?.have == 1)
        #expect(gap?.interval == SmallOffice.interval("2026-11-07T08:30", "2026-11-07T20:30"))
    }

    @Test("When nobody at all is assigned, one gap for each post goes over the whole window, days and all")
    func nobodyAtAll() {
        let office = SmallOffice()
        let report = office.report
        #expect(report.findings.map(\.rule) == [.leader, .keyPost])
        #expect(report.findings.map(\.interval) == [office.window, office.window])
        #expect(report.findings.map(\.needed) == [1, 2])
        #expect(report.findings.map(\.have) == [0, 0])
        #expect(report.coveredMinutes == 0)
    }

    @Test("A unit that never sent its roster is one finding more, and all its posts are gaps")
    func unsentRoster() {
        var office = SmallOffice()
        office.hasTable = false
        #expect(Set(office.report.findings.map(\.rule)) == [.rosterMissing, .leader, .keyPost])
        #expect(office.report.findings.count == 3)
        #expect(office.report.findings.allSatisfy { $0.interval == office.window })
    }

    @Test("Two shifts that touch leave no gap, and a minute between them is a gap of one minute")
    func touchingShifts() {
        for (end, gaps) in [("2026-11-07T20:30", 0), ("2026-11-07T20:29", 1)] {
            var office = SmallOffice()
            office.window = SmallOffice.interval("2026-11-07T08:30", "2026-11-08T08:30")
            office.stand(0, SmallOffice.leader, "2026-11-07T08:30", end)
            office.stand(1, SmallOffice.leader, "2026-11-07T20:30", "2026-11-08T08:30")
            let found = office.report.findings.filter { $0.rule == .leader }
            #expect(found.count == gaps)
            #expect(found.allSatisfy { $0.interval.wholeMinutes == 1 })
        }
    }

    @Test("A gap over several days and shifts is one finding, and another headcount begins another")
    func gapOverDays() {
        var office = SmallOffice.full
        office.assignments.removeAll { $0.post == SmallOffice.officer && $0.date.day == 7 && $0.person.index % 3 == 2 }
        office.assignments.removeAll { $0.post == SmallOffice.officer && $0.date.day == 8 }
        let gaps = office.report.gaps
        #expect(
            gaps.map(\.interval) == [
                SmallOffice.interval("2026-11-07T08:30", "2026-11-08T08:30"),
                SmallOffice.interval("2026-11-08T08:30", "2026-11-09T08:30"),
            ])
        #expect(gaps.map(\.have) == [1, 0])
        #expect(gaps.first?.people == [Ordinal(1), Ordinal(4)])
    }

    @Test("Where periods overlap the larger headcount holds, and the gap names the period that asks for it")
    func overlappingPeriods() {
        var office = SmallOffice.full
        office.overlap("flood", SmallOffice.interval("2026-11-08T00:00", "2026-11-08T12:00"), officers: 3)
        office.overlap("calm", SmallOffice.interval("2026-11-07T00:00", "2026-11-10T00:00"), officers: 1)
        let report = office.report
        #expect(report.gaps.count == 1)
        #expect(report.gaps.first?.interval == SmallOffice.interval("2026-11-08T00:00", "2026-11-08T12:00"))
        #expect(report.gaps.first?.needed == 3)
        #expect(report.gaps.first?.have == 2)
        #expect(report.gaps.first?.reasons == [.gap(period: "flood")])
        #expect(report.requiredMinutes == 2 * 2880)
    }

    @Test("An overlapping period that asks for no more changes nothing, and its time beyond this one does not count")
    func milderPeriod() {
        var office = SmallOffice.full
        office.overlap("long", SmallOffice.interval("2026-11-01T00:00", "2026-11-20T00:00"), officers: 2)
        #expect(office.report.findings.isEmpty)
        #expect(office.report.requiredMinutes == 2 * 2880)
    }

    @Test("The comparison with the truth notices a finding that is lost, moved, doubled or blames another")
    func comparisonCanFail() {
        var office = SmallOffice.full
        office.assignments.remove(at: 1)
        let truth = NaiveChecker(office.book).report()
        let changes: [(inout NaiveReport) -> Void] = [
            { $0.findings.removeLast() },
            { $0.findings.append($0.findings[0]) },
            { $0.findings[0].severity = .warning },
            { $0.findings[0].people = [] },
            { $0.coveredMinutes += 1 },
            { $0.requiredMinutes -= 1 },
        ]
        #expect(truth.differences(from: truth, in: office.place).isEmpty)
        for change in changes {
            var wrong = truth
            change(&wrong)
            #expect(!wrong.differences(from: truth, in: office.place).isEmpty)
        }
    }
}
