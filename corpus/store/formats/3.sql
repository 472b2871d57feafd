-- What the documents say, and what people made of it: added by format 3.

-- Parties, amounts, dates, decisions, each with the values in force.
CREATE TABLE facts (
    document TEXT NOT NULL REFERENCES documents (id),
    -- code points in the document's text as seen
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- among the facts of the kind at the place, from 1
    number INTEGER NOT NULL,
    page INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- null where it is the text
    seen TEXT,
    -- a JSON array of x0, top, x1, bottom, or null
    box TEXT,
    ocr_confidence REAL,
    -- a JSON object of the kind's fields, those that are null left out
    content TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    doubt TEXT NOT NULL,
    state TEXT NOT NULL,
    -- a JSON object of the fields that a person changed, as extracted
    extracted TEXT NOT NULL,
    correction INTEGER REFERENCES corrections (number),
    PRIMARY KEY (document, start, end, kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_by_kind ON facts (kind, document);

-- What else was extracted from each document; lists and objects are JSON.
CREATE TABLE extractions (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    extracted_by TEXT NOT NULL,
    language TEXT,
    personal_data INTEGER NOT NULL,
    agreement TEXT,
    sections TEXT NOT NULL,
    mentioned TEXT NOT NULL,
    findings TEXT NOT NULL,
    unexplained TEXT NOT NULL,
    -- by which near-duplicates are found
    likeness BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What people said of facts; nothing is ever taken off, the latest about a fact is in force.
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    -- where the fact stood: start and end in the page's text
    page INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    seen TEXT NOT NULL,
    box TEXT,
    fields TEXT NOT NULL,
    state TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    in_force INTEGER NOT NULL
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document);
