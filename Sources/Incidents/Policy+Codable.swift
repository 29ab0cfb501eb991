import Calendars
import Rosters
import Watchkeeping

/// Snapshots of the first schema know only the first seven keys.
extension Policy: Codable {
    private enum CodingKeys: String, CodingKey {
        case fallback, roundPause, ungradedAs, channels, contact, ladders, limits
        case profiles, askAgain, handover, ackBy, leaderWithin, duplicateWindow, testedWithinDays
        case quiet, standby, checklists, cards, proof, handoverRule, nilReport
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            fallback: try values.decode([Target].self, forKey: .fallback),
            roundPause: try values.decode(Duration.self, forKey: .roundPause),
            ungradedAs: try values.decode(Grade.self, forKey: .ungradedAs),
            channels: try values.decode([ChannelDefinition].self, forKey: .channels),
            contact: try values.decode([ChannelName].self, forKey: .contact),
            ladders: try values.decode([Ladder].self, forKey: .ladders),
            limits: try values.decode([ReportLimit].self, forKey: .limits))
        func read<Value: Decodable>(_ key: CodingKeys, into value: inout Value) throws {
            if let found = try values.decodeIfPresent(Value.self, forKey: key) { value = found }
        }
        try read(.profiles, into: &profiles)
        try read(.askAgain, into: &askAgain)
        try read(.handover, into: &handover)
        try read(.ackBy, into: &ackBy)
        leaderWithin = try values.decodeIfPresent(Duration.self, forKey: .leaderWithin)
        try read(.duplicateWindow, into: &duplicateWindow)
        testedWithinDays = try values.decodeIfPresent(Int.self, forKey: .testedWithinDays)
        try read(.quiet, into: &quiet)
        try read(.standby, into: &standby)
        try read(.checklists, into: &checklists)
        try read(.cards, into: &cards)
        try read(.proof, into: &proof)
        handoverRule = try values.decodeIfPresent(HandoverRule.self, forKey: .handoverRule)
        nilReport = try values.decodeIfPresent(NilReportRule.self, forKey: .nilReport)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(fallback, forKey: .fallback)
        try values.encode(roundPause, forKey: .roundPause)
        try values.encode(ungradedAs, forKey: .ungradedAs)
        try values.encode(channels, forKey: .channels)
        try values.encode(contact, forKey: .contact)
        try values.encode(ladders, forKey: .ladders)
        try values.encode(limits, forKey: .limits)
        try values.encode(profiles, forKey: .profiles)
        try values.encode(askAgain, forKey: .askAgain)
        try values.encode(handover, forKey: .handover)
        try values.encode(ackBy, forKey: .ackBy)
        try values.encodeIfPresent(leaderWithin, forKey: .leaderWithin)
        try values.encode(duplicateWindow, forKey: .duplicateWindow)
        try values.encodeIfPresent(testedWithinDays, forKey: .testedWithinDays)
        try values.encode(quiet, forKey: .quiet)
        try values.encode(standby, forKey: .standby)
        try values.encode(checklists, forKey: .checklists)
        try values.encode(cards, forKey: .cards)
        try values.encode(proof, forKey: .proof)
        try values.encodeIfPresent(handoverRule, forKey: .handoverRule)
        try values.encodeIfPresent(nilReport, forKey: .nilReport)
    }
}
