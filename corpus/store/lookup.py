"""Reading the store."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ..errors import UsageError
from ..model import Document, Input, Origin, Outcome, OutcomeKind, Page
from .database import Database
from .rows import document_of, input_of, outcome_of, page_of

FILE_NAME: Final = "archive.sqlite3"
_LONGEST_LISTING: Final = 5  # ids named when a prefix is ambiguous

_CONTRADICTIONS: Final = """
    SELECT id, 'has lost pages; load its file again' FROM documents LEFT JOIN pages ON document = id
    GROUP BY id HAVING count(number) != page_count OR coalesce(max(number), 0) != page_count
    UNION ALL SELECT id, 'is found and stands under no path' FROM documents
    WHERE current AND id NOT IN (SELECT document FROM paths WHERE current)
"""


class PageCount(NamedTuple):
    """The pages of a document, counted."""

    pages: int
    ocr: int
    waiting: int
    repaired: int
    """Words of them that are repaired."""


class Lookup:
    """All that can be asked of one archive's store. Threads of one process may share an instance."""

    def __init__(self, archive: Path, program: str, *, create: bool) -> None:
        self._database = Database(archive / FILE_NAME, create=create)
        self.folder = archive
        """The archive's."""
        self.program = program
        """The version of the program that writes."""

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # Reading one document.

    def find(self, reference: str) -> str:
        """The id that an id, a unique beginning of one, or a path it was loaded from stands for.

        Raises:
            UsageError: Nothing, or more than one document, answers to it.
        """
        with self._database.reading() as db:
            by_path = db.execute(
                "SELECT document FROM paths WHERE path = ? ORDER BY current DESC, first_seen DESC", (reference,)
            ).fetchone()
            if by_path:
                return str(by_path[0])
            ids = [row[0] for row in db.execute(
                "SELECT id FROM documents WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT ?2",
                (reference.lower(), _LONGEST_LISTING),
            )]  # fmt: skip
        if len(ids) == 1:
            return str(ids[0])
        if ids:
            raise UsageError(f"{reference}: several documents begin so ({', '.join(ids)}); give more of the id")
        raise UsageError(f"{reference}: no document has this id or path; `search` and `status` show the ids")

    def document(self, document_id: str) -> Document:
        """A document with all its pages; KeyError when there is none of that id."""
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
            if row is None:
                raise KeyError(document_id)
            pages = db.execute("SELECT * FROM pages WHERE document = ? ORDER BY number", (document_id,))
            repairs = db.execute("SELECT * FROM repairs WHERE document = ? ORDER BY start", (document_id,))
            repairs_of = _by_page(repairs)
            return document_of(row, tuple(page_of(page, repairs_of[page["number"]]) for page in pages))

    def page(self, document_id: str, number: int) -> Page:
        """One page; KeyError when the document has none of that number."""
        with self._database.reading() as db:
            which = (document_id, number)
            row = db.execute("SELECT * FROM pages WHERE document = ? AND number = ?", which).fetchone()
            repairs = db.execute(
                "SELECT * FROM repairs WHERE document = ? AND page = ? ORDER BY start", which
            ).fetchall()
        if row is None:
            raise KeyError((document_id, number))
        return page_of(row, repairs)

    def outline(self, document_id: str) -> Document:
        """A document without its pages; KeyError when there is none of that id."""
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            raise KeyError(document_id)
        return document_of(row, ())

    def paths(self, document_id: str) -> tuple[str, ...]:
        """The paths a document stands under; of an older version, those it stood under."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT path, current FROM paths WHERE document = ? ORDER BY first_seen, path", (document_id,)
            ).fetchall()
        return tuple(path for path, current in rows if current) or tuple(path for path, _ in rows)

    def of_content(self, sha256: str) -> str | None:
        """The id of the document with this content."""
        with self._database.reading() as db:
            row = db.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
        return row and str(row[0])

    def page_count(self, document_id: str) -> PageCount:
        """How many pages a document has, and how many of them were, or must still be, read from pictures."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT count(*), coalesce(sum(origin = ?1 AND NOT waiting), 0), coalesce(sum(waiting), 0),"
                " (SELECT count(*) FROM repairs WHERE document = ?2 AND standing IN ('made', 'accepted'))"
                " FROM pages WHERE document = ?2",
                (Origin.OCR, document_id),
            ).fetchone()
        return PageCount(*row)

    def current_under(self, path: str) -> str | None:
        """The id of the document that stands under a path now."""
        with self._database.reading() as db:
            return current_document(db, path)

    def stood_under(self, path: str) -> bool:
        """Has a document ever stood under this path?"""
        with self._database.reading() as db:
            return bool(db.execute("SELECT 1 FROM paths WHERE path = ?", (path,)).fetchone())

    # Reading over the whole archive.

    @property
    def revision(self) -> int:
        """Rises with every change to any document; 0 in an empty archive."""
        with self._database.reading() as db:
            return int(db.execute("SELECT coalesce(max(revision), 0) FROM documents").fetchone()[0])

    @property
    def stamp(self) -> tuple[int, int]:
        """Another after every change to anything, by this process or another; of use only while the store is open."""
        with self._database.reading() as db:
            return db.total_changes, int(db.execute("PRAGMA data_version").fetchone()[0])

    def ids(self, *, current_only: bool = True) -> tuple[str, ...]:
        """The ids of all documents, in the order in which they came."""
        with self._database.reading() as db:
            rows = db.execute("SELECT id FROM documents WHERE current >= ? ORDER BY rowid", (int(current_only),))
            return tuple(row[0] for row in rows)

    def outlines(self) -> list[Document]:
        """All current documents without their pages, in the order in which they came."""
        with self._database.reading() as db:
            rows = db.execute("SELECT * FROM documents WHERE current ORDER BY rowid")
            return [document_of(row, ()) for row in rows]

    @property
    def key(self) -> bytes:
        """A key of this archive alone, 32 bytes: what the index says of itself is signed with it."""
        with self._database.reading() as db:
            return bytes(db.execute("SELECT value FROM secrets WHERE name = 'index'").fetchone()[0])

    def rejection(self, sha256: str) -> str | None:
        """Why this program rejected this content before, if it did."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT reason FROM inputs WHERE sha256 = ? AND outcome = ? AND program = ?",
                (sha256, OutcomeKind.REJECTED, self.program),
            ).fetchone()
        return row and str(row[0])

    def outcomes(self, kinds: Sequence[OutcomeKind] = tuple(OutcomeKind)) -> list[tuple[Input, Outcome]]:
        """The latest outcome of every input, of the kinds asked for, by path."""
        marks = ", ".join("?" * len(kinds))
        with self._database.reading() as db:
            rows = db.execute(f"SELECT * FROM inputs WHERE outcome IN ({marks}) ORDER BY path", tuple(kinds))
            return [(input_of(row), outcome_of(row)) for row in rows]

    def waiting(self) -> tuple[str, ...]:
        """The ids of current documents with pages that must still be read from their pictures."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM documents WHERE current"
                " AND id IN (SELECT document FROM pages WHERE waiting) ORDER BY id"
            )
            return tuple(row[0] for row in rows)

    def tally(self) -> dict[str, dict[str, int]]:
        """Pages of current documents by `origin`, `verdict`, and those `waiting`; their repairs by `standing`."""
        tally = {name: Counter[str]() for name in ("origin", "verdict", "waiting", "standing")}
        with self._database.reading() as db:
            for origin, verdict, waiting, count in db.execute(
                "SELECT origin, verdict, waiting, count(*) FROM pages JOIN documents ON id = document"
                " WHERE current GROUP BY 1, 2, 3"
            ):
                tally["origin"][origin] += count
                tally["verdict"][verdict] += count
                tally["waiting"]["yes" if waiting else "no"] += count
            tally["standing"] = Counter(dict(db.execute(
                "SELECT standing, count(*) FROM repairs JOIN documents ON id = document WHERE current GROUP BY 1"
            ).fetchall()))  # fmt: skip
        return {name: dict(counts) for name, counts in tally.items()}

    def hashes(self) -> dict[str, str]:
        """The hash of each document's original, older versions included: id by hash."""
        with self._database.reading() as db:
            return dict(db.execute("SELECT sha256, id FROM documents").fetchall())

    def faults(self) -> list[str]:
        """What contradicts itself in the file, a sentence each; empty when all is well."""
        with self._database.reading() as db:
            found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += [
                f"table {row[0]}, row {row[1]}: points to nothing" for row in db.execute("PRAGMA foreign_key_check")
            ]
            found += [f"document {row[0]}: {row[1]}" for row in db.execute(_CONTRADICTIONS)]
        return found


def _by_page(rows: Iterable[sqlite3.Row]) -> defaultdict[int, list[sqlite3.Row]]:
    pages: defaultdict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        pages[row["page"]].append(row)
    return pages


def current_document(db: sqlite3.Connection, path: str) -> str | None:
    """The id of the document that stands under a path, inside a transaction."""
    row = db.execute("SELECT document FROM paths WHERE path = ? AND current", (path,)).fetchone()
    return row and str(row[0])
