-- What nobody else can know: added by format 4.

CREATE TABLE secrets (
    -- index: the key of the digest by which the search index is known to be this archive's own
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Every answer says how many documents wait: looked for in the pages themselves, that takes 0.1 s.
CREATE INDEX pages_waiting ON pages (document) WHERE waiting;
