import Calendars
import Dispatching
import DutyStore
import Foundation
import Incidents
import Notifications
import Rosters
import Wording

extension DoctorSection {
    /// Whether somebody does what is due, and when an engine last showed itself.
    static let engine = DoctorSection(check: "engine") { checkup in
        let signs = try checkup.store.engineSigns()
        let lines = signs.map { sign -> DoctorLine in
            let seen = checkup.time(sign.seenAt)
            if sign.isWorking(at: checkup.machineNow, within: Engine.pulse) {
                return .good("engine", DoctorWording.engineRuns(sign.engine.text, seen: seen))
            }
            return Machine.isRunning(sign.engine)
                ? .fault("engine", DoctorWording.engineSilent(sign.engine.text, seen: seen))
                : .warning("engine", DoctorWording.engineGone(sign.engine.text, seen: seen))
        }
        let dead = try checkup.store.claimants().filter { !Machine.isRunning($0) }.map {
            DoctorLine.warning("leases", DoctorWording.staleLeases($0.text))
        }
        guard !signs.contains(where: { $0.isWorking(at: checkup.machineNow, within: Engine.pulse) }) else {
            return lines + dead
        }
        let isNeeded = try checkup.store.nextDue() != nil
        return lines + dead
            + [isNeeded ? .fault("engine", DoctorWording.noEngineNeeded) : .warning("engine", DoctorWording.noEngine)]
    }

    /// What the engine's own watch finds, with or without an engine.
    static let watch = DoctorSection(check: "watch") { checkup in
        let sight = try checkup.store.watchSight(
            at: checkup.now, machineTime: checkup.machineNow, pulse: Engine.pulse)
        let wording = WatchFaultWording(names: checkup.open.lookup.names)
        let faults = Watch.faults(in: sight, at: checkup.now)
        return faults.isEmpty
            ? [.good("watch", DoctorWording.nothingStuck)] : faults.map { .fault("watch", wording.text($0)) }
    }

    /// Channels whose address or secret is not set; the engine's own environment may be another one.
    static let channels = DoctorSection(check: "channels") { checkup in
        let policies = try checkup.open.lookup.places.compactMap {
            try checkup.store.dutyBoard(at: checkup.now, place: $0.key).policy
        }
        let notifiers = NotifierSet(
            policies.flatMap(\.channels), environment: ProcessInfo.processInfo.environment, print: { _ in })
        let missing = notifiers.unconfigured.sorted { $0.key.text < $1.key.text }
        guard !missing.isEmpty else { return [.good("channels", DoctorWording.channelsSet)] }
        return missing.map { .warning("channels", DoctorWording.channelNotSet($0.key.text, variable: $0.value)) }
    }
}
