extension SchemaV3 {
    /// What engines show of themselves, the machine's clock as it was seen, and faults that are not over.
    static let watch = """
        ALTER TABLE engine ADD COLUMN started_at INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE engine ADD COLUMN cycles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cycles));

        CREATE TABLE machine_clock (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seen_at INTEGER,
            boot TEXT CHECK (boot <> ''),
            ahead INTEGER,
            stepped_at INTEGER,
            CHECK ((boot IS NULL) = (ahead IS NULL))
        ) STRICT;
        INSERT INTO machine_clock (id) VALUES (1);
        CREATE TRIGGER machine_clock_kept BEFORE DELETE ON machine_clock
        BEGIN SELECT RAISE(ABORT, 'the clock row stays'); END;

        CREATE TABLE watch_fault (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            found_at INTEGER NOT NULL,
            fault TEXT NOT NULL CHECK (json_valid(fault))
        ) STRICT, WITHOUT ROWID;

        """
}
