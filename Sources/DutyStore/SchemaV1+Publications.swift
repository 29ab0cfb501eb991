extension SchemaV1 {
    static let publications = """
        CREATE TABLE publication (
            id INTEGER PRIMARY KEY,
            place TEXT NOT NULL CHECK (place <> ''),
            period TEXT NOT NULL CHECK (period <> ''),
            version INTEGER NOT NULL CHECK (version >= 1),
            published_at INTEGER NOT NULL,
            published_by TEXT CHECK (published_by <> ''),
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            zone TEXT NOT NULL CHECK (zone <> ''),
            longest_duty INTEGER NOT NULL CHECK (longest_duty >= 0),
            snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            UNIQUE (place, period, version),
            CHECK (starts_at <= ends_at)
        ) STRICT;

        CREATE TABLE publication_unit (
            unit TEXT NOT NULL CHECK (unit <> ''),
            publication INTEGER NOT NULL REFERENCES publication(id),
            PRIMARY KEY (unit, publication)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE assignment (
            id INTEGER PRIMARY KEY,
            publication INTEGER NOT NULL REFERENCES publication(id),
            unit TEXT NOT NULL CHECK (unit <> ''),
            post TEXT NOT NULL CHECK (post <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            starts_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL,
            is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
            day INTEGER NOT NULL,
            line INTEGER NOT NULL,
            CHECK (starts_at < ends_at)
        ) STRICT;
        CREATE INDEX assignment_by_start ON assignment(publication, starts_at, ends_at);

        CREATE TABLE contact (
            place TEXT NOT NULL CHECK (place <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            publication INTEGER NOT NULL REFERENCES publication(id),
            mobile TEXT NOT NULL,
            office_phone TEXT NOT NULL,
            PRIMARY KEY (place, person)
        ) STRICT, WITHOUT ROWID;

        \(unchangeable("publication"))
        \(unchangeable("publication_unit"))
        \(unchangeable("assignment"))

        """

    private static func unchangeable(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'what was published is never changed'); END;
        CREATE TRIGGER \(table)_kept BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, 'what was published is never deleted'); END;
        """
    }
}
