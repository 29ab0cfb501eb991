import Calendars
import DutyStore
import Foundation
import Incidents
import Wording

extension DoctorSection {
    /// The file: its structure, and that what is committed is on disk.
    static let database = DoctorSection(check: "database") { checkup in
        let store = checkup.store
        let file = DoctorWording.database(store.path, schema: store.schemaVersion, isDrill: store.clock.isDrill)
        let damage = try store.damage()
        return [
            damage.first.map { .fault("database", DoctorWording.damaged($0)) } ?? .good("database", file),
            durability(of: store),
        ]
    }

    /// A file that takes no writing now stores nothing, however it would.
    private static func durability(of store: DutyStore) -> DoctorLine {
        do {
            try store.tryWriting()
            return try store.isDurable()
                ? .good("durable", DoctorWording.durable) : .fault("durable", DoctorWording.notDurable)
        } catch {
            return .fault("durable", phrase(of: error))
        }
    }

    private static let littleSpace = 50_000_000
    private static let enoughSpace = 500_000_000

    static let disk = DoctorSection(check: "disk") { checkup in
        let folder = URL(fileURLWithPath: checkup.store.path).deletingLastPathComponent().path
        let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes[.systemFreeSize] as? NSNumber)?.intValue else { return [] }
        let text = DoctorWording.freeSpace(megabytes: free / 1_000_000)
        return [
            free < littleSpace
                ? .fault("disk", text) : free < enoughSpace ? .warning("disk", text) : .good("disk", text)
        ]
    }

    /// The chain of the ledger, and the publications that it vouches for.
    static let ledger = DoctorSection(check: "ledger") { checkup in
        let verdict = try checkup.store.verifyLedger()
        guard case .intact(let count) = verdict else {
            return [.fault("ledger", Refusal.ledgerBroken(LedgerVerify.phrase(verdict)).phrase)]
        }
        let altered = try checkup.store.alteredPublications().map {
            DoctorLine.fault("ledger", DeskWording.alteredRoster($0.period, version: $0.version))
        }
        return altered.isEmpty ? [.good("ledger", DeskWording.ledgerIntact(count))] : altered
    }

    /// The clock against what the ledger has seen already.
    static let clock = DoctorSection(check: "clock") { checkup in
        guard !checkup.store.clock.isDrill else {
            return [.good("clock", DoctorWording.drillTime(checkup.time(checkup.now)))]
        }
        guard let latest = try checkup.store.latestTime(), checkup.now < latest,
            ClockStep(expected: latest, found: checkup.now) != nil
        else { return [.good("clock", DoctorWording.clockAgrees(checkup.time(checkup.now)))] }
        return [.fault("clock", DoctorWording.clockBehind(checkup.time(checkup.now), latest: checkup.time(latest)))]
    }
}
