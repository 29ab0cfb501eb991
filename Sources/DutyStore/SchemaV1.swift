/// The tables of schema version 1; wrong states cannot be stored in them.
enum SchemaV1 {
    static let ledger = """
        CREATE TABLE desk (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            kind TEXT NOT NULL CHECK (kind IN ('real', 'drill')),
            name TEXT CHECK (name <> ''),
            now INTEGER,
            CHECK ((kind = 'drill') = (name IS NOT NULL)),
            CHECK ((kind = 'drill') = (now IS NOT NULL))
        ) STRICT;
        CREATE TRIGGER desk_kept BEFORE DELETE ON desk
        BEGIN SELECT RAISE(ABORT, 'the desk row stays'); END;
        CREATE TRIGGER desk_forward BEFORE UPDATE ON desk
        WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.name IS NOT OLD.name OR NEW.now < OLD.now
        BEGIN SELECT RAISE(ABORT, 'the clock only goes forward'); END;

        CREATE TABLE ledger (
            seq INTEGER PRIMARY KEY CHECK (seq >= 1),
            at INTEGER NOT NULL,
            incident TEXT CHECK (incident <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            body TEXT NOT NULL CHECK (json_valid(body)),
            prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
            hash TEXT NOT NULL CHECK (length(hash) = 64)
        ) STRICT;
        CREATE INDEX ledger_by_incident ON ledger(incident, seq);
        CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is never changed'); END;
        CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'the ledger is never deleted'); END;

        CREATE TABLE engine (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            seen_at INTEGER NOT NULL
        ) STRICT;

        """

    static let incidents = """
        CREATE TABLE incident (
            number TEXT PRIMARY KEY NOT NULL CHECK (number = printf('%d-%04d', year, sequence)),
            year INTEGER NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            facts TEXT NOT NULL CHECK (json_valid(facts)),
            grading TEXT NOT NULL CHECK (json_valid(grading)),
            plan TEXT NOT NULL CHECK (json_valid(plan)),
            phase TEXT NOT NULL CHECK (phase IN ('open', 'acknowledged', 'closed')),
            round INTEGER NOT NULL CHECK (round >= 1),
            steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
            next_step_at INTEGER,
            is_unreachable INTEGER NOT NULL CHECK (is_unreachable IN (0, 1)),
            is_unroutable INTEGER NOT NULL CHECK (is_unroutable IN (0, 1)),
            told TEXT NOT NULL CHECK (json_valid(told)),
            UNIQUE (year, sequence),
            CHECK ((phase = 'open') = (next_step_at IS NOT NULL))
        ) STRICT;
        CREATE INDEX incident_by_next_step ON incident(next_step_at) WHERE next_step_at IS NOT NULL;
        CREATE TRIGGER incident_kept BEFORE DELETE ON incident
        BEGIN SELECT RAISE(ABORT, 'incidents are never deleted'); END;

        CREATE TABLE informant (
            incident TEXT PRIMARY KEY NOT NULL REFERENCES incident(number),
            salt TEXT NOT NULL CHECK (salt <> ''),
            words TEXT NOT NULL CHECK (words <> '')
        ) STRICT;

        """

    static let outbox = """
        CREATE TABLE message (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            incident TEXT NOT NULL REFERENCES incident(number),
            round INTEGER NOT NULL CHECK (round >= 1),
            step INTEGER NOT NULL CHECK (step >= 1),
            recipient TEXT NOT NULL CHECK (recipient <> ''),
            channel TEXT NOT NULL CHECK (channel <> ''),
            unit TEXT CHECK (unit <> ''),
            post TEXT CHECK (post <> ''),
            target TEXT NOT NULL CHECK (json_valid(target)),
            definition TEXT NOT NULL CHECK (json_valid(definition)),
            created_at INTEGER NOT NULL,
            answer_by INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'accepted', 'retrying', 'failed')),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            next_try_at INTEGER,
            lease_until INTEGER,
            lease_owner TEXT CHECK (lease_owner <> ''),
            accepted_at INTEGER,
            due_at INTEGER GENERATED ALWAYS AS (coalesce(next_try_at, lease_until)) VIRTUAL,
            UNIQUE (incident, round, step, recipient, channel),
            CHECK ((state IN ('pending', 'retrying')) = (next_try_at IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
            CHECK (state <> 'sending' OR attempts >= 1),
            CHECK (state <> 'accepted' OR accepted_at IS NOT NULL),
            CHECK (accepted_at IS NULL OR state IN ('accepted', 'failed'))
        ) STRICT;
        CREATE INDEX message_by_due ON message(due_at) WHERE due_at IS NOT NULL;
        CREATE TRIGGER message_kept BEFORE DELETE ON message
        BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END;

        """
}
