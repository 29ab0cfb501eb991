import Calendars
import DutyStore
import Incidents
import Logging
import Wording

extension Engine {
    /// Looks for faults; a new one is loud, is in the ledger once, and is told to the fallback people.
    func watch() throws {
        try book.during(.watch, within: Self.workLimit) {
            let present = try clock.present()
            let sight = try desk.store.watchSight(
                at: present, machineTime: clock.time.now, pulse: Self.pulse)
            let faults = Watch.faults(in: sight, at: present)
            monitor.watched(faults)
            // Faults are told by whatever roster can be read; one that cannot be is no reason to keep silent.
            let (found, over) = try desk.store.note(
                faults, at: present, telling: try? desk.duty(at: present, for: nil))
            let wording = WatchFaultWording(names: Names(place: nil))
            for fault in found {
                log.critical(
                    "\(wording.text(.faultFound(fault)).text(in: courier.language))",
                    metadata: ["fault": "\(fault.id)"])
            }
            for fault in over {
                log.notice(
                    "\(wording.text(.faultOver(fault)).text(in: courier.language))",
                    metadata: ["fault": "\(fault.id)"])
            }
        }
    }
}
