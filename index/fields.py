"""The names of what the index keeps: of each document a record, and right after it one of each of its units.

A unit is a page; of minutes each § is one, over all pages that it stands on, and what stands outside the §§ of a page
is another. A record's document is the last document record at or before it in its segment, which merging keeps so.
"""

from __future__ import annotations

from typing import Final

DOCUMENT: Final = "document"
"""Term: the id, of the document's record and of its units, by which they are removed."""

TEXT: Final = "text"
"""Terms of a unit, with positions: the stems of its words as they read, and of their other readings."""
LOOSE: Final = "loose"
"""Terms of a unit: words without their marks, and the parts of compounds."""
HEADING: Final = "heading"
"""Terms of a § of minutes: its heading, its number as "§45", its dnr in its normal form."""
DECISION: Final = "decision"
"""Terms of a unit: what is decided there, who decides, and the outcome in a word (bifall, avslag)."""

TITLE: Final = "title"
"""Terms of a document: of its title, as it reads and as it is printed."""
PARTY: Final = "party"
"""Terms of a document: the names of those bound by it and of the bodies that decide in it, in full and short."""
FILE: Final = "file"
"""Terms of a document: the names of its file and folders."""
ABOUT: Final = "about"
"""Terms of a document: its dnr in their normal form, its type in a word, the year of its date and those of its term."""

OF_UNITS: Final = (TEXT, LOOSE, HEADING, DECISION)
OF_DOCUMENTS: Final = (TITLE, PARTY, FILE, ABOUT)

ID: Final = "id"
"""Column of document records: the id; empty of units."""
KNOWN: Final = "known"
"""Column of document records: how much of what makes a record is known of it."""
MOST_KNOWN: Final = 3
CARD: Final = "card"
"""Column of document records: the card as JSON; empty of units."""
PAGE: Final = "page"
"""Column of units: the page's number, of a § the first; 0 of document records."""
LAST_PAGE: Final = "last_page"
PARAGRAPH: Final = "paragraph"
"""Column of units: the number of the §, empty where it is none."""
SPANS: Final = "spans"
"""Column of units: where it stands in the document as seen, "120-480,490-700"; empty for a page with all its text."""
LENGTH: Final = "length"
"""Column of units: how many words it has."""
