"""The programs that are measured, each in a file of its own, and what each of them must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol, cast

from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.bench.search.queries import Query

SNIPPETS: Final = 10
"""Hits that are shown, each with its snippet."""
OURS: Final = "avtalsarkiv"
UNBULKED: Final = "avtalsarkiv, no bulk reads"
"""The same index, read by Whoosh's public matchers."""
WHOOSH: Final = "Whoosh, plain"

Ask = Callable[[Query], int]
"""Answers a query with all that is shown of it: returns how many pages match."""


class Program(Protocol):
    """A module of this package; its index is the folder `index` in the one it is given."""

    def prepare(self, documents: Iterable[Made], folder: Path) -> None:
        """What is there before indexing begins, and is not measured."""
        ...

    def build(self, documents: Iterable[Made], folder: Path) -> None:
        """Index everything."""
        ...

    def opened(self, folder: Path) -> Ask:
        """Open what was built, with nothing remembered of earlier queries."""
        ...


_MODULES: Final = {
    OURS: "ours",
    UNBULKED: "ours_unbulked",
    WHOOSH: "plain_whoosh",
    "tantivy": "with_tantivy",
    "SQLite FTS5": "with_fts5",
}
PROGRAMS: Final = tuple(_MODULES)


def program(name: str) -> Program:
    """One of `PROGRAMS`.

    Raises:
        ModuleNotFoundError: It is not installed.
    """
    return cast("Program", import_module(f"{__package__}.{_MODULES[name]}"))
