"""The organisations of a document by all the names that it calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import Party
from ..layout.structure import Structure
from ..mentions import Mention
from ..parties.aliases import definite, named
from ..parties.spans import Span

_LABEL: Final = re.compile(r"(?P<label>[A-ZÅÄÖ][a-zåäö]+):\s*$")
_KINDS: Final = {
    "kommunen": re.compile("kommun"),
    "regionen": re.compile("region"),
    "bolaget": re.compile("ab"),
    "föreningen": re.compile(r"\w*förening(?:en)?"),
    "staden": re.compile("stad"),
}
"""What the one organisation of a kind is called, and the word of its name that says so."""
_LABEL_REACH: Final = 40
_MOST: Final = 100
"""Names that are looked for: a document with more is a register."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as a text names it."""

    start: int
    end: int
    name: str
    genitive: bool


class Names:
    """Finds organisations by what a document calls them."""

    def __init__(self, called: Mapping[str, str]) -> None:
        self._called = {_key(alias): name for alias, name in called.items()}
        longest = sorted(called, key=len, reverse=True)[:_MOST]
        words = "|".join(r"\s+".join(map(re.escape, alias.split())) for alias in longest)
        self._pattern = re.compile(rf"(?<!\w)(?P<name>{words})(?P<s>s?)(?!\w)", re.IGNORECASE) if longest else None

    def within(self, text: str) -> Iterator[Named]:
        """The organisations that a text names, in its order."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            yield Named(match.start(), match.end(), self._called[_key(match["name"])], bool(match["s"]))


def names_of(structure: Structure, mentions: Sequence[Mention]) -> Names:
    """The names of a document's organisations, those it gives them itself among them."""
    found = [
        (one, one.content) for one in mentions if isinstance(one.content, Party) and one.content.type == "organisation"
    ]
    spans = [Span(0, 0, one.start, one.end, party.name, party.type, one.rule) for one, party in found]
    called = {party.name: party.name for _, party in found}
    called |= {structure.text[one.start : one.end]: party.name for one, party in found}
    for alias, name in [*named(structure.text, spans), *_labelled(structure, spans)]:
        called.setdefault(alias, name)
    for alias, name in _only_ones([party for _, party in found]):
        called.setdefault(alias, name)
    return Names({alias: name for alias, name in called.items() if alias.strip()})


def _labelled(structure: Structure, spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Hyresvärd: X makes X the hyresvärden."""
    for span in spans:
        label = _LABEL.search(structure.text[max(0, span.start - _LABEL_REACH) : span.start])
        if label:
            yield definite(label["label"]), span.name


def _only_ones(found: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """Kommunen, where there is one party that is a municipality."""
    acting = [one.name for one in found if one.role in {"party", "decision_maker"}]
    for alias, kind in _KINDS.items():
        names = {name for name in acting if any(map(kind.fullmatch, name.lower().split()))}
        if len(names) == 1:
            yield alias, names.pop()


def _key(alias: str) -> str:
    return " ".join(alias.casefold().split())
