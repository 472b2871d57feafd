"""The clauses of a decision: points, att-clauses and sentences, each without its number and without the lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ..outcomes import decides
from .blocks import Block, Row

_POINT: Final = re.compile(r"(?P<point>\d{1,2})\s?[.):](?!\d)\s*|(?P<letter>[a-hA-H])\)\s*|(?P<bullet>[-–—•·*])\s+")
_BARE_POINT: Final = re.compile(r"(?P<point>\d{1,2})\s+(?=[A-ZÅÄÖ])")
_ATT: Final = re.compile(r"(?:att|Att)\s")
_OPEN_END: Final = re.compile(r"(?:[,;:.]|\b(?:samt|och|att|beslutar|beslutade))\s*$")
_LEAD_IN: Final = re.compile(
    r"""(?P<body> [A-ZÅÄÖ] [^.:;!?]{2,90}? ) \s+ (?i: beslutar | beslutade | beslöt )
        (?: \s+ (?: därmed | således | enhälligt | också | även | dock | vidare | följande | för \s egen \s del
              | efter \s votering | därutöver | slutligen | på \s delegation ) ){0,2} (?: \s+ följande )? \s* :?""",
    re.VERBOSE,
)
_AFTER: Final = re.compile(r"\s*[:,]?\s*")
_ONLY_ATT: Final = re.compile(r"att\s*:?\s*")
_MORE_ATT: Final = re.compile(r"(?:,|;)\s+(?:samt\s+|och\s+)?(?=att\s)|\s+samt\s+(?=att\s)")
_FLAT_POINT: Final = re.compile(r"(?<=[\s.,;:])(?P<point>\d{1,2})[.)]\s+(?=[A-ZÅÄÖa-zåäö])")
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ\"”])")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Za-zÅÄÖåäö]|t\.ex|bl\.a|m\.m|m\.fl|dvs|d\.v\.s|f\.d|s\.k|kl|nr|dnr|org|ca|kap|st|jfr|bil|resp|inkl|exkl|tf|ordf|\d{1,2})$"
)
_TRAILING: Final = re.compile(r"(?:\s*[,;]?\s*\b(?:samt|och)|\s*[,;])\s*$")
_NO_DECISION: Final = re.compile(
    r"""(?: beslutet | detta [ ] beslut ) [ ] (?: kan | får | har | fattas | fattades | går | gäller [ ] omedelbart )
      | paragrafen | (?: punkten | ärendet | beslutet ) [ ] (?: förklaras | justeras ) [ ] omedelbart | omedelbar [ ] justering
      | reserv | skriftlig [ ] reserv | yrkande | jäv | särskilt [ ] yttrande | protokollsanteckning | motiver | skäl
      | .{0,80} \b (?: reserverar | reserverade ) [ ] sig | .{0,120} \b deltar [ ] (?: inte | ej | varken )
      | .{0,80} \b (?: yrkar | yrkade | anmäler [ ] jäv | anmälde [ ] jäv )\b
      | vid [ ] protokollet | beslutsunderlag | bilag(?:a|or)\b | se [ ] bilaga""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL: Final = re.compile(r"\s(?:Reservation(?:er)?|Yrkanden?|Särskilt yttrande|Protokollsanteckning|Jäv)\s?:.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of what was decided."""

    start: int
    end: int
    point: str | None
    decider: str | None = None
    """As it stands in the lead-in."""


@dataclass(frozen=True, slots=True)
class _Item:
    rows: tuple[Row, ...]
    skipped: int
    """Code points of the number before the first row's words."""
    point: str | None

    @property
    def text(self) -> str:
        return self.rows[0].words[self.skipped :]


def clauses(block: Block) -> Iterator[Clause]:
    """The clauses of a decision, in the order of the text."""
    decider: str | None = None
    listed = False
    for item in _items(block):
        text, offsets = _joined(item)
        found = list(_clauses(text, item.point, listed=listed))
        for start, end, point, body in found:
            decider = body or decider
            if end > start:
                yield Clause(offsets[start], offsets[end - 1] + 1, point, decider)
            else:
                listed = True


def _items(block: Block) -> Iterator[_Item]:
    """What begins with a number, a dash, "att", or after a blank line."""
    held: list[Row] = []
    skipped, point, parent = 0, None, None
    for row in block.rows:
        marker = _marker(row, held)
        if held and (marker is not None or _begins(row, held, numbered=point is not None)):
            yield _Item(tuple(held), skipped, point)
            held = []
        if not held:
            skipped, point = marker or (0, None)
        held.append(row)
    if held:
        yield _Item(tuple(held), skipped, point)


def _marker(row: Row, held: list[Row]) -> tuple[int, str | None] | None:
    """The length of the number or dash that the row begins with, and the number."""
    found = _POINT.match(row.words) or (_BARE_POINT.match(row.words) if row.gap or not held or row.early else None)
    if not found:
        return None
    if found["point"] and held and not row.gap and not row.early and not held[-1].words.endswith((".", ",", ";", ":", "samt", "och", "att")):
        return None  # a number that the margin put first
    return found.end(), found["point"]


def _begins(row: Row, held: list[Row], *, numbered: bool) -> bool:
    """Does something new begin on a row without a number?"""
    above = held[-1].words
    if _ATT.match(row.words):
        return bool(_OPEN_END.search(above)) or row.gap or (row.early and not numbered)
    if numbered and not row.gap:
        return False
    return row.gap or (above.endswith((".", ":")) and row.early)


def _joined(item: _Item) -> tuple[str, list[int]]:
    """The text of an item with a blank for each line break, and where each code point of it stands."""
    text, offsets = "", list[int]()
    for number, row in enumerate(item.rows):
        skipped = item.skipped if not number else 0
        if text:
            text += " "
            offsets.append(row.start - 1)
        text += row.words[skipped:]
        offsets += range(row.start + skipped, row.end)
    return text, offsets


def _clauses(text: str, point: str | None, *, listed: bool) -> Iterator[tuple[int, int, str | None, str | None]]:
    """Bounds, point and decider of each clause in an item; an empty one where there is just a lead-in."""
    tail = _TAIL.search(text)
    text = text[: tail.start()] if tail else text
    lead = _LEAD_IN.match(text)
    body = lead["body"] if lead else None
    start = _AFTER.match(text, lead.end()).end() if lead else 0  # type: ignore[union-attr]
    if lead and (start >= len(text) or _ONLY_ATT.fullmatch(text, start)):
        yield start, start, None, body
        return
    if _NO_DECISION.match(text):
        return
    for begin, end, number in _parts(text, start, point, after_lead=bool(lead)):
        end = begin + len(_TRAILING.sub("", text[begin:end].rstrip()))
        if end > begin:
            yield begin, end, number, body


def _parts(text: str, start: int, point: str | None, *, after_lead: bool) -> Iterator[tuple[int, int, str | None]]:
    flat = [found for found in _FLAT_POINT.finditer(text, max(0, start - 1))] if point in (None, "1") else []
    wanted = 1 if point is None else 2
    numbered = [found for found in flat]
    sequence = []
    for found in numbered:
        if int(found["point"]) == wanted:
            sequence.append(found)
            wanted += 1
    if sequence and (point == "1" or len(sequence) > 1):
        bounds = [(start, point)] if point else []
        bounds += [(found.end(), found["point"]) for found in sequence]
        ends = [*(found.start() for found in (sequence if point else sequence[1:])), len(text)]
        yield from ((begin, end, number) for (begin, number), end in zip(bounds, ends, strict=True))
        return
    if text.startswith("att ", start) and point is None:
        yield from _att_clauses(text, start)
        return
    if point is not None:
        yield start, len(text), point
        return
    yield from _sentences(text, start)


def _att_clauses(text: str, start: int) -> Iterator[tuple[int, int, None]]:
    stop = next((end for end in _sentence_ends(text, start)), len(text))
    begin = start
    for more in _MORE_ATT.finditer(text, start, stop):
        yield begin, more.start(), None
        begin = more.end()
    yield begin, stop - (text[stop - 1 : stop] == "."), None
    if stop < len(text):
        yield from _sentences(text, stop + 1)


def _sentences(text: str, start: int) -> Iterator[tuple[int, int, None]]:
    begin = start
    for end in (*_sentence_ends(text, start), len(text)):
        while begin < end and text[begin].isspace():
            begin += 1
        sentence = text[begin:end]
        if sentence and not _NO_DECISION.match(sentence) and (begin == start or decides(sentence)):
            yield begin, end, None
        begin = end


def _sentence_ends(text: str, start: int) -> Iterator[int]:
    return (
        found.end()
        for found in _SENTENCE_END.finditer(text, start)
        if not _ABBREVIATED.search(text, max(0, found.start() - 8), found.start())
    )
