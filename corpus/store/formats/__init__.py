"""The formats of the database, each made of the one before by the statements that its file adds."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from secrets import token_bytes
from typing import Final

from ...model import Origin, Page, Quality, Verdict
from ...names import names_of

NEWEST: Final = 4
_KEY_BYTES: Final = 32


def bring_up(db: sqlite3.Connection, version: int) -> None:
    """Make a database of an older format one of the newest, inside a transaction; version 0 is an empty file."""
    for newer in range(version + 1, NEWEST + 1):
        for statement in files(__package__).joinpath(f"{newer}.sql").read_text(encoding="utf-8").split(";\n"):
            db.execute(statement)
    if version == 1:
        _gather_names(db)
    if version < 4:  # the first with a key
        db.execute("INSERT INTO secrets (name, value) VALUES ('index', ?)", (token_bytes(_KEY_BYTES),))
    db.execute(f"PRAGMA user_version = {NEWEST}")


def _gather_names(db: sqlite3.Connection) -> None:
    """The names of pages that were stored before names were kept."""
    sound = "SELECT document, text FROM pages WHERE verdict = ? AND NOT waiting"
    for document, text in db.execute(sound, (Verdict.KEEP,)):
        names = names_of([Page(1, text, Origin.PLAIN, Quality(Verdict.KEEP, ""))])
        rows = ((name, document) for name in names)
        db.executemany("INSERT OR IGNORE INTO names (word, document) VALUES (?, ?)", rows)
