import Incidents
import Rosters
import Testing

@Suite("The id of a message")
struct MessageIDTests {
    private static func id(
        incident: Int = 7, round: Int = 1, step: Int = 1, recipient: Recipient = .person("p1"),
        channel: String = "hook",
        unit: UnitID? = "office", target: Target = .handling, standing: Told.Standing = .waiting
    ) -> MessageID {
        MessageID(
            incident: IncidentNumber(year: 2026, sequence: incident),
            told: Told(
                recipient: recipient, round: round, step: step, unit: unit, post: nil, target: target,
                ways: [ChannelName(channel)], standing: standing))
    }

    @Test("The same incident, round, step, recipient and channel make the same id, whatever else differs")
    func same() {
        #expect(Self.id() == Self.id(unit: nil, target: .unitAbove, standing: .exhausted))
    }

    @Test("Any of the five that differs makes another id")
    func different() {
        let ids = [
            Self.id(), Self.id(incident: 8), Self.id(round: 2), Self.id(step: 2), Self.id(recipient: .person("p2")),
            Self.id(recipient: .phone("p1")), Self.id(channel: "call"),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test("Round and step do not run into one another")
    func digits() {
        #expect(Self.id(round: 1, step: 11) != Self.id(round: 11, step: 1))
        #expect(Self.id(incident: 1, round: 1) != Self.id(incident: 11, round: 1))
    }

    @Test("The channel is that of the way in use")
    func wayInUse() {
        let told = Told(
            recipient: .person("p1"), round: 1, step: 1, unit: nil, post: nil, target: .handling,
            ways: ["hook", "call"], way: 1)
        #expect(MessageID(incident: IncidentNumber(year: 2026, sequence: 7), told: told) == Self.id(channel: "call"))
    }

    @Test(
        "A recipient reads back from what commands and JSON write",
        arguments: [
            Recipient.person("p001"), .phone("emergency-office"), .person("张卫东"),
        ])
    func recipient(recipient: Recipient) {
        #expect(Recipient(recipient.text) == recipient)
    }

    @Test("An incident's number is written with four digits at least, and reads back")
    func numbers() {
        #expect(IncidentNumber(year: 2026, sequence: 7).description == "2026-0007")
        #expect(IncidentNumber(year: 2026, sequence: 12_345).description == "2026-12345")
        #expect(IncidentNumber("2026-0007") == IncidentNumber(year: 2026, sequence: 7))
        #expect(IncidentNumber("2026-12345") == IncidentNumber(year: 2026, sequence: 12_345))
        for text in ["", "2026", "26-0007", "2026-0000", "2026-7-1", "2026--7", "2026-x", "0000-0001"] {
            #expect(IncidentNumber(text) == nil, "\(text)")
        }
    }
}
