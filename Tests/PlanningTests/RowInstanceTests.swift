import Planning
import ShiftInstances
import Testing

@Suite struct RowInstanceTests {
    private let text = """
        # a comment
        SECTION_HORIZON
        14

        SECTION_SHIFTS
        E,480,
        L,600,E|L
        SECTION_STAFF
        A,E=14|L=0,4320,3360,5,2,2,1
        B,,4320,0,4,1,3,2
        SECTION_DAYS_OFF
        A,0,13
        SECTION_SHIFT_ON_REQUESTS
        B,2,L,3
        SECTION_SHIFT_OFF_REQUESTS
        A,3,E,1
        SECTION_COVER
        0,E,5,100,1
        """

    @Test func `An instance is read as it is written`() throws {
        let instance = try ShiftInstance(text)
        let problem = instance.problem
        #expect(problem.days == 14)
        #expect(problem.types == [.init(minutes: 480), .init(minutes: 600, barredNext: [0, 1])])
        #expect(
            problem.people == [
                .init(
                    most: [14, 0], minutes: 3360...4320, consecutive: 2...5, fewestFree: 2, mostWeekends: 1,
                    daysOff: [0, 13], wishes: [.init(day: 3, type: 0, weight: 1, isFor: false)]),
                .init(
                    most: [14, 14], minutes: 0...4320, consecutive: 1...4, fewestFree: 3, mostWeekends: 2,
                    wishes: [.init(day: 2, type: 1, weight: 3, isFor: true)]),
            ])
        #expect(problem.covers == [.init(day: 0, type: 0, wanted: 5, under: 100, over: 1)])
    }

    @Test func `Windows line ends change nothing`() throws {
        let other = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try ShiftInstance(other) == ShiftInstance(text))
    }

    @Test(arguments: [
        ("14", "fortnight", 3, "horizon “fortnight” is not a number from 1 to 3660"),
        ("E,480,", "E,480,X", 6, "unknown shift X"),
        ("L,600,E|L", "E,600", 7, "a second E"),
        ("4320,3360,5", "3360,4320,5", 9, "total minutes: at least 4320, but at most 3360"),
        ("B,,4320,0,4,1,3,2", "B,,4320,0", 10, "4 fields instead of 8"),
        ("B,,4320", "B,L,4320", 10, "“L” is not of the form shift=number"),
        ("A,0,13", "A,0,14", 12, "day “14” is not a number from 0 to 13"),
        ("B,2,L,3", "C,2,L,3", 14, "unknown employee C"),
        ("A,3,E,1", "A,3,E,-1", 16, "weight “-1” is not a number from 0 to 1000000"),
        ("0,E,5,100,1", "0,E,5,100,1\n0,E,4,100,1", 19, "a second requirement for day 0, shift E"),
        ("SECTION_COVER", "SECTION_COVERS", 17, "unknown section SECTION_COVERS"),
    ])
    func `What is wrong is said with its line`(part: String, wrong: String, line: Int, message: String) throws {
        let range = try #require(text.firstRange(of: part))
        let error = #expect(throws: ShiftInstance.Unreadable.self) {
            try ShiftInstance(text[..<range.lowerBound] + wrong + text[range.upperBound...])
        }
        #expect(error?.diagnostics.first?.line == line)
        #expect(error?.diagnostics.first?.message == message)
    }

    @Test func `Everything that is wrong is said in one run`() {
        let error = #expect(throws: ShiftInstance.Unreadable.self) {
            try ShiftInstance("SECTION_HORIZON\nx\nSECTION_SHIFTS\nD,no\nSECTION_STAFF\nA")
        }
        #expect(error?.diagnostics.map(\.line) == [2, 4, 6, 6, 6])
    }
}
