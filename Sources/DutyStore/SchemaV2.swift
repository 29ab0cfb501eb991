/// What schema version 2 adds: policies by digest, clocks, tasks, notices, merging, and callers of follow-ups.
enum SchemaV2 {
    static let policies = """
        CREATE TABLE policy (
            digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
            body TEXT NOT NULL CHECK (json_valid(body))
        ) STRICT;
        CREATE TRIGGER policy_unchanged BEFORE UPDATE ON policy
        BEGIN SELECT RAISE(ABORT, 'a policy is never changed'); END;
        CREATE TRIGGER policy_kept BEFORE DELETE ON policy
        BEGIN SELECT RAISE(ABORT, 'a policy is never deleted'); END;

        """

    static let incidents = """
        ALTER TABLE incident ADD COLUMN policy TEXT REFERENCES policy(digest);
        ALTER TABLE incident ADD COLUMN earlier TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(earlier));
        ALTER TABLE incident ADD COLUMN first_round INTEGER NOT NULL DEFAULT 1 CHECK (first_round >= 1);
        ALTER TABLE incident ADD COLUMN is_widened INTEGER NOT NULL DEFAULT 0 CHECK (is_widened IN (0, 1));
        ALTER TABLE incident ADD COLUMN ask_again_at INTEGER;
        ALTER TABLE incident ADD COLUMN is_asked_again INTEGER NOT NULL DEFAULT 0 CHECK (is_asked_again IN (0, 1));
        ALTER TABLE incident ADD COLUMN clocks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(clocks));
        ALTER TABLE incident ADD COLUMN tasks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tasks));
        ALTER TABLE incident ADD COLUMN notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices));
        ALTER TABLE incident ADD COLUMN follow_ups INTEGER NOT NULL DEFAULT 0 CHECK (follow_ups >= 0);
        ALTER TABLE incident ADD COLUMN has_final_report INTEGER NOT NULL DEFAULT 0
            CHECK (has_final_report IN (0, 1));
        ALTER TABLE incident ADD COLUMN standby_at INTEGER;
        ALTER TABLE incident ADD COLUMN merged_into TEXT REFERENCES incident(number);
        ALTER TABLE incident ADD COLUMN merged TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(merged));
        ALTER TABLE incident ADD COLUMN wake_at INTEGER;

        -- What the first schema knew only in its ledger: who was told in earlier rounds, and when to ask again.
        UPDATE incident SET is_widened = (round > 1),
            earlier = (
                SELECT coalesce(json_group_array(json(json_extract(body, '$.told.told'))), '[]') FROM ledger
                WHERE ledger.incident = number AND kind = 'told'
                    AND json_extract(body, '$.told.told.round') < incident.round),
            ask_again_at = iif(phase = 'acknowledged',
                (SELECT max(at) + 7200 FROM ledger WHERE ledger.incident = number), NULL);
        UPDATE incident SET wake_at = coalesce(next_step_at, ask_again_at);

        DROP INDEX incident_by_next_step;
        CREATE INDEX incident_by_wake ON incident(wake_at) WHERE wake_at IS NOT NULL;
        CREATE TRIGGER incident_wakes_new BEFORE INSERT ON incident
        WHEN NEW.phase = 'open' AND (NEW.wake_at IS NULL OR NEW.wake_at > NEW.next_step_at)
            OR NEW.phase = 'acknowledged' AND NEW.ask_again_at IS NULL
        BEGIN SELECT RAISE(ABORT, 'an open incident has a next time'); END;
        CREATE TRIGGER incident_wakes BEFORE UPDATE ON incident
        WHEN NEW.phase = 'open' AND (NEW.wake_at IS NULL OR NEW.wake_at > NEW.next_step_at)
            OR NEW.phase = 'acknowledged' AND NEW.ask_again_at IS NULL
        BEGIN SELECT RAISE(ABORT, 'an open incident has a next time'); END;

        """

    static let callers = """
        CREATE TABLE caller (
            incident TEXT NOT NULL REFERENCES incident(number),
            follow_up INTEGER NOT NULL CHECK (follow_up >= 0),
            salt TEXT NOT NULL CHECK (salt <> ''),
            words TEXT NOT NULL CHECK (words <> ''),
            PRIMARY KEY (incident, follow_up)
        ) STRICT;
        INSERT INTO caller (incident, follow_up, salt, words) SELECT incident, 0, salt, words FROM informant;
        DROP TABLE informant;

        """

    /// The outbox again, with the subject of a notice in what makes a message the same one.
    static let outbox = """
        CREATE TABLE message_2 (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (id <> ''),
            incident TEXT NOT NULL REFERENCES incident(number),
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
            CHECK ((subject = 'ladder') = (notice IS NULL)),
            CHECK ((state IN ('pending', 'retrying')) = (next_try_at IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
            CHECK ((state = 'sending') = (lease_owner IS NOT NULL)),
            CHECK (state <> 'sending' OR attempts >= 1),
            CHECK (state <> 'accepted' OR accepted_at IS NOT NULL),
            CHECK (accepted_at IS NULL OR state IN ('accepted', 'failed'))
        ) STRICT;
        INSERT INTO message_2 (ordinal, id, incident, subject, round, step, recipient, channel, unit, post, target,
            definition, created_at, answer_by, state, attempts, next_try_at, lease_until, lease_owner, accepted_at)
        SELECT ordinal, id, incident, 'ladder', round, step, recipient, channel, unit, post, target,
            definition, created_at, answer_by, state, attempts, next_try_at, lease_until, lease_owner, accepted_at
        FROM message;
        DROP TABLE message;
        ALTER TABLE message_2 RENAME TO message;
        CREATE INDEX message_by_due ON message(due_at) WHERE due_at IS NOT NULL;
        CREATE TRIGGER message_kept BEFORE DELETE ON message
        BEGIN SELECT RAISE(ABORT, 'messages are never deleted'); END;

        """
}
