extension SchemaV3 {
    /// Units and people of a publication in rows of their own, so that a look at one unit reads only what it needs.
    static let places = """
        CREATE TABLE place_unit (
            publication INTEGER NOT NULL REFERENCES publication(id),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            id TEXT NOT NULL CHECK (id <> ''),
            name TEXT NOT NULL,
            parent INTEGER,
            body TEXT NOT NULL CHECK (json_valid(body)),
            PRIMARY KEY (publication, ordinal),
            UNIQUE (publication, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX place_unit_by_name ON place_unit(publication, name);

        CREATE TABLE place_person (
            publication INTEGER NOT NULL REFERENCES publication(id),
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            id TEXT NOT NULL CHECK (id <> ''),
            name TEXT NOT NULL,
            unit INTEGER NOT NULL CHECK (unit >= 0),
            title TEXT NOT NULL,
            rank INTEGER,
            line INTEGER NOT NULL,
            more TEXT CHECK (more IS NULL OR json_valid(more)),
            PRIMARY KEY (publication, ordinal),
            UNIQUE (publication, id)
        ) STRICT, WITHOUT ROWID;

        -- Counts the changes of phone numbers, so that what was read of them can be kept.
        CREATE TABLE contact_version (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            version INTEGER NOT NULL
        ) STRICT;
        INSERT INTO contact_version (id, version) VALUES (1, 1);

        CREATE INDEX assignment_by_unit ON assignment(publication, unit, starts_at);

        \(unchangeable("place_unit"))
        \(unchangeable("place_person"))

        """
}
