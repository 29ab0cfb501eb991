import Calendars
import Rosters
import Watchkeeping

/// A handover as JSON; without a sheet, only how far it is.
struct HandoverJSON {
    let handover: Handover
    let sheet: HandoverSheet?
    let now: Instant
    let zone: Zone

    var value: JSON {
        let change = handover.change
        var fields: JSON.Members = [
            "unit": .text(change.unit.text), "post": .text(change.post.text), "at": .text(zone.iso(change.at)),
            "outgoing": .list(change.outgoing.map { .text($0.text) }),
            "incoming": .list(change.incoming.map { .text($0.text) }), "state": .text(handover.state.rawValue),
            "must_stay": .list(handover.held(at: now).map { .text($0.text) }),
            "signatures": .list(handover.signatures.map(signature)),
        ]
        if let sheet = handover.signature(.incoming)?.sheet ?? sheet {
            fields["work"] = .list(sheet.work.map(work))
            fields["items"] = .list(
                sheet.items.map { .object(["item": .number($0.number), "text": .text($0.text)]) })
            fields["things"] = .list(sheet.things.map { .text($0) })
            fields["missing"] = .list(sheet.missing.map(missing))
        }
        return .object(fields)
    }

    private func signature(_ signature: HandoverSignature) -> JSON {
        .object([
            "side": .text(signature.side.rawValue), "by": .text(signature.by.text),
            "at": .text(zone.iso(signature.at)), "notes": .optional(signature.notes),
            "missing": .list(signature.missing.map { .text($0) }),
            "minutes_late": .number(signature.delay.wholeMinutes),
        ])
    }

    private func missing(_ missing: MissingThing) -> JSON {
        .object([
            "thing": .text(missing.thing), "post": .text(missing.post.text), "since": .text(zone.iso(missing.since)),
            "by": .text(missing.by.text),
        ])
    }

    private func work(_ work: PendingWork) -> JSON {
        .object([
            "kind": .text(work.kind.rawValue), "incident": .text(work.incident), "text": .text(work.text),
            "due": .optional(work.due.map(zone.iso)), "owner": .optional(work.owner?.text),
        ])
    }
}
