-- Documents, pages, paths, outcomes, events: format 1 of the database. docs/store.md explains it for people.
-- Times are UTC, ISO 8601. Lists are JSON arrays.

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    title TEXT,
    warnings TEXT NOT NULL,
    notes TEXT NOT NULL,
    doc_type TEXT,
    date TEXT,
    dnr TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    attachments INTEGER NOT NULL,
    replaces TEXT REFERENCES documents (id),
    -- 0 when another version stands under every path it was loaded from
    current INTEGER NOT NULL,
    -- rises with every change to any document, so that "what is new since" is one comparison
    revision INTEGER NOT NULL UNIQUE,
    program TEXT NOT NULL,
    stored_at TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    origin TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    width REAL,
    height REAL,
    rotation INTEGER NOT NULL,
    words BLOB NOT NULL,
    confidence REAL,
    waiting INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT;

-- Which documents have stood under a path; the current one is what the path held when it was last loaded.
CREATE TABLE paths (
    path TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    current INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    PRIMARY KEY (path, document)
) STRICT;
CREATE INDEX paths_by_document ON paths (document);

-- The latest outcome of every input ever given.
CREATE TABLE inputs (
    path TEXT PRIMARY KEY,
    sha256 TEXT,
    outcome TEXT NOT NULL,
    reason TEXT,
    document TEXT REFERENCES documents (id),
    pages INTEGER NOT NULL,
    ocr_pages INTEGER NOT NULL,
    repaired_words INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    confidence REAL,
    seconds REAL,
    program TEXT NOT NULL,
    -- the bytes of the path of the file on disk: this one, or the one that this came inside
    raw BLOB NOT NULL,
    nested INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX inputs_by_outcome ON inputs (outcome);
CREATE INDEX inputs_by_sha256 ON inputs (sha256);

-- What people did that must be traceable.
CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    document TEXT,
    detail TEXT NOT NULL
) STRICT;
