extension SchemaV3 {
    /// The daily work of duty rooms: nothing is overwritten, the second who does the same is refused.
    static let watchkeeping = handovers + dutyLog + rollCalls + reports + watchDue

    private static let handovers = """
        CREATE TABLE handover (
            place TEXT NOT NULL CHECK (place <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            post TEXT NOT NULL CHECK (post <> ''),
            change_at INTEGER NOT NULL,
            begun_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (place, unit, post, change_at)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE handover_signature (
            place TEXT NOT NULL,
            unit TEXT NOT NULL,
            post TEXT NOT NULL,
            change_at INTEGER NOT NULL,
            side TEXT NOT NULL CHECK (side IN ('outgoing', 'incoming')),
            person TEXT NOT NULL CHECK (person <> ''),
            signed_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (place, unit, post, change_at, side),
            UNIQUE (place, unit, post, change_at, person),
            FOREIGN KEY (place, unit, post, change_at) REFERENCES handover
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER handover_signature_order BEFORE INSERT ON handover_signature
        WHEN NEW.side = 'incoming' AND NOT EXISTS (
            SELECT 1 FROM handover_signature WHERE place = NEW.place AND unit = NEW.unit AND post = NEW.post
                AND change_at = NEW.change_at AND side = 'outgoing')
        BEGIN SELECT RAISE(ABORT, 'the outgoing sign first'); END;
        CREATE TABLE open_item (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            place TEXT NOT NULL CHECK (place <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            opened_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;
        CREATE INDEX open_item_by_unit ON open_item(unit);
        CREATE TABLE item_closing (
            item INTEGER PRIMARY KEY REFERENCES open_item(number),
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;
        \(unchangeable("handover"))
        \(unchangeable("handover_signature"))
        \(unchangeable("open_item"))
        \(unchangeable("item_closing"))

        """

    private static let dutyLog = """
        CREATE TABLE log_entry (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            place TEXT NOT NULL CHECK (place <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            happened_at INTEGER NOT NULL,
            written_at INTEGER NOT NULL,
            corrects INTEGER UNIQUE REFERENCES log_entry(number),
            body TEXT NOT NULL CHECK (json_valid(body)),
            CHECK (happened_at <= written_at),
            CHECK (corrects < number)
        ) STRICT;
        CREATE INDEX log_entry_by_unit ON log_entry(unit, happened_at);
        \(unchangeable("log_entry"))

        """

    private static let rollCalls = """
        CREATE TABLE roll_call (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            place TEXT NOT NULL CHECK (place <> ''),
            started_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;
        CREATE TABLE roll_call_try (
            ordinal INTEGER PRIMARY KEY,
            call INTEGER NOT NULL REFERENCES roll_call(number),
            unit TEXT NOT NULL CHECK (unit <> ''),
            post TEXT NOT NULL CHECK (post <> ''),
            way TEXT NOT NULL CHECK (way IN ('landline', 'mobile', 'call-back')),
            tried_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body)),
            UNIQUE (call, unit, post, way)
        ) STRICT;
        CREATE TRIGGER roll_call_try_order BEFORE INSERT ON roll_call_try
        WHEN NEW.way <> 'landline' AND NOT EXISTS (
            SELECT 1 FROM roll_call_try WHERE call = NEW.call AND unit = NEW.unit AND post = NEW.post
                AND way = CASE NEW.way WHEN 'mobile' THEN 'landline' ELSE 'mobile' END)
        BEGIN SELECT RAISE(ABORT, 'landline, then mobile, then call back'); END;
        \(unchangeable("roll_call"))
        \(unchangeable("roll_call_try"))

        """

    private static let reports = """
        CREATE TABLE nil_report (
            place TEXT NOT NULL CHECK (place <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            due_at INTEGER NOT NULL,
            reported_at INTEGER NOT NULL,
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (place, unit, due_at)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE check_off (
            place TEXT NOT NULL CHECK (place <> ''),
            period TEXT NOT NULL CHECK (period <> ''),
            unit TEXT NOT NULL CHECK (unit <> ''),
            item TEXT NOT NULL CHECK (item <> ''),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            is_ready INTEGER NOT NULL CHECK (is_ready IN (0, 1)),
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (place, period, unit, item, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER check_off_follows BEFORE INSERT ON check_off
        WHEN NEW.ordinal <> 1 + (SELECT count(*) FROM check_off WHERE place = NEW.place AND period = NEW.period
                AND unit = NEW.unit AND item = NEW.item)
            OR NEW.is_ready = 1 AND 1 IS (SELECT is_ready FROM check_off WHERE place = NEW.place
                AND period = NEW.period AND unit = NEW.unit AND item = NEW.item AND ordinal = NEW.ordinal - 1)
        BEGIN SELECT RAISE(ABORT, 'what is ready is checked off once'); END;
        CREATE TABLE contact_test (
            ordinal INTEGER PRIMARY KEY,
            place TEXT NOT NULL CHECK (place <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            tested_at INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'no-answer', 'busy', 'wrong-number')),
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;
        \(unchangeable("nil_report"))
        \(unchangeable("check_off"))
        \(unchangeable("contact_test"))

        """

    /// What of it falls due by the clock: up to when an engine has looked, and when it looks again.
    private static let watchDue = """
        CREATE TABLE watch_due (
            place TEXT NOT NULL CHECK (place <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('handover', 'nil-report', 'roll-call')),
            looked_at INTEGER NOT NULL,
            due_at INTEGER,
            PRIMARY KEY (place, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX watch_due_by_time ON watch_due(due_at) WHERE due_at IS NOT NULL;
        CREATE TRIGGER watch_due_kept BEFORE DELETE ON watch_due
        BEGIN SELECT RAISE(ABORT, 'what is watched stays watched'); END;
        CREATE TRIGGER watch_due_forward BEFORE UPDATE ON watch_due WHEN NEW.looked_at < OLD.looked_at
        BEGIN SELECT RAISE(ABORT, 'nothing is looked at twice'); END;
        CREATE TRIGGER watch_due_changed AFTER INSERT ON roster_decision
        BEGIN
            UPDATE watch_due SET due_at = looked_at WHERE kind = 'handover'
                AND place = (SELECT place FROM roster_change WHERE number = NEW.change);
        END;

        """
}
