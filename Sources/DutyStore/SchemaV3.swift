/// What schema version 3 adds: messages that belong to no incident, changes of the roster in force.
enum SchemaV3 {
    /// The outbox again: a message belongs to an incident or to a matter.
    static let matters = """
        CREATE TABLE matter (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            subject TEXT NOT NULL CHECK (json_valid(subject)),
            raised_at INTEGER NOT NULL,
            ways TEXT NOT NULL CHECK (json_valid(ways)),
            told TEXT NOT NULL CHECK (json_valid(told)),
            reserve TEXT NOT NULL CHECK (json_valid(reserve))
        ) STRICT;
        CREATE TRIGGER matter_kept BEFORE DELETE ON matter
        BEGIN SELECT RAISE(ABORT, 'matters are never deleted'); END;

        CREATE TABLE message_3 (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            incident TEXT REFERENCES incident(number),
            matter INTEGER REFERENCES matter(number),
            subject TEXT NOT NULL CHECK (subject <> ''),
            notice TEXT CHECK (notice IS NULL OR json_valid(notice)),
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
            UNIQUE (incident, subject, round, step, recipient, channel),
            UNIQUE (matter, recipient, channel),
            CHECK ((incident IS NULL) = (matter IS NOT NULL)),
            CHECK ((subject IN ('ladder', 'matter')) = (notice IS NULL)),
            CHECK ((subject = 'matter') = (matter IS NOT NULL)),
            CHECK ((state IN ('pending', 'retrying')) = (next_try_at IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
            CHECK (state <> 'sending' OR attempts >= 1),
            CHECK (state <> 'accepted' OR accepted_at IS NOT NULL),
            CHECK (accepted_at IS NULL OR state IN ('accepted', 'failed'))
        ) STRICT;
        INSERT INTO message_3 (ordinal, id, incident, subject, notice, round, step, recipient, channel, unit, post,
            target, definition, created_at, answer_by, state, attempts, next_try_at, lease_until, lease_owner,
            accepted_at)
        SELECT ordinal, id, incident, subject, notice, round, step, recipient, channel, unit, post,
            target, definition, created_at, answer_by, state, attempts, next_try_at, lease_until, lease_owner,
            accepted_at
        FROM message;
        DROP TABLE message;
        ALTER TABLE message_3 RENAME TO message;
        CREATE INDEX message_by_due ON message(due_at) WHERE due_at IS NOT NULL;
        CREATE TRIGGER message_kept BEFORE DELETE ON message
        BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END;

        """

    static let changes = """
        CREATE TABLE roster_change (
            number INTEGER PRIMARY KEY CHECK (number >= 1),
            place TEXT NOT NULL CHECK (place <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('relief', 'swap', 'absence')),
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            request TEXT NOT NULL CHECK (json_valid(request)),
            CHECK (starts_at < ends_at)
        ) STRICT;
        CREATE TABLE roster_decision (
            change INTEGER NOT NULL REFERENCES roster_change(number),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
            verdict TEXT NOT NULL CHECK (verdict IN ('approved', 'refused', 'undone')),
            decision TEXT NOT NULL CHECK (json_valid(decision)),
            PRIMARY KEY (change, ordinal),
            CHECK ((ordinal = 1) = (verdict IN ('approved', 'refused'))),
            CHECK (ordinal <= 2)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER roster_decision_follows BEFORE INSERT ON roster_decision
        WHEN NEW.ordinal <> 1 + (SELECT count(*) FROM roster_decision WHERE change = NEW.change)
            OR NEW.verdict = 'undone' AND 'approved' IS NOT
                (SELECT verdict FROM roster_decision WHERE change = NEW.change AND ordinal = 1)
        BEGIN SELECT RAISE(ABORT, 'what was decided stays decided'); END;
        \(unchangeable("roster_change"))
        \(unchangeable("roster_decision"))

        """

    static func unchangeable(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
        CREATE TRIGGER \(table)_kept BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
        """
    }
}
