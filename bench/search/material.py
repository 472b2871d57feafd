"""What the benchmark searches in: invented documents whose pages hold the paragraphs of a text with one a line (.xz).

Each word of the text is used once; pages beyond that hold paragraphs that chance has drawn and put together anew.
"""

from __future__ import annotations

import datetime as dt
import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain, count, islice, product
from pathlib import Path
from random import Random
from typing import Final

WORDS_A_PAGE: Final = 280
SEED: Final = 20_260_101
_MOST_PAGES: Final = 12
"""Of a document."""
_PLACES: Final = tuple(
    map("".join, product(("Norr", "Sö", "Alm", "Grän", "Havs", "Lill"), ("vika", "hult", "bränna", "sele", "åsen")))
)
_KINDS: Final = ("{} kommun", "Region {}", "Föreningen {}", "{} Entreprenad AB", "Stiftelsen {}")
_BODIES: Final = ("Tekniska nämnden", "Kulturnämnden", "Regionstyrelsen", "Miljönämnden", "Byggnadsnämnden")
_TYPES: Final = ("avtal", "avtal", "avtal", "protokoll", "protokoll", "tjansteskrivelse", "rapport", None)
"""As often as they stand here; None where a document does not say."""
_EPOCH: Final = dt.date(2005, 1, 3)
_DAYS: Final = 7_300
_YEAR: Final = 365

PARTIES: Final = tuple(kind.format(place) for kind, place in product(_KINDS, _PLACES))


@dataclass(frozen=True, slots=True)
class Made:
    """An invented document."""

    id: str
    """16 hexadecimal digits."""
    title: str
    doc_type: str | None
    date: str
    valid_to: str
    dnr: str
    parties: tuple[str, ...]
    body: str
    amount: int
    """In kronor."""
    pages: tuple[str, ...] = ()

    def head(self) -> str:
        """How its first page begins: all that is known of it."""
        between = " och ".join(self.parties)
        return (
            f"{self.title}\n{self.date}   Dnr {self.dnr}\nMellan {between} gäller från {self.date} "
            f"till {self.valid_to} en ersättning om {self.amount} kronor. {self.body} har beslutat om detta."
        )


def write(text: Path, pages: int, out: Path) -> None:
    """Make documents with so many pages in all, one a line as JSON."""
    with out.open("w", encoding="utf-8") as lines:
        for made in documents(_paragraphs(text), pages):
            lines.write(json.dumps(asdict(made), ensure_ascii=False) + "\n")


def read(path: Path, pages: int) -> Iterator[Made]:
    """The first documents that `write` wrote, until there are so many pages; the last one may lose some of its own."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            fields["parties"], kept = tuple(fields["parties"]), tuple(fields["pages"][:pages])
            if not kept:
                return
            pages -= len(kept)
            yield Made(**{**fields, "pages": kept})


def documents(paragraphs: list[str], pages: int) -> Iterator[Made]:
    """Documents with so many pages in all, the same ones each time."""
    chance = Random(SEED)
    texts = islice(chain(_pages(paragraphs), _pages(_drawn(paragraphs, chance))), pages)
    for number in count():
        taken = tuple(islice(texts, chance.randint(1, _MOST_PAGES)))
        if not taken:
            return
        yield _completed(_invented(number, chance), taken)


def _paragraphs(text: Path) -> list[str]:
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        return [line.strip() for line in lines if line.strip()]


def _drawn(paragraphs: list[str], chance: Random) -> Iterator[str]:
    while True:
        yield chance.choice(paragraphs)


def _pages(paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs, until there are words enough for a page; one that is longer than a page goes on on the next."""
    lines: list[str] = []
    room = WORDS_A_PAGE
    for paragraph in paragraphs:
        words = paragraph.split()
        while len(words) >= room:
            yield "\n".join([*lines, " ".join(words[:room])])
            words, lines, room = words[room:], [], WORDS_A_PAGE
        if words:
            lines.append(" ".join(words))
            room -= len(words)
    if lines:
        yield "\n".join(lines)


def _invented(number: int, chance: Random) -> Made:
    doc_type = chance.choice(_TYPES)
    start = _EPOCH + dt.timedelta(days=chance.randrange(_DAYS))
    end = start + dt.timedelta(days=chance.randint(1, 6) * _YEAR)
    parties = tuple(chance.sample(PARTIES, 2))
    return Made(
        id=f"{chance.getrandbits(64):016x}",
        title=f"{(doc_type or 'handling').capitalize()} {number} {parties[0]}",
        doc_type=doc_type,
        date=start.isoformat(),
        valid_to=end.isoformat(),
        dnr=f"KS {start.year}/{number}",
        parties=parties,
        body=chance.choice(_BODIES),
        amount=chance.randint(1, 400) * 5_000,
    )


def _completed(made: Made, pages: tuple[str, ...]) -> Made:
    """With its pages, of which the first begins with what is known of it; minutes begin each page with a §."""
    first, *others = pages
    if made.doc_type == "protokoll":
        first, *others = (f"§ {number} Ärende {number}\n{page}" for number, page in enumerate(pages, 1))
    return replace(made, pages=(f"{made.head()}\n{first}", *others))
