-- What was repaired, what was decided about it, and the words that the archive knows: added by format 2.

-- Words that came through damaged; no two of a page overlap.
CREATE TABLE repairs (
    document TEXT NOT NULL,
    page INTEGER NOT NULL,
    -- code points in the page's text; `seen` is what stands there
    start INTEGER NOT NULL,
    seen TEXT NOT NULL,
    meant TEXT NOT NULL,
    confidence REAL NOT NULL,
    why TEXT NOT NULL,
    standing TEXT NOT NULL,
    PRIMARY KEY (document, page, start),
    FOREIGN KEY (document, page) REFERENCES pages (document, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX repairs_by_words ON repairs (seen, meant);

-- What an archivist decided: it outlives the repair, so that nobody is asked again.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    -- null, as page and start, where it was decided for the whole archive
    document TEXT REFERENCES documents (id),
    page INTEGER,
    start INTEGER,
    seen TEXT NOT NULL,
    meant TEXT NOT NULL,
    standing TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_document ON decisions (document);

-- Words that an archivist added: right wherever they stand.
CREATE TABLE words (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- By which version of the program, and of its model, the letters were last restored; null where they never were.
ALTER TABLE documents ADD COLUMN repaired_by TEXT;

-- Capitalised words of undamaged pages, by which damaged ones are known.
CREATE TABLE names (
    word TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    PRIMARY KEY (word, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX names_by_document ON names (document);
