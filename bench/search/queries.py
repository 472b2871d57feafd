"""Queries of each kind, drawn by a fixed chance from the pages that are searched in."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import Final

from whoosh.lang.stopwords import stoplists

from avtalsarkiv.bench.search.material import SEED, Made

KINDS: Final = (
    "common word",
    "rare word",
    "2-3 words",
    "phrase",
    "prefix",
    "fuzzy",
    "filter and dates",
    "three facets",
    "sentence",
    "misspelt",
)
"""In the order of the tables."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL: Final = frozenset(stoplists["sv"])
"""Words that Whoosh's analyser leaves out: as queries they would measure nothing."""
_SAMPLE: Final = 400
"""Pages that words are drawn from, each as likely as the others."""
_COMMON: Final = (0.03, 0.3)
"""Share of the pages that have a common word; beyond there are hardly any that mean something."""
_MIDDLE: Final = (0.0005, 0.1)
_RARE: Final = (2, 20)
"""Pages."""
_SHORTEST: Final = 5
"""Letters of a word."""
_SLIP: Final = 7
"""Letters of a word that a slip of the finger is put into."""
_BEGINNING: Final = 4
"""Letters of a prefix, or one more."""
_SENTENCES: Final = (
    "vad beslutades om {} och {}",
    "hur mycket kostar {} för {}",
    "vilka avtal om {} gäller {}",
    "när upphör {} med {}",
)


@dataclass(frozen=True, slots=True)
class Query:
    """What each program is asked in its own language."""

    kind: str
    """One of `KINDS`."""
    words: tuple[str, ...]
    """Lower case; of a prefix its beginning, of a sentence all words."""
    doc_type: str | None = None
    date_from: str | None = None
    """ISO 8601, like the next."""
    date_to: str | None = None

    @property
    def text(self) -> str:
        """As an official types it, without filters."""
        joined = " ".join(self.words)
        return {"phrase": f'"{joined}"', "prefix": f"{joined}*", "fuzzy": f"{joined}~"}.get(self.kind, joined)

    @property
    def content(self) -> tuple[str, ...]:
        """The words that mean something."""
        return tuple(word for word in self.words if word not in _SMALL)


def save(queries: Iterable[Query], path: Path) -> None:
    """Write queries as JSON."""
    path.write_text(json.dumps([asdict(query) for query in queries], ensure_ascii=False), encoding="utf-8")


def load(path: Path) -> list[Query]:
    """What `save` wrote."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return [Query(**{**fields, "words": tuple(fields["words"])}) for fields in kept]


def drawn(documents: Iterable[Made], each: int) -> list[Query]:
    """So many different queries of each kind, fewer where the pages do not have them."""
    source = _Source.of(documents)
    return [query for kind in KINDS for query in islice(dict.fromkeys(_tries(source, kind, each)), each)]


def _tries(source: _Source, kind: str, each: int) -> Iterator[Query]:
    """More than are needed, for some are drawn twice and some pages have no such words."""
    made = (_MAKERS[kind](source, kind) for _ in range(each * 10))
    return (query for query in made if query)


@dataclass(frozen=True, slots=True)
class _Source:
    frequency: Mapping[str, int]
    """Of each word the pages that have it."""
    pages: int
    sample: Sequence[tuple[str, Made]]
    """Some pages with their documents."""
    chance: Random

    @classmethod
    def of(cls, documents: Iterable[Made]) -> _Source:
        chance, frequency, pages = Random(SEED), Counter[str](), 0
        sample: list[tuple[str, Made]] = []
        for made in documents:
            for page in made.pages:
                frequency.update(set(_words(page)))
                pages += 1
                _keep(sample, (page, made), pages, chance)
        return cls(frequency, pages, sample, chance)

    def some(self, page: str, how_many: int, least: float, most: float) -> tuple[str, ...]:
        """Different words of a page that so many pages have, in the order of the page; none where it has too few."""
        fitting = [word for word in dict.fromkeys(_words(page)) if self.fits(word, least, most)]
        if len(fitting) < how_many:
            return ()
        return tuple(fitting[at] for at in sorted(self.chance.sample(range(len(fitting)), how_many)))

    def fits(self, word: str, least: float, most: float) -> bool:
        return len(word) >= _SHORTEST and word not in _SMALL and least <= self.frequency[word] <= most

    def common(self, page: str) -> tuple[str, ...]:
        return self.some(page, 1, *(share * self.pages for share in _COMMON))

    def middling(self, page: str, how_many: int) -> tuple[str, ...]:
        return self.some(page, how_many, *(share * self.pages for share in _MIDDLE))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _keep(sample: list[tuple[str, Made]], page: tuple[str, Made], met: int, chance: Random) -> None:
    """Reservoir sampling: each of the pages met so far is kept with the same probability."""
    if len(sample) < _SAMPLE:
        sample.append(page)
    elif (at := chance.randrange(met)) < _SAMPLE:
        sample[at] = page


def _common(source: _Source, kind: str) -> Query | None:
    words = source.common(source.chance.choice(source.sample)[0])
    return Query(kind, words) if words else None


def _rare(source: _Source, kind: str) -> Query | None:
    words = source.some(source.chance.choice(source.sample)[0], 1, *_RARE)
    return Query(kind, words) if words else None


def _several(source: _Source, kind: str) -> Query | None:
    words = source.middling(source.chance.choice(source.sample)[0], source.chance.choice((2, 3)))
    return Query(kind, words) if words else None


def _phrase(source: _Source, kind: str) -> Query | None:
    """Two or three words that follow each other in a line, none of them small: Whoosh would leave those out."""
    line = source.chance.choice(source.chance.choice(source.sample)[0].split("\n"))
    letters = [*re.finditer(r"[^\W_]+", line)]
    size = source.chance.choice((2, 3))
    runs = [
        tuple(match[0].lower() for match in letters[at : at + size])
        for at in range(len(letters) - size + 1)
        if all(line[one.end() : other.start()] == " " for one, other in pairwise(letters[at : at + size]))
    ]
    good = [run for run in runs if all(source.fits(word, 1, source.pages) for word in run)]
    return Query(kind, source.chance.choice(good)) if good else None


def _prefix(source: _Source, kind: str) -> Query | None:
    words = source.middling(source.chance.choice(source.sample)[0], 1)
    return Query(kind, (words[0][: _BEGINNING + source.chance.randint(0, 1)],)) if words else None


def _slipped(source: _Source, kind: str) -> Query | None:
    """A word with one letter missing or two in the wrong order, its first one right, as no page has it."""
    words = [word for word in source.middling(source.chance.choice(source.sample)[0], 1) if len(word) >= _SLIP]
    slips = [_slip(word, source.chance) for word in words]
    return Query(kind, (slips[0],)) if slips and slips[0] not in source.frequency else None


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 2)
    turned = word[at + 1] + word[at] if chance.random() < 0.5 else word[at]
    return word[:at] + turned + word[at + 2 :]


def _filtered(source: _Source, kind: str) -> Query | None:
    page, made = source.chance.choice(source.sample)
    words = source.common(page)
    if not words or made.doc_type is None:
        return None
    year = int(made.date[:4])
    return Query(kind, words, made.doc_type, f"{year - source.chance.randint(0, 4)}-01-01", f"{year}-12-31")


def _sentence(source: _Source, kind: str) -> Query | None:
    words = source.middling(source.chance.choice(source.sample)[0], 2)
    return Query(kind, tuple(source.chance.choice(_SENTENCES).format(*words).split())) if words else None


def _misspelt(source: _Source, kind: str) -> Query | None:
    """A slip of the finger beside a word that is right."""
    slip = _slipped(source, kind)
    words = source.middling(source.chance.choice(source.sample)[0], 1)
    return Query(kind, (*words, *slip.words)) if slip and words else None


_MAKERS: Final[Mapping[str, Callable[[_Source, str], Query | None]]] = dict(
    zip(
        KINDS,
        (_common, _rare, _several, _phrase, _prefix, _slipped, _filtered, _common, _sentence, _misspelt),
        strict=True,
    )
)
