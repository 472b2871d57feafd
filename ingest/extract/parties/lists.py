"""What is known of names beforehand: bodies, people's names, titles, and the words that names of organisations have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from ....swedish.folding import fold
from ....swedish.wordlists import rows
from .tokens import TOKEN

_OWN: Final = Path(__file__).parent / "data"
_NAMES: Final = Path(__file__).parents[2] / "repair" / "data"
"""The lists that damaged names are repaired with; the README there says where they come from."""
_UNITS: Final = ("förvaltningen", "enheten", "kontoret", "fonden", "fonderna", "fonden plus", " län")
"""What the list of bodies has for the sake of its spelling: parts of authorities, funds, counties."""

_FOREIGN: Final = frozenset("øæðþáíóúàèëïüčćšžđłńøÆØ")
"""Letters that names have which came later: Bjorn without its dots is Björn, not Bjørn."""
_LONG: Final = 5
"""Letters of an ending that is also known when scanning has taken the dots from them."""


@cache
def given_names() -> frozenset[str]:
    """Given names."""
    return frozenset(_entries(_NAMES / "given_names.txt"))


@cache
def surnames() -> frozenset[str]:
    """Surnames, also some that only follow the pattern of such."""
    return frozenset(_entries(_NAMES / "surnames.txt"))


@cache
def places() -> frozenset[str]:
    """Towns, villages, lakes, counties and countries."""
    return frozenset(_entries(_NAMES / "places.txt"))


@cache
def organisations() -> frozenset[str]:
    """Names of organisations as they are written in full."""
    bodies = {name for name in _entries(_NAMES / "bodies.txt") if not name.endswith(_UNITS)}
    return frozenset((bodies | words("organisations") | words("acronyms")) - words("no_parties"))


@cache
def by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words of each organisation's name and the name, the longest first, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in organisations():
        parts = tuple(TOKEN.findall(name))
        found.setdefault(parts[0], []).append((parts, name))
    return {first: sorted(names, key=lambda one: -len(one[0])) for first, names in found.items()}


@cache
def municipalities() -> frozenset[str]:
    """What stands before "kommun" in the names of municipalities: Östersunds."""
    return frozenset(name.removesuffix(" kommun") for name in organisations() if name.endswith(" kommun"))


@cache
def unmarked(name: str) -> dict[str, str]:
    """The entries of a list by their bare letters, where only one has them: Forsakringskassan is Försäkringskassan."""
    entries = {"given": given_names, "surnames": surnames, "organisations": organisations}.get(
        name, lambda: words(name)
    )()
    found: dict[str, list[str]] = {}
    for entry in entries:
        found.setdefault(fold(entry), []).append(entry)
    swedish = {bare: [one for one in same if _FOREIGN.isdisjoint(one)] or same for bare, same in found.items()}
    return {bare: same[0] for bare, same in swedish.items() if len(same) == 1}


@cache
def words(name: str) -> frozenset[str]:
    """A list of this package: one word or name a line, what follows a tab left out."""
    return frozenset(_entries(_OWN / f"{name}.txt"))


@cache
def endings(name: str) -> tuple[str, ...]:
    """The same, for `str.endswith`, long ones also without the marks of their letters."""
    entries = words(name)
    return tuple(sorted(entries | {fold(entry) for entry in entries if len(entry) >= _LONG}))


@cache
def alone() -> frozenset[str]:
    """First words of names that are names by themselves."""
    return frozenset(row.split("\t")[0] for row in rows(_OWN / "heads.txt") if row.endswith("\talone"))


def _entries(path: Path) -> Iterator[str]:
    return (row.split("\t")[0] for row in rows(path))
